import { utf8ToBytes } from '@noble/hashes/utils.js'
import JSZip from 'jszip'
import { describe, expect, test } from 'vitest'
import { importDeck } from '../../../src/import/deck/import-deck.ts'
import { ImportRefusal } from '../../../src/import/importer.ts'
import { compile } from '../../../src/laegna.ts'
import {
  basic,
  bomb,
  cloze,
  legacyPackage,
  newPackage,
  pressed,
  zipOf,
  type MadeDeck,
  type MadeNote,
  type MadeType
} from './build-deck.ts'
import { inEnglish } from '../../../src/say/say.ts'

const bring = (bytes: Uint8Array, path = 'mine.apkg') =>
  importDeck({ path, blob: new Blob([new Uint8Array(bytes)]) }, {}, () => undefined)

const note = (guid: string, question: string, answer: string, more: Partial<MadeNote> = {}) => ({
  guid,
  type: basic,
  fields: [question, answer],
  ...more
})

/** The cards of notes with these two fields. */
async function cardsOf(
  fields: [string, string][],
  type: MadeType = basic,
  media?: MadeDeck['media']
) {
  const notes = fields.map((sides, at) => ({ guid: `g${at}`, type, fields: sides }))
  const imported = await bring(await legacyPackage({ notes, ...(media && { media }) }))
  const paths = imported.media.map(({ path }) => path)
  const { cards, diagnostics } = compile(imported.files, {}, paths)
  return { cards, diagnostics, imported, [Symbol.iterator]: () => cards[Symbol.iterator]() }
}

const deck: MadeDeck = {
  notes: [
    note('a', 'What is <b>this</b>?<br><img src="a%20cell.png">', 'A cell.', {
      tags: ' bio exam '
    }),
    note('b', 'And this?', '[sound:hum.mp3]', { deck: 'Bio::Cells', tags: ' bio marked ' }),
    { guid: 'c', type: cloze, fields: ['The {{c1::cell}} is {{c3::small::size}}.', ''] }
  ],
  media: {
    'a cell.png': new Uint8Array([1]),
    'hum.mp3': new Uint8Array([2]),
    'unused.png': new Uint8Array([3])
  }
}

