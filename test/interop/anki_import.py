"""Imports a text file into a fresh Anki collection, several times, and tells what is in it then.

    python anki_import.py CARDS.txt [NEXT.txt ...]

Prints JSON: what each import reported, and every note with its deck, fields, tags and type. Choices
of the import are the file's own, as when a person presses Import without touching anything.
"""

import json
import sys
import tempfile
from pathlib import Path

from anki.collection import Collection
from anki.import_export_pb2 import ImportCsvRequest


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        collection = Collection(str(Path(folder) / 'collection.anki2'))
        reports = [import_text(collection, str(Path(path).resolve())) for path in sys.argv[1:]]
        result = {'imports': reports, 'notes': notes(collection), 'decks': decks(collection)}
        collection.close()
    json.dump(result, sys.stdout)


def import_text(collection: Collection, path: str) -> dict[str, int]:
    metadata = collection.get_csv_metadata(path=path, delimiter=None)
    log = collection.import_csv(ImportCsvRequest(path=path, metadata=metadata)).log
    kinds = ('new', 'updated', 'duplicate', 'conflicting', 'first_field_match', 'empty_first_field')
    report = {kind: len(getattr(log, kind)) for kind in kinds}
    return {**report, 'found': log.found_notes}


def notes(collection: Collection) -> list[dict[str, object]]:
    found = [collection.get_note(note_id) for note_id in collection.find_notes('')]
    return [
        {
            'guid': note.guid,
            'decks': sorted({collection.decks.name(card.did) for card in note.cards()}),
            'fields': note.fields,
            'tags': note.tags,
            'type': note.note_type()['name'],
        }
        for note in found
    ]


def decks(collection: Collection) -> list[str]:
    return sorted(deck.name for deck in collection.decks.all_names_and_ids())


main()
