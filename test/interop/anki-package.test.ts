import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { noteFields } from '../../src/export/anki/deck/note-fields.ts'
import { packageDefaults } from '../../src/export/anki/options.ts'
import { ankiDeck } from '../../src/export/anki/deck/anki-notes.ts'
import { fillTemplate } from '../../src/export/anki/deck/fill-template.ts'
import { oneWay } from '../../src/export/anki/deck/note-type.ts'
import { cardCss } from '../../src/laegna.ts'
import type { ExportInput } from '../../src/export/contract.ts'
import { openPackage } from '../export/open-package.ts'
import { cardsOnly, seedExample } from '../export/projects.ts'
import { exportTo, play, type AnkiCollection } from './anki.ts'
import { everyContent } from './every-content.ts'

const context = { now: new Date(1_700_000_000_000) }

/** The package of a project in a fresh collection. */
async function imported(input: ExportInput, options = {}, play_ = {}) {
  return await play([{ import: (await exportTo('anki-package', input, options)).path }], play_)
}

/** What Anki has to hold: our fields letter by letter, but in Unicode form NFC. */
async function expected(input: ExportInput) {
  const { notes } = await ankiDeck(input, context, { pictures: 'files' })
  return notes.map(({ card, guid, deck, tags }) => ({
    guid,
    fields: Object.values(noteFields(card, guid, packageDefaults)).map((field) =>
      field.normalize('NFC')
    ),
    tags: [...tags].sort(),
    deck: deck.normalize('NFC')
  }))
}

function held({ notes }: AnkiCollection) {
  return notes
    .toSorted((a, b) => a.cards[0]!.due - b.cards[0]!.due)
    .map(({ guid, fields, tags, cards }) => ({
      guid,
      fields,
      tags: [...tags].sort(),
      deck: cards[0]!.deck
    }))
}

describe('Anki imports the package', () => {
  test('of the example: three notes of our type under their deck, which says where they come from', async () => {
    const collection = await imported(seedExample())
    expect(held(collection)).toEqual(await expected(seedExample()))
    expect(collection.decks).toEqual([
      { name: 'Default', description: '' },
      {
        name: 'LaegnaAITraining',
        description: 'Cards of **Seed example**, from `seed-example.md`.'
      }
    ])
    expect(collection.types).toContain('Laegna Q&A')
    expect(collection.problems).toEqual([])
  })

  test('of 300 cards with every kind of content, media with odd names and decks three deep', async () => {
    const input = everyContent(300)
    const collection = await imported(input)
    expect(held(collection)).toEqual(await expected(input))
    expect(collection.problems).toEqual([])
    expect(collection.decks).toHaveLength(1 + 3 + 15 + 60)
    expect(collection.decks.map(({ name }) => name)).toContain(
      'Root::shelf::book::Part 0::Chapter 0: a & b <c>'
    )
    const digest = (path: string) =>
      createHash('sha256').update(input.media!.get(path)!).digest('hex')
    const shown = [...input.media!.keys()].filter((path) => path !== 'unused.png')
    expect(Object.values(collection.media).sort()).toEqual(shown.map(digest).sort())
  })

  test('cards asked both ways: two cards a note, in order', async () => {
    const collection = await imported(seedExample(), { reversed: true })
    expect(collection.notes.map(({ cards }) => cards.map(({ ord }) => ord))).toEqual(
      Array.from({ length: 3 }, () => [0, 1])
    )
    expect(collection.types).toContain('Laegna Q&A (both ways)')
    expect(collection.problems).toEqual([])
  })

  test('of 50,000 cards', async () => {
    const input = cardsOnly(
      Array.from({ length: 50_000 }, (_, at) => ({ question: `Question ${at}?`, answer: `${at}` }))
    )
    const { imports, notes, problems } = await imported(input)
    expect(imports).toMatchObject([{ found: 50_000, new: 50_000 }])
    expect(notes).toHaveLength(50_000)
    expect(problems).toEqual([])
  })

  test.each(['de', 'ja'])('into a collection in %s as into one in English', async (language) => {
    const collection = await imported(seedExample(), {}, { language })
    expect(held(collection)).toEqual(await expected(seedExample()))
    expect(collection.types).not.toContain('Basic')
    expect(collection.problems).toEqual([])
  })

  test('of texts that no document would hold', async () => {
    const nasty = [
      '\ud800',
      '\u0000',
      '\u001f',
      'a\tb\r\nc',
      '#',
      '"',
      '\u202eRTL',
      '😀',
      'e\u0301',
      '{{x}}',
      '  x  ',
      '\u2028'
    ]
    const input = cardsOnly(
      nasty.flatMap((text, at) => [
        {
          question: `${at}${text}`,
          answer: text,
          tags: [text, 'x y', 'a::b'],
          chapterTree: [text]
        },
        { question: `deck ${at}`, deck: text }
      ])
    )
    const collection = await imported(input)
    expect(held(collection)).toEqual(await expected(input))
    expect(collection.problems).toEqual([])
    expect(collection.decks.filter(({ name }) => name.endsWith('+'))).toEqual([])
  })
})

describe('a card in Anki', () => {
  test('is drawn by Anki as by the app, whatever is in it', async () => {
    const input = everyContent(64)
    const { rendered } = await imported(input, {}, { render: true })
    expect(rendered).toHaveLength(64)
    const { notes, media } = await ankiDeck(input, context, { pictures: 'files' })
    for (const { card, guid } of notes) {
      const anki = rendered.find((one) => one.guid === guid)!
      const ours = fillTemplate(oneWay.templates[0]!, noteFields(card, guid, packageDefaults))
      expect(asAnkiDraws(ours.front)).toBe(withoutPlayers(anki.front))
      expect(asAnkiDraws(ours.back)).toBe(withoutPlayers(anki.back))
      expect(anki.css).toContain(cardCss.trim())
      for (const sound of anki.sounds) expect(media.files.map(({ name }) => name)).toContain(sound)
    }
    expect(rendered.flatMap(({ sounds }) => sounds)).not.toEqual([])
  })

  test('is sorted and found again as if Anki itself had stored it', async () => {
    const input = everyContent(64)
    const path = (await exportTo('anki-package', input)).path
    const { notes } = await openPackage(readFileSync(path))
    const collection = await play([{ import: path }])
    for (const { guid, sorted, checksum } of collection.notes) {
      const ours = notes.find((one) => one.guid === guid)!
      expect([ours.sorted.normalize('NFC'), ours.checksum]).toEqual([sorted, checksum])
    }
  })
})

/** Anki parts sounds from the text before it shows it. */
function asAnkiDraws(html: string): string {
  return html.replace(/\[sound:[^\]]+\]/g, '').normalize('NFC')
}

function withoutPlayers(html: string): string {
  return html.replace(/\[anki:play:[qa]:\d+\]/g, '')
}
