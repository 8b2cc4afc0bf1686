"""Builds a package of notes with genanki as often as it is asked, and answers how long each took.

    python genanki_peer.py deck.json package.apkg

`deck.json` holds the `noteType` ({id, name, fields, templates, css}), the `decks` ({id, name,
description}) and the `notes` ({deck, fields, tags, path, question}); the last field of a note is
its guid, which genanki makes from path and question as its README shows. For each line read, one
line is written: the seconds from the plain data to the package on disk, and the notes found in it.
"""

import html
import json
import sqlite3
import sys
import tempfile
import time
import zipfile
from pathlib import Path

import genanki


def build(data: dict, path: Path) -> None:
    kind = data['noteType']
    model = genanki.Model(
        kind['id'],
        kind['name'],
        fields=[{'name': name} for name in kind['fields']],
        templates=[
            {'name': each['name'], 'qfmt': each['front'], 'afmt': each['back']}
            for each in kind['templates']
        ],
        css=kind['css'],
    )
    decks = {
        deck['name']: genanki.Deck(deck['id'], deck['name'], deck['description'])
        for deck in data['decks']
    }
    for note in data['notes']:
        guid = genanki.guid_for(note['path'], note['question'])
        fields = [*note['fields'], html.escape(guid)]
        decks[note['deck']].add_note(
            genanki.Note(model=model, fields=fields, tags=note['tags'], guid=guid)
        )
    genanki.Package(list(decks.values())).write_to_file(path)


def count_notes(path: Path) -> int:
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(path) as package:
        collection = sqlite3.connect(package.extract('collection.anki2', folder))
        try:
            return collection.execute('select count(*) from notes').fetchone()[0]
        finally:
            collection.close()


def main() -> None:
    data = json.loads(Path(sys.argv[1]).read_text(encoding='utf-8'))
    path = Path(sys.argv[2])
    for _ in sys.stdin:
        start = time.perf_counter()
        build(data, path)
        seconds = time.perf_counter() - start
        print(json.dumps({'seconds': seconds, 'notes': count_notes(path)}), flush=True)


main()
