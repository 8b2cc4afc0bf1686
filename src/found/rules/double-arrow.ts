import type { ListItem } from 'mdast'
import { itemAnswer } from '../item-answer.ts'
import { inline, type Draft } from '../draft.ts'
import { leadingHashtags, trailingHashtags, visibleEnd } from '../line-ends.ts'
import type { Note } from '../note.ts'
import type { Line, Passage } from '../passage.ts'
import { isAside, isMeaning, isTerm } from '../terms.ts'
import type { Rule } from '../rule.ts'

/**
 * RemNote: `Question >> answer`, `<<` with the answer first, `<>` where it is asked both ways, `;;` for
 * what describes a thing, and `>>>` with the answer in the items below.
 */
export const doubleArrow: Rule = {
  name: 'double-arrow',
  certain: false,
  sign: /\S[ \t]+(?:>>|<<|<>)[ \t]+\S|\S[ \t]*;;[ \t]*[^\s;)]|\S[ \t]*(?:>>|;;|::)[>;:]?(?:[1A][.)])?[ \t]*$/m,
  find: findArrows
}

function findArrows({ passages }: Note): Draft[] {
  const drafts = passages.flatMap(draftsIn)
  return drafts.length >= least ? drafts : []
}

/** Whether a note is written so. */
export function holdsArrows(note: Note): boolean {
  return doubleArrow.sign.test(note.text) && findArrows(note).length > 0
}

/** One alone may be a way through menus, or a command. */
const least = 2

const shape =
  /^(?<left>(?:(?!;;)[^<>])*?[^<>\s;])(?<gap>[ \t]+(?<arrow>>>|<<|<>)[ \t]+|[ \t]*(?<dots>;;)[ \t]*)(?<right>[^<>\s;)](?:(?!;;)[^<>])*)$/u
/** What the items below answer. */
const above = /^(?<left>[^<>]*[^<>\s:;])[ \t]*(?:>>>|;;;|:::|(?:>>|;;|::)(?:[1A][.)])?)$/u

function draftsIn(passage: Passage): Draft[] {
  const mayBe = passage.node.type === 'paragraph' && doubleArrow.sign.test(passage.source)
  if (!mayBe || isAside(passage)) return []
  const item = passage.parents.at(-1)
  const isOfItem = item?.type === 'listItem' && item.children[0] === passage.node
  return passage.lines.flatMap((line) => draftOf(line, isOfItem ? item : undefined))
}

function draftOf(line: Line, item: ListItem | undefined): Draft[] {
  const lead = leadingHashtags(line.words)
  const seen = line.words.slice(lead, visibleEnd(line) - line.start)
  const said = seen.slice(0, seen.length - trailingHashtags(seen))
  const start = line.start + lead
  const over = item && above.exec(said)?.groups
  if (over) return overItems(start, over['left'] ?? '', start + said.length, item)
  const { left = '', gap = '', arrow, dots, right = '' } = shape.exec(said)?.groups ?? {}
  const isCommand =
    /^(?:echo|cat|printf|grep|case|for)\b/.test(left) ||
    (dots !== undefined && /^[^(]*\)|\($/.test(left))
  const [term, meaning] = arrow === '<<' ? [right, left] : [left, right]
  if (!isTerm(term) || isCommand || !(isMeaning(meaning, 1) || /\d/.test(meaning))) return []
  const end = start + left.length
  const from = end + gap.length
  const to = from + right.trimEnd().length
  if (arrow !== '<<') {
    return [
      {
        question: inline(start, end),
        answer: inline(from, to),
        replaced: [{ start: end, end: from, insert: ' ' }],
        ...(arrow === '<>' && { bothWays: true })
      }
    ]
  }
  // A shift of bits has numbers beside it.
  if (/\d[ \t]*$/.test(left) || /^\d/.test(right)) return []
  return [
    {
      question: inline(from, to),
      moved: { words: left, gap: ' ' },
      replaced: [{ start, end: from, insert: '' }]
    }
  ]
}

function overItems(start: number, left: string, end: number, item: ListItem): Draft[] {
  const answer = itemAnswer(item)
  if (!answer || !isTerm(left)) return []
  const asked = start + left.length
  return [{ question: inline(start, asked), answer, replaced: [{ start: asked, end, insert: '' }] }]
}
