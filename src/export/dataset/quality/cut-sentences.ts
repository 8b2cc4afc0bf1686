import { say } from '../../../say/say.ts'
import type { DatasetItem, Entry } from '../items/item.ts'
import type { QualityKind } from './rule.ts'
import { weightOf } from './weight.ts'

/** Letters that go with what follows, at most: a whole derivation is no longer one sentence. */
const MOST = 1500

/** It is no rule of one stretch: it shows only by what comes next. */
export const cutSentences: QualityKind = {
  name: 'cut',
  label: say('Sentences cut at a formula'),
  hint: say('Text of a sentence that a formula is part of. Each part goes with what follows it.')
}

/** Whether a sentence goes on from a block to the next: into a formula, or out of one. */
export function goesOn({ item, path }: Entry, next: Entry | undefined): boolean {
  if (item.kind !== 'block' || next?.item.kind !== 'block') return false
  if (next.path !== path || next.item.chapter_id !== item.chapter_id) return false
  if (weightOf(item.content, MOST + 1) > MOST) return false
  if (isFormula(item)) return !isFormula(next.item) && isProse(next.item) && goesOnFrom(next.item)
  return isProse(item) && isFormula(next.item) && !isEnded(item)
}

function isFormula({ block_kind, content }: DatasetItem): boolean {
  // Marks around it, as in D2L, and the name below it.
  return (
    block_kind === 'math' ||
    /^[\s>([*]*\$\$[^$]+\$\$[\s)\]*]*(?:\n:\w+:`[^`]*`\s*)?$/.test(content) ||
    /^[ \t]*(?:`{3,}|~{3,}|:{3,})\{math\}/.test(content)
  )
}

function isProse({ block_kind }: DatasetItem): boolean {
  return block_kind === 'paragraph' || block_kind === 'list'
}

/** Whether the last sentence of a text has its end. */
function isEnded({ content }: DatasetItem): boolean {
  return /[.!?。！？…]["'”’»)\]*_]*\s*$/.test(content)
}

/** Whether a text begins in the middle of a sentence: in small letters. */
function goesOnFrom({ content }: DatasetItem): boolean {
  return /^[\s*_([]*(?:\p{Ll}{2}|其中|式中)/u.test(content)
}
