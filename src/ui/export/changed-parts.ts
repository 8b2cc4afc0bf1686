import { diffWordsWithSpace } from 'diff'
import type { ComparedCard } from '../../laegna.ts'

/** A stretch of a text, and whether the other text has it, too. */
export interface Stretch {
  text: string
  only: boolean
}

/** A part of a card as it was and as it is. */
export interface ChangedPart {
  name: string
  before: Stretch[]
  after: Stretch[]
}

/** Comparing longer texts word by word would take longer than reading them. */
const LONGEST = 20_000

/** The parts of a changed card that differ, with the words that make the difference. */
export function changedParts({ before, after, changes }: ComparedCard): ChangedPart[] {
  if (!before || !after) return []
  const texts = {
    question: ['Question', before.question, after.question],
    answer: ['Answer', before.answer, after.answer],
    context: ['Chapter', before.chapterTree.join(' › '), after.chapterTree.join(' › ')],
    file: ['File', before.fileId, after.fileId],
    look: ['Look', 'formatting and tags as exported', 'other formatting or tags'],
    media: ['Media', 'pictures and sounds as exported', 'other pictures or sounds']
  } as const
  return changes.map((change) => {
    const [name, was, is] = texts[change]
    if (was.length + is.length > LONGEST) {
      return { name, before: [{ text: was, only: false }], after: [{ text: is, only: false }] }
    }
    const parts = diffWordsWithSpace(was, is)
    const side = (leave: 'added' | 'removed', take: 'added' | 'removed') =>
      parts.filter((part) => !part[leave]).map((part) => ({ text: part.value, only: part[take] }))
    return { name, before: side('added', 'removed'), after: side('removed', 'added') }
  })
}