describe.each([
  ['legacy', (deck: MadeDeck) => legacyPackage(deck)],
  ['legacy, second form', (deck: MadeDeck) => legacyPackage(deck, 'collection.anki21')],
  ['newest', (deck: MadeDeck) => newPackage(deck)]
] as const)('a package, %s,', (_, build) => {
  test('gives a file a deck, its media, and the notes’ own guids', async () => {
    const { files, media, ledger, notes } = await bring(await build(deck))
    expect(files.map(({ path }) => path)).toEqual(['Bio/Cells.md', 'Default.md'])
    expect(files[1]?.text).toBe(
      '---\ndeck: Default\n---\n\n# Default\n\n[/Q]\n\nWhat is **this**?\\\n![](</mine media/a cell.png>)\n\n[Q/]\n\n[/A]A cell.[A/]\n\n[/Q]The {{c1::cell}} is {{c3::small::size}}.[Q/]\n'
    )
    expect(media.map(({ path, bytes }) => [path, ...bytes])).toEqual([
      ['mine media/a cell.png', 1],
      ['mine media/hum.mp3', 2]
    ])
    expect(notes.map(inEnglish)[0]).toBe('3 notes of 2 decks of Anki.')
    const { cards, diagnostics } = compile(
      files,
      {},
      media.map(({ path }) => path)
    )
    expect(diagnostics).toEqual([])
    expect(cards.map(({ kind }) => kind)).toEqual(['basic', 'basic', 'cloze'])
    expect(ledger?.entries.map(({ guid, mod, form }) => [guid, mod, form])).toEqual([
      ['b', 1000, 'package'],
      ['a', 1000, 'package'],
      ['c', 1000, 'package']
    ])
    expect(ledger?.entries.map(({ note }) => note?.tags)).toEqual([['marked'], ['bio', 'exam'], []])
    expect(ledger?.types?.map(({ name, model }) => [name, model?.id])).toEqual([
      ['Basic', basic.id],
      ['Cloze', cloze.id]
    ])
  })

  test('gives a deck below a deck a heading with its own name', async () => {
    const { files } = await bring(await build(deck))
    expect(files.map(({ text }) => /^# .*$/m.exec(text)?.[0])).toContain('# Cells')
  })

  test('cut off anywhere is refused with what to do, and nothing else happens', async () => {
    const bytes = await build(deck)
    for (let length = 0; length < bytes.length; length += Math.ceil(bytes.length / 40)) {
      const cut = bring(bytes.subarray(0, length))
      await expect(cut).rejects.toThrow(ImportRefusal)
      await expect(cut).rejects.toThrow(/^mine\.apkg is (?:damaged|no deck)[^]*(?:Copy|Export)/)
    }
  })

  test('of a version that no Anki had yet is refused, and says what to do', async () => {
    const changed = await legacyPackage(deck, 'collection.anki2', 'UPDATE col SET ver = 99')
    await expect(bring(changed)).rejects.toThrow(
      'mine.apkg is from a newer Anki than this page knows (version 99 of its collections).'
    )
  })

  test('with any byte of its collection changed gives a deck or a sentence', async () => {
    const bytes = await build(deck)
    for (let at = 60; at < bytes.length; at += 997) {
      const changed = bytes.slice()
      changed[at] = (changed[at] ?? 0) ^ 0x55
      const result = await bring(changed).catch((error: unknown) => error)
      if (result instanceof Error) expect(result).toBeInstanceOf(ImportRefusal)
    }
  })
})

test('what is no deck of Anki is refused by what it is', async () => {
  await expect(bring(utf8ToBytes('no zip'))).rejects.toThrow(ImportRefusal)
  await expect(bring(await zipOf({ 'a.md': utf8ToBytes('# A') }))).rejects.toThrow(
    'mine.apkg is no deck of Anki: no collection is in it.'
  )
  const broken = await zipOf({
    'collection.anki2': utf8ToBytes('no database'),
    media: utf8ToBytes('{}')
  })
  await expect(bring(broken)).rejects.toThrow('mine.apkg is damaged')
  await expect(bring(await legacyPackage({ notes: [] }))).rejects.toThrow('holds no notes')
})

test('a deck whose notes never end is refused', async () => {
  const endless = `DROP TABLE notes; CREATE VIEW notes AS
    WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n)
    SELECT id, id AS guid, 1 AS mid, 0 AS mod, '' AS tags, '' AS flds FROM n`
  const deck = await legacyPackage({ notes: [] }, 'collection.anki2', endless)
  await expect(bring(deck)).rejects.toThrow('mine.apkg is damaged')
})

test('a zip that unpacks to gigabytes is refused before it does', async () => {
  const bombed = await zipOf({ 'collection.anki21b': bomb(8000) })
  await expect(bring(bombed)).rejects.toThrow('more than 100 times its size')
  const media = await newPackage({
    notes: [note('a', '<img src="a.png">', 'b')],
    media: { 'a.png': new Uint8Array([1]) }
  })
  expect(media.length).toBeGreaterThan(0)
})

test.each([
  ['a window of 2 GB, in the second frame', 0xa8, 1],
  ['a window of 128 MB, moved for each of many empty blocks', 0x88, 100_000]
])('Zstandard that asks for too much is refused at once: %s', async (_, window, blocks) => {
  const sound = pressed(utf8ToBytes('no database'))
  const frame = [...sound.slice(0, 4), 0, window]
  const empty = new Uint8Array(3 * blocks)
  const pressedTwice = new Uint8Array([...sound, ...frame, ...empty, 1, 0, 0])
  const bombed = await zipOf({ 'collection.anki21b': pressedTwice })
  await expect(bring(bombed)).rejects.toThrow('mine.apkg was not taken')
})

test('hostile names of media and decks stay in their folder', async () => {
  const { files, media } = await bring(
    await legacyPackage({
      notes: [
        note('a', '<img src="../../x.png"> <img src="C:\\y.png">', 'b', {
          deck: '../..::/etc::  ::CON?'
        }),
        note('b', '<img src="__proto__.png">', 'b', { deck: '../..::-etc::  ::con?' })
      ],
      media: {
        '../../x.png': new Uint8Array([1]),
        'C:\\y.png': new Uint8Array([2]),
        '__proto__.png': new Uint8Array([3])
      }
    }),
    '../evil.apkg'
  )
  const paths = [...files, ...media].map(({ path }) => path)
  expect(paths).toHaveLength(5)
  expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(5)
  for (const path of paths) expect(path).not.toMatch(/(?:^|\/)\.|\/\/|^\/|[\\:*?"<>|]|\s$/)
})

describe('fields come in as they read:', () => {
  test.each<[what: string, html: string, markdown: string]>([
    ['our tags', '[/Q]a[Q/] [/BLOCKREAD/]', '\\[/Q]a\\[Q/] \\[/BLOCKREAD/]'],
    ['gaps of no gap type', 'a {{c1::b}}', 'a \\{{c1::b}}'],
    ['signs of Markdown', '*a* _b_ # c', '\\*a\\* \\_b\\_ # c'],
    ['the beginning of lists', '1. a', '1\\. a'],
    ['formulas', 'x \\(a &lt; b\\)', 'x $a < b$'],
    ['old formulas', '[$]a_1[/$] [latex]$b$[/latex]', '$a_1$ $b$'],
    ['money', '5$ and 6$', '5$ and 6$'],
    ['elements in words', 'a<sub>1</sub>', 'a<sub>1</sub>'],
    ['blanks that do not break', 'a&nbsp;b', 'a\u00a0b'],
    ['Chinese', '細胞とは<b>何</b>？', '細胞とは**何**？'],
    ['Arabic', 'ما هي الخلية؟', 'ما هي الخلية؟'],
    ['links', '<a href="https://a.org">b</a>', '[b](https://a.org)'],
    ['tags of other tools', '#exam a #b/c C#', '\\#exam a \\#b/c C#'],
    ['lines of other tools', 'TARGET DECK: x', 'TARGET DECK\\: x'],
    ['a backslash at the end', 'a \\', 'a \\\\'],
    ['entities', '&lt;b&gt; &amp;amp;', '\\<b> \\&amp;']
  ])('%s', async (_, html, markdown) => {
    const { cards, diagnostics } = await cardsOf([[html, 'answer']])
    expect(cards.map(({ question }) => question)).toEqual([markdown])
    expect(cards[0]?.kind).toBe('basic')
    expect(diagnostics).toEqual([])
  })

  test('blocks, on lines of their own', async () => {
    const table = '<table><tr><th>a</th></tr><tr><td>b</td></tr></table>'
    const { cards, diagnostics } = await cardsOf([
      ['<ul><li>a</li><li>b</li></ul>', '<pre>x\n  [/A]\n</pre>'],
      [table, '\\[\\frac{a}{b}\\]'],
      ['<h2>Title</h2>', '<blockquote>q</blockquote>'],
      ['<b>so <pre>x</pre></b>', '<b>a</b>']
    ])
    expect(diagnostics).toEqual([])
    expect(cards.map(({ question, answer }) => [question, answer])).toEqual([
      ['- a\n- b', '```\nx\n  [/A]\n```'],
      ['| a |\n| - |\n| b |', '$$\n\\frac{a}{b}\n$$'],
      ['**Title**', '> q'],
      ['so\n\n```\nx\n```', '**a**']
    ])
  })
})

test('notes that make no card are counted with the reason', async () => {
  const occlusion = { ...basic, id: 5, front: '{{Front}}<div id="image-occlusion-container">' }
  const { notes, ledger } = await bring(
    await legacyPackage({
      notes: [
        note('a', '', 'b'),
        note('b', 'a<br>', ' &nbsp;<div></div>'),
        { guid: 'c', type: cloze, fields: ['no gap', ''] },
        { guid: 'd', type: occlusion, fields: ['<img src="a.png">', 'b'] },
        note('e', 'a', 'b')
      ]
    })
  )
  expect(ledger?.entries).toHaveLength(1)
  expect(notes.map(inEnglish)).toEqual(
    expect.arrayContaining([
      '1 note has an empty front: left out.',
      '1 note has an empty back: left out.',
      '1 note is a sentence without a gap: left out.',
      '1 note is a picture with covered parts: left out.'
    ])
  )
})

test('types with more fields: what the card shows, the rest by name; several on a side are new', async () => {
  const words: MadeType = {
    id: 7,
    name: 'Words',
    fields: ['Word', 'Hint', 'Meaning', 'Example', 'Key'],
    front: '{{Word}}{{#Hint}}<i>{{hint:Hint}}</i>{{/Hint}}<!-- {{Key}} -->{{type:Meaning}}',
    back: '{{FrontSide}}{{Meaning}}<br>{{text:Example}}{{Tags}}'
  }
  const imported = await bring(
    await legacyPackage({
      notes: [
        { guid: 'a', type: words, fields: ['rojo', '', 'red', '', 'k1'] },
        { guid: 'b', type: words, fields: ['correr', 'verb', 'to run', '', 'k2'] },
        { guid: 'c', type: words, fields: ['gato', '', 'cat', 'Un gato.', ''] }
      ]
    })
  )
  const { cards } = compile(imported.files)
  expect(cards.map(({ question, answer }) => [question, answer])).toEqual([
    ['rojo', 'red'],
    ['correr\n\nverb', 'to run'],
    ['gato', 'cat\n\nUn gato.']
  ])
  expect(
    imported.ledger?.entries.map(({ guid, note }) => [guid, note?.question, note?.answer])
  ).toEqual([['a', 0, 2]])
  expect(imported.notes.map(inEnglish).join(' ')).toMatch(
    /2 notes have several fields.*Key \(2 notes\)/
  )
})

test('media that are named and missing are said', async () => {
  const { imported } = await cardsOf([['<img src="gone.png">', '[sound:gone.mp3]']])
  expect(imported.media).toEqual([])
  expect(imported.notes.map(inEnglish).at(-1)).toMatch(
    /^2 pictures and sounds are named on cards and not in/
  )
})

test('two notes of one guid or one question do not lose a card', async () => {
  const { ledger, files } = await bring(
    await legacyPackage({ notes: [note('a', 'q', 'x'), note('a', 'q', 'y'), note('b', 'q', 'z')] })
  )
  expect(compile(files).cards).toHaveLength(3)
  expect(ledger?.entries.map(({ guid, answer }) => [guid, answer])).toEqual([
    ['a', 'x'],
    ['b', 'z']
  ])
})

test('a large deck comes in parts, and its media list may be long', async () => {
  const notes = Array.from({ length: 12_000 }, (_, at) =>
    note(`g${at}`, `Question ${at}`, `Answer ${at}`)
  )
  const { files, ledger } = await bring(await legacyPackage({ notes }))
  expect(files.map(({ path }) => path)).toEqual(['Default.md', 'Default 2.md', 'Default 3.md'])
  expect(ledger?.entries).toHaveLength(12_000)
  expect(files[2]?.text).toMatch(/^# Default\n\n## 1–100\n\n\[\/Q\]Question 10000\[Q\/\]$/m)
  expect(compile([{ path: 'a.md', text: files[2]?.text ?? '' }]).cards).toHaveLength(2000)
  const names = Object.fromEntries(Array.from({ length: 100_000 }, (_, at) => [at, `${at}.png`]))
  const collection = await legacyPackage({ notes: [note('a', '<img src="7.png">', 'b')] })
  const long = await JSZip.loadAsync(collection)
  long.file('media', JSON.stringify(names)).file('7', new Uint8Array([1]))
  const imported = await bring(await long.generateAsync({ type: 'uint8array' }))
  expect(imported.media.map(({ path }) => path)).toEqual(['mine media/7.png'])
})

test('what only claims to be large is refused, too', async () => {
  const claim = new Uint8Array([0x28, 0xb5, 0x2f, 0xfd, 0, 0xf8, 1, 0, 0])
  await expect(bring(await zipOf({ 'collection.anki21b': claim }))).rejects.toThrow(ImportRefusal)
  expect(pressed(new Uint8Array())).toHaveLength(9)
})
