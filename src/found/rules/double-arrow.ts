import { inline, type Draft } from '../draft.ts'
import { leadingHashtags, trailingHashtags, visibleEnd } from '../line-ends.ts'
import type { Note } from '../note.ts'
import type { Line, Passage } from '../passage.ts'
import { isAside, isMeaning, isTerm } from '../terms.ts'
import type { Rule } from '../rule.ts'

/** RemNote: `Question >> answer`, and `<>` where it is asked both ways. */
export const doubleArrow: Rule = {
  name: 'double-arrow',
  certain: false,
  sign: /\S[ \t]+(?:>>|<>)[ \t]+\S/,
  find: ({ passages }: Note) => {
    const drafts = passages.flatMap(draftsIn)
    return drafts.length >= least ? drafts : []
  }
}

/** One alone may be a way through menus, or a command. */
const least = 2

const shape = /^(?<left>[^<>]*[^<>\s])(?<gap>[ \t]+(?<arrow>>>|<>)[ \t]+)(?<right>[^<>\s][^<>]*)$/u

function draftsIn(passage: Passage): Draft[] {
  const mayBe = passage.node.type === 'paragraph' && doubleArrow.sign.test(passage.source)
  return mayBe && !isAside(passage) ? passage.lines.flatMap(draftOf) : []
}

function draftOf(line: Line): Draft[] {
  const lead = leadingHashtags(line.words)
  const seen = line.words.slice(lead, visibleEnd(line) - line.start)
  const said = seen.slice(0, seen.length - trailingHashtags(seen))
  const { left = '', gap = '', arrow, right = '' } = shape.exec(said)?.groups ?? {}
  const isCommand = /^(?:echo|cat|printf|grep)\b/.test(left)
  if (!isTerm(left) || isCommand || !(isMeaning(right, 1) || /\d/.test(right))) return []
  const start = line.start + lead
  const end = start + left.length
  const from = end + gap.length
  return [
    {
      question: inline(start, end),
      answer: inline(from, from + right.trimEnd().length),
      replaced: [{ start: end, end: from, insert: ' ' }],
      ...(arrow === '<>' && { bothWays: true })
    }
  ]
}
