import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Card } from '../../src/document/model.ts'
import { GuidSource } from '../../src/export/anki/deck/card-guids.ts'
import { compile } from '../../src/laegna.ts'
import { plainText } from '../../src/render/clean-text.ts'
import { cardsOnly, seedExample } from './projects.ts'

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** The rule once more, with other tools. */
function reference(fileId: string, question: string, ordinal: number): string {
  const text = JSON.stringify([fileId, question, ordinal])
  let number = createHash('sha256').update(text, 'utf8').digest().readBigUInt64BE(0)
  let guid = ''
  while (guid.length < 11) {
    guid = DIGITS.charAt(Number(number % 62n)) + guid
    number /= 62n
  }
  return guid
}

function cardGuids(cards: Card[]): string[] {
  const source = new GuidSource()
  return cards.map(({ fileId, question, answer }) =>
    source.next(plainText(fileId), plainText(question), plainText(answer))
  )
}

const guidsOf = (...cards: { fileId?: string; question: string }[]) =>
  cardGuids(cardsOnly(cards).compilation.cards)

test('the guids of the example never change: people have them in their collections', () => {
  expect(cardGuids(seedExample().compilation.cards)).toEqual([
    '7JENQZhjw5f',
    'AgibM0Vqji5',
    'FVTwN2mKwPY'
  ])
})

test('follow the documented rule for any file and question', () => {
  const text = fc.string({ unit: 'binary' }).map((drawn) => drawn.replace(/[\0\r]/g, ''))
  fc.assert(
    fc.property(text, text, (fileId, question) => {
      const plain = [fileId.normalize('NFC'), question.normalize('NFC')] as const
      expect(guidsOf({ fileId, question })).toEqual([reference(...plain, 0)])
    })
  )
})

test('equal questions of a file count up; the same question in another file is another', () => {
  const guids = guidsOf(
    { question: 'Why?' },
    { question: 'Why?' },
    { fileId: 'b', question: 'Why?' },
    { question: 'Why?' }
  )
  expect(guids).toEqual([
    reference('a', 'Why?', 0),
    reference('a', 'Why?', 1),
    reference('b', 'Why?', 0),
    reference('a', 'Why?', 2)
  ])
})

test('do not move with Unicode form, line ends, place, deck, context or answer', () => {
  const [guid] = guidsOf({ fileId: 'caf\u00e9', question: 'Caf\u00e9?\nYes?' })
  expect(guidsOf({ fileId: 'cafe\u0301', question: 'Cafe\u0301?\r\nYes?' })).toEqual([guid])
  const moved = cardsOnly([
    {
      fileId: 'caf\u00e9',
      question: 'Caf\u00e9?\nYes?',
      answer: 'New',
      deck: 'Other',
      chapterTree: ['Elsewhere'],
      line: 99
    }
  ])
  expect(cardGuids(moved.compilation.cards)).toEqual([guid])
})

test('a card keeps its guid when questions before it come to share its answer', () => {
  const guidOf = (text: string) => {
    const { cards } = compile([{ path: 'a.md', text }])
    return cardGuids(cards)[cards.findIndex(({ question }) => question === 'Which?')]
  }
  const alone = guidOf('[/Q]Why?[Q/]\n\n[/Q]Which?[Q/] [/A]This.[A/]\n')
  expect(alone).toBeDefined()
  expect(guidOf('[/Q]Why?[Q/] [/Q]Which?[Q/] [/A]This.[A/]\n')).toBe(alone)
})
