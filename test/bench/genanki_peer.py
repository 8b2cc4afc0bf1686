"""Builds a package of notes with genanki as often as it is asked, and answers how long each took.

    python genanki_peer.py notes.json package.apkg

`notes.json` is a list of {deck, front, back, tags}. For each line read, one line is written: the
seconds from the plain data to the package on disk, and the notes found in that package.
"""

import json
import sqlite3
import sys
import tempfile
import time
import zipfile
from pathlib import Path

import genanki

MODEL = genanki.Model(
    1607392319,
    'Basic',
    fields=[{'name': 'Front'}, {'name': 'Back'}],
    templates=[{'name': 'Card 1', 'qfmt': '{{Front}}', 'afmt': '{{FrontSide}}<hr>{{Back}}'}],
)


def build(notes: list[dict], path: Path) -> None:
    decks: dict[str, genanki.Deck] = {}
    for note in notes:
        name = note['deck']
        if name not in decks:
            decks[name] = genanki.Deck(2059400110 + len(decks), name)
        fields = [note['front'], note['back']]
        decks[name].add_note(genanki.Note(model=MODEL, fields=fields, tags=note['tags']))
    genanki.Package(list(decks.values())).write_to_file(path)


def count_notes(path: Path) -> int:
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(path) as package:
        collection = sqlite3.connect(package.extract('collection.anki2', folder))
        try:
            return collection.execute('select count(*) from notes').fetchone()[0]
        finally:
            collection.close()


def main() -> None:
    notes = json.loads(Path(sys.argv[1]).read_text(encoding='utf-8'))
    path = Path(sys.argv[2])
    for _ in sys.stdin:
        start = time.perf_counter()
        build(notes, path)
        seconds = time.perf_counter() - start
        print(json.dumps({'seconds': seconds, 'notes': count_notes(path)}), flush=True)


main()
