"""A deck as somebody has it in Anki: all note types that Anki comes with, media, tags, decks below others."""

from pathlib import Path

from anki.collection import Collection

PIXEL = bytes.fromhex(
    '89504e470d0a1a0a0000000d494844520000000100000001080600000 01f15c4890000000d49444154789c6360000002000154a24f5d0000000049454e44ae426082'.replace(
        ' ', ''
    )
)

# Note type, deck, tags, fields.
NOTES = [
    ('Basic', 'Biology', ['cells', 'exam'], ['What is a <b>cell</b>?', 'The smallest unit of life.']),
    (
        'Basic',
        'Biology::Cells',
        ['cells::parts'],
        [
            'What is shown?<br><img src="cell &amp; wall.png">',
            '<div>A cell</div><div>with a wall</div><ul><li>one</li><li>two</li></ul>',
        ],
    ),
    ('Basic', 'Biology::Cells', ['cells::parts'], ['How does it sound?', 'So: [sound:cell.mp3]']),
    (
        'Basic (and reversed card)',
        'Words',
        ['spanish'],
        ['el perro', 'the dog'],
    ),
    (
        'Basic (optional reversed card)',
        'Words',
        ['spanish', 'animals'],
        ['el gato', 'the cat', 'y'],
    ),
    ('Basic (type in the answer)', 'Words', [], ['casa &lt;f&gt;', 'house *and* home']),
    (
        'Cloze',
        'Biology',
        ['cells'],
        ['The {{c1::<b>mitochondrion</b>}} makes {{c2::ATP::molecule?}}.', 'It has two membranes.'],
    ),
    ('Cloze', 'Math', [], ['By \\(E = {{c1::mc^2}}\\) and {{c2::\\(\\frac{a}{b}\\)}}', '']),
    ('Basic', 'Math', [], ['Solve \\[x^2 = 4\\]', '[$]\\pm 2[/$], or <pre>x = 2\nx = -2</pre>']),
    ('Basic', 'Math', ['hard'], ['[/Q]is it # a tag?[Q/]', '1. not a list<br>* nor this']),
    ('Vocabulary', 'Words', ['spanish'], ['correr', 'to run', 'verb', 'Corro cada día.']),
    ('Vocabulary', 'Words', ['spanish'], ['rojo', 'red', '', '']),
]


def make_deck(collection: Collection) -> None:
    add_vocabulary(collection)
    media = Path(collection.media.dir())
    (media / 'cell & wall.png').write_bytes(PIXEL)
    (media / 'cell.mp3').write_bytes(b'ID3 no sound, only bytes')
    for type_name, deck, tags, fields in NOTES:
        note = collection.new_note(collection.models.by_name(type_name))
        note.fields = fields
        note.tags = tags
        collection.add_note(note, collection.decks.id(deck))
    # Anki reads the time of an edit in seconds: these are of some while ago.
    collection.db.execute('update notes set mod = mod - 1000')
    for card_id in collection.find_cards(''):
        card = collection.get_card(card_id)
        card.start_timer()
        collection.sched.answerCard(card, 4)
        card.type = card.queue = 2
        card.ivl = 20 + card.ord
        card.factor = 2500
        card.due = collection.sched.today + 20
        collection.update_card(card)


def add_vocabulary(collection: Collection) -> None:
    models = collection.models
    kind = models.new('Vocabulary')
    for name in ('Word', 'Meaning', 'Class', 'Example'):
        models.add_field(kind, models.new_field(name))
    template = models.new_template('Recognise')
    template['qfmt'] = '{{Word}}'
    template['afmt'] = '{{FrontSide}}<hr id=answer>{{Meaning}}<br>{{Class}}<br>{{Example}}'
    models.add_template(kind, template)
    models.add(kind)
