import { expect, test } from 'vitest'
import type { CardState, ComparedCard } from '../../src/laegna.ts'
import { changedParts } from '../../src/ui/export/changed-parts.ts'

const state: CardState = {
  question: 'What holds the DNA?',
  answer: 'The nucleus.',
  chapterTree: ['Cells', 'Parts'],
  fileId: 'cells'
}

function changed(after: Partial<CardState>, changes: ComparedCard['changes']): ComparedCard {
  return { guid: 'x', before: state, after: { ...state, path: 'a.md', line: 1, ...after }, changes }
}

test('only what changed is shown, with the words that make the difference', () => {
  const card = changed({ answer: 'The round nucleus.' }, ['answer'])
  expect(changedParts(card)).toEqual([
    {
      name: 'Answer',
      before: [
        { text: 'The ', only: false },
        { text: 'nucleus.', only: false }
      ],
      after: [
        { text: 'The ', only: false },
        { text: 'round ', only: true },
        { text: 'nucleus.', only: false }
      ]
    }
  ])
})

test('both sides together are the texts, whatever changed', () => {
  const after = { question: 'Which part?\nSay it.', chapterTree: ['Biology'], fileId: 'b' }
  for (const { name, before, after: now } of changedParts(
    changed(after, ['question', 'context', 'file'])
  )) {
    const text = (side: { text: string }[]) => side.map(({ text }) => text).join('')
    const texts: Record<string, string[]> = {
      Question: [state.question, after.question],
      Chapter: ['Cells › Parts', 'Biology'],
      File: ['cells', 'b']
    }
    expect([text(before), text(now)]).toEqual(texts[name])
  }
})

test('very long texts are shown without looking for the words', () => {
  const [part] = changedParts(changed({ answer: 'word '.repeat(5000) }, ['answer']))
  expect(part?.after).toHaveLength(1)
})
