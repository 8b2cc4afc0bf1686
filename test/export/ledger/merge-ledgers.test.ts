import { describe, expect, test } from 'vitest'
import { ankiJson } from '../../../src/export/anki/json/anki-json.ts'
import { ankiPackage } from '../../../src/export/anki/package/anki-package.ts'
import {
  adoptLedger,
  mergeLedgers,
  renewedLedger,
  type Card,
  type Ledger
} from '../../../src/laegna.ts'
import { formWarnings } from '../../../src/export/anki/ledger/form-warnings.ts'
import type { PackageOptions } from '../../../src/export/anki/options.ts'
import { exportPackage } from '../open-package.ts'
import { cardsOnly } from '../projects.ts'
import { inEnglish } from '../../../src/say/say.ts'

async function write(
  cards: Partial<Card>[],
  ledger: Ledger | undefined,
  second: number,
  options: Partial<PackageOptions> = {}
) {
  const input = { ...cardsOnly(cards), ...(ledger && { ledger }) }
  const { notes, result } = await exportPackage(input, options, new Date(second * 1000))
  return { notes, guids: notes.map(({ guid }) => guid), ledger: result.ledger! }
}

const later20 = { now: new Date(20_000), seed: 1 }
const right = { question: 'What is around a cell?', answer: 'A membrane' }
const wrong = { ...right, answer: 'A wall' }
const later = { question: 'What is DNA?', answer: 'A molecule' }
const laterStill = { ...later, question: 'Which molecule carries the genes?' }

describe('a backup that is restored over a project', () => {
  test('brings texts that Anki takes although it has newer ones', async () => {
    const backup = await write([right], undefined, 10)
    const newest = await write([wrong], backup.ledger, 20)
    const merged = mergeLedgers(newest.ledger, backup.ledger)
    const restored = await write([right], merged, 30)
    expect(restored.guids).toEqual(backup.guids)
    expect(restored.notes[0]!.mod).toBe(30)
  })

  test('lets cards keep what they were given since', async () => {
    const backup = await write([right], undefined, 10)
    const added = await write([right, later], backup.ledger, 20)
    const reworded = await write([right, laterStill], added.ledger, 30)
    const merged = mergeLedgers(reworded.ledger, backup.ledger)
    expect((await write([right, laterStill], merged, 40)).guids).toEqual(added.guids)
  })

  test('knows of each card in which form it went first', async () => {
    const one = await write([right], undefined, 10)
    const both = await write([right, later], one.ledger, 20, { reversed: true })
    for (const merged of [
      mergeLedgers(both.ledger, one.ledger),
      mergeLedgers({ ...one.ledger, forms: ['text', 'package'] }, both.ledger)
    ]) {
      expect(formWarnings(merged, 'package').map(inEnglish).join(' ')).toContain('1 of 2 cards')
    }
  })

  test('knows it, too, of a card that only other programs got since', async () => {
    const one = await write([right], undefined, 10)
    const both = await write([right, later], one.ledger, 20, { reversed: true })
    const input = cardsOnly([right, { ...later, answer: 'An acid' }])
    const context = { now: new Date(30_000), seed: 1 }
    const { ledger } = await ankiJson.run({ ...input, ledger: one.ledger }, {}, context)
    const merged = mergeLedgers(ledger!, both.ledger)
    expect(formWarnings(merged, 'package').map(inEnglish).join(' ')).toContain('1 of 2 cards')
    expect(merged.entries[1]!.answer).toBe('An acid')
  })
})

test('an earlier package does not undo how the fields are written since: Anki takes both ways', async () => {
  const prefixes = { prefixes: true }
  const { cards } = cardsOnly([right, later]).compilation
  const first = await write([right, later], undefined, 10)
  const second = await write([right, later], first.ledger, 20, prefixes)
  const { ledger } = adoptLedger(cards, second.ledger, first.ledger)
  const mods = async (options: Partial<PackageOptions>) =>
    (await write([right, later], ledger, 30, options)).notes.map(({ mod }) => mod)
  expect(await mods(prefixes)).toEqual([20, 20])
  expect(await mods({ prefixes: false })).toEqual([30, 30])
})

test('cards that are to be written anew are newer than all that Anki has, and warn of nothing', async () => {
  const first = await write([right, later], undefined, 10)
  const second = await write([right, later], first.ledger, 20)
  expect(second.notes.map(({ mod }) => mod)).toEqual([10, 10])
  const renewed = renewedLedger(second.ledger)
  expect(formWarnings(renewed, 'package-both-ways')).toEqual([])
  const third = await write([right, later], renewed, 30, { reversed: true })
  expect(third.guids).toEqual(first.guids)
  expect(third.notes.map(({ mod }) => mod)).toEqual([30, 30])
  // And from then on only what changes is.
  const fourth = await write([right, laterStill], third.ledger, 40, { reversed: true })
  expect(fourth.notes.map(({ mod }) => mod)).toEqual([30, 40])
})

test('cards that are to be written anew keep note type and options where nothing is chosen', async () => {
  const chosen = { reversed: true, separator: ': ', prefixes: true }
  const first = await write([right], undefined, 10, chosen)
  // Twice, and with cards for another program in between: neither forgets.
  const once = renewedLedger(first.ledger)
  const { ledger } = await ankiJson.run({ ...cardsOnly([right]), ledger: once }, {}, later20)
  const third = await write([right], renewedLedger(ledger!), 30)
  expect(third.notes).toEqual(first.notes.map((note) => ({ ...note, mod: 30 })))
  expect(third.ledger.style).toEqual({ key: first.ledger.style!.key, mod: 30 })
  const other = await write([right], once, 30, { reversed: false })
  expect(other.notes[0]!.due).toHaveLength(1)
})

describe('with the clock set back', () => {
  const prefixes = { prefixes: true }

  test.each([
    ['another way of writing', prefixes, (ledger: Ledger) => ledger],
    ['all cards written anew', {}, renewedLedger]
  ])('Anki still takes what was edited after %s', async (_, options, change) => {
    const first = await write([right], undefined, 10)
    const second = await write([right], change(first.ledger), 100, options)
    const third = await write([wrong], second.ledger, 50, options)
    const fourth = await write([wrong], third.ledger, 60, options)
    expect([second, third, fourth].map(({ notes }) => notes[0]!.mod)).toEqual([100, 101, 101])
  })

  test.each([
    ['written in another way', prefixes, (ledger: Ledger) => ledger],
    ['written anew', {}, renewedLedger]
  ])('Anki still takes all cards that are %s', async (_, options, change) => {
    const first = await write([right, later], undefined, 100)
    const second = await write([right, laterStill], first.ledger, 110)
    const third = await write([right, laterStill], change(second.ledger), 50, options)
    expect(third.notes.map(({ mod }) => mod)).toEqual([111, 111])
  })
})

test('that all notes are written anew is told before, with its cause', async () => {
  const { ledger } = await write([right], undefined, 10)
  const told = async (input: Ledger, options: Partial<PackageOptions>) => {
    const context = { now: new Date(20_000), seed: 1 }
    const { said } = await ankiPackage.preview(
      { ...cardsOnly([right]), ledger: input },
      options,
      context
    )
    return said.map(inEnglish).filter((words) => words.includes('anew'))
  }
  expect(await told(ledger, {})).toEqual([])
  expect(await told(ledger, { prefixes: true })).toEqual([
    expect.stringMatching(/^These options write the fields otherwise/)
  ])
  expect(await told(renewedLedger(ledger), {})).toEqual([expect.stringMatching(/^As you wished/)])
})
