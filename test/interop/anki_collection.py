"""Plays what people do with our files in a fresh Anki collection, and tells what is in it then.

    python anki_collection.py < PLAY.json

PLAY: {"language": "de", "steps": [{"import": "cards.apkg"}, {"learn": "<guid>", "days": 30}, ...]}

`make` adds decks of somebody, in all note types that Anki comes with, and learns them; `export` writes a
file as Anki does, in the form `newest`, `legacy`, `colpkg` or `txt`. With `"folder"`, the collection is
kept there for the next play. `learn` gives all cards of a note an interval, as reviews would; `retype` gives all notes the note
type of that name, as Change Note Type does. Prints JSON: what each import
reported, what Anki's database check found, and every note, deck, note type and medium. Choices of
an import are those that stand there when a person touches nothing.
"""

import hashlib
import json
import sys
import tempfile
from pathlib import Path

import anki.lang
from anki.collection import Collection, ExportAnkiPackageOptions
from anki.import_export_pb2 import ExportLimit, ImportAnkiPackageRequest, ImportCsvRequest

from anki_deck import make_deck


def main() -> None:
    sys.stdin.reconfigure(encoding='utf-8')
    play = json.load(sys.stdin)
    anki.lang.set_lang(play.get('language', 'en'))
    with tempfile.TemporaryDirectory() as temporary:
        folder = play.get('folder', temporary)
        collection = Collection(str(Path(folder) / 'collection.anki2'))
        imports = [take(collection, step) for step in play['steps']]
        result = {
            'imports': [report for report in imports if report],
            'notes': notes(collection),
            'decks': decks(collection),
            'types': sorted(one.name for one in collection.models.all_names_and_ids()),
            'media': media(collection),
            'rendered': rendered(collection) if play.get('render') else [],
            'problems': list(collection._backend.check_database()),
        }
        collection.close()
    json.dump(result, sys.stdout)


def take(collection: Collection, step: dict) -> dict[str, int] | None:
    if 'learn' in step:
        return learn(collection, step['learn'], step['days'])
    if 'retype' in step:
        return retype(collection, step['retype'])
    if 'make' in step:
        return make_deck(collection)
    if 'export' in step:
        return export(collection, step['export'], step['form'])
    path = step['import']
    if path.endswith('.apkg'):
        options = collection._backend.get_import_anki_package_presets()
        request = ImportAnkiPackageRequest(package_path=path, options=options)
        log = collection.import_anki_package(request).log
    else:
        metadata = collection.get_csv_metadata(path=path, delimiter=None)
        log = collection.import_csv(ImportCsvRequest(path=path, metadata=metadata)).log
    kinds = ('new', 'updated', 'duplicate', 'conflicting', 'first_field_match', 'empty_first_field')
    return {**{kind: len(getattr(log, kind)) for kind in kinds}, 'found': log.found_notes}


def export(collection: Collection, path: str, form: str) -> None:
    everything = ExportLimit(whole_collection={})
    if form == 'txt':
        collection.export_note_csv(
            out_path=path,
            limit=everything,
            with_html=True,
            with_tags=True,
            with_deck=True,
            with_notetype=True,
            with_guid=True,
        )
    elif form == 'colpkg':
        # Anki closes the collection for it.
        collection.export_collection_package(path, include_media=True, legacy=False)
        collection.reopen(after_full_sync=False)
    else:
        options = ExportAnkiPackageOptions(
            with_scheduling=True,
            with_deck_configs=False,
            with_media=True,
            legacy=form == 'legacy',
        )
        collection.export_anki_package(out_path=path, options=options, limit=everything)


def learn(collection: Collection, guid: str, days: int) -> None:
    note_id = collection.db.scalar('select id from notes where guid = ?', guid)
    for card in collection.get_note(note_id).cards():
        card.type = card.queue = 2
        card.ivl = days
        card.factor = 2500
        card.due = collection.sched.today + days
        card.reps = 5
        collection.update_card(card)


def retype(collection: Collection, name: str) -> None:
    new = collection.models.id_for_name(name)
    for old in collection.models.all_names_and_ids():
        note_ids = collection.models.nids(old.id)
        if not note_ids or old.id == new:
            continue
        info = collection.models.change_notetype_info(old_notetype_id=old.id, new_notetype_id=new)
        request = info.input
        request.note_ids.extend(note_ids)
        collection.models.change_notetype_of_notes(request)


def notes(collection: Collection) -> list[dict[str, object]]:
    return [
        {
            'guid': note.guid,
            'fields': note.fields,
            'tags': note.tags,
            'type': note.note_type()['name'],
            'mod': note.mod,
            'sorted': str(collection.db.scalar('select sfld from notes where id = ?', note.id)),
            'checksum': collection.db.scalar('select csum from notes where id = ?', note.id),
            'cards': [
                {
                    'deck': collection.decks.name(card.did),
                    'ord': card.ord,
                    'due': card.due,
                    'interval': card.ivl,
                    'isNew': card.queue == 0,
                }
                for card in note.cards()
            ],
        }
        for note in (collection.get_note(note_id) for note_id in collection.find_notes(''))
    ]


def decks(collection: Collection) -> list[dict[str, str]]:
    all_decks = (collection.decks.get(one.id) for one in collection.decks.all_names_and_ids())
    return sorted(
        ({'name': deck['name'], 'description': deck['desc']} for deck in all_decks),
        key=lambda deck: deck['name'],
    )


def media(collection: Collection) -> dict[str, str]:
    folder = Path(collection.media.dir())
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())
    }


def rendered(collection: Collection) -> list[dict[str, object]]:
    cards = [collection.get_card(card_id) for card_id in collection.find_cards('')]
    return [
        {
            'guid': card.note().guid,
            'ord': card.ord,
            'front': card.render_output().question_text,
            'back': card.render_output().answer_text,
            'css': card.render_output().css,
            'sounds': [tag.filename for tag in card.question_av_tags() + card.answer_av_tags()],
        }
        for card in cards
    ]


main()
