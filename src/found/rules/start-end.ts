import type { RootContent } from 'mdast'
import { blocksPlace, inline, type Draft, type Place } from '../draft.ts'
import type { FoundEdit } from '../found-card.ts'
import { visibleEnd } from '../line-ends.ts'
import type { Note } from '../note.ts'
import type { Line, Passage } from '../passage.ts'
import type { Rule } from '../rule.ts'
import { backWords, clozeTypes, frontWords, reversedTypes } from '../words/anki-words.ts'

/** Obsidian_to_Anki: `START`, the note type, the front, `Back: …`, `END`; and all that on one line. */
export const startEnd: Rule = {
  name: 'start-end',
  certain: true,
  sign: /START/i,
  find: ({ passages }: Note) => [
    ...passages.flatMap((passage, at) => blockDrafts(passages, passage, at)),
    ...passages.filter(mayStart).flatMap(({ lines }) => lines.flatMap(inlineDrafts))
  ]
}

const back = new RegExp(`^(?:${backWords})[ \\t]*[:：][ \\t]*`, 'i')
const front = new RegExp(`^(?:${frontWords}|Text)[ \\t]*[:：][ \\t]*`, 'i')
const inlineNote = new RegExp(
  `STARTI[ \\t]+\\[([^\\]]+)\\][ \\t]+(?:(?:${frontWords}):[ \\t]*)?(.+?)[ \\t]+(?:${backWords})[ \\t]*[:：][ \\t]*(.+?)(?:[ \\t]+Tags:.*?)?[ \\t]+ENDI`,
  'gi'
)

function mayStart({ source }: Passage): boolean {
  return startEnd.sign.test(source)
}

/** A line with its passage. */
interface Placed {
  line: Line
  passage: Passage
  at: number
}

function blockDrafts(passages: Passage[], passage: Passage, number: number): Draft[] {
  if (!mayStart(passage)) return []
  return passage.lines.flatMap((line, at) => {
    if (line.words !== 'START') return []
    const lines = linesToEnd(passages, passage, number, at)
    const [start, type, first] = lines
    const end = lines.at(-1)
    if (!start || !type || !first || end?.line.words !== 'END') return []
    const draft = clozeTypes.test(type.line.words) ? gaps(lines) : sides(lines)
    return draft ? [draft] : []
  })
}

/** All lines beside `START`, up to `END` with it; those in lists and the like are no such lines. */
function linesToEnd(passages: Passage[], passage: Passage, number: number, from: number): Placed[] {
  const placed: Placed[] = []
  for (let index = number; index < passages.length; index++) {
    const other = passages[index]
    if (!other || other.section !== passage.section) break
    if (other.siblings !== passage.siblings) continue
    for (let at = index === number ? from : 0; at < other.lines.length; at++) {
      const line = other.lines[at]
      if (!line || (line.words === 'START' && placed.length > 0)) return []
      placed.push({ line, passage: other, at })
      if (line.words === 'END') return placed
    }
  }
  return []
}

function sides(lines: Placed[]): Draft | undefined {
  const [start, type, first] = lines
  const end = lines.at(-1)
  const turn = lines.findIndex(({ line }, at) => at > 2 && back.test(line.words))
  const middle = lines[turn]
  if (!start || !type || !first || !end || !middle) return undefined
  const tags = lines.findIndex(({ line }, at) => at > turn && /^Tags:/i.test(line.words))
  const after = lines[tags < 0 ? lines.length - 1 : tags]
  const label = back.exec(middle.line.words)?.[0].length ?? 0
  const named = front.exec(first.line.words)?.[0].length ?? 0
  const question = placeOf(first, middle, first.line.start + named)
  const answer = after && placeOf(middle, after, middle.line.start + label)
  if (!question || !answer) return undefined
  return {
    question,
    answer,
    bothWays: reversedTypes.test(type.line.words),
    replaced: [
      { start: start.line.start, end: question.start, insert: '' },
      { start: middle.line.start, end: answer.start, insert: '' },
      { ...rangeOf(end.line), insert: '' }
    ]
  }
}

function gaps(lines: Placed[]): Draft | undefined {
  const [start, , first] = lines
  const end = lines.at(-1)
  const tags = lines.findIndex(({ line }) => /^(?:Tags|Extra|Back Extra):/i.test(line.words))
  const after = lines[tags < 0 ? lines.length - 1 : tags]
  if (!start || !first || !end || !after) return undefined
  const named = front.exec(first.line.words)?.[0].length ?? 0
  const question = placeOf(first, after, first.line.start + named)
  const inside = lines.slice(2, lines.indexOf(after))
  const isAnki = inside.some(({ line }) => line.words.includes('{{c'))
  const edits = isAnki ? [] : curlyGaps(inside.map(({ line }) => line))
  if (!question || (!isAnki && edits.length === 0)) return undefined
  return {
    question,
    replaced: [
      { start: start.line.start, end: question.start, insert: '' },
      ...edits,
      { ...rangeOf(end.line), insert: '' }
    ]
  }
}

/** `{gap}` and `{2:gap}` as Anki has them. */
function curlyGaps(lines: Line[]): FoundEdit[] {
  let count = 0
  return lines.flatMap(({ start, words }) =>
    [...words.matchAll(/\{(?:c?(\d{1,3})(?:::?|\|))?([^{}]+)\}/g)].flatMap((match) => {
      const [all, number, gap = ''] = match
      const at = start + match.index
      const end = at + all.length
      count++
      return [
        { start: at, end: end - 1 - gap.length, insert: `{{c${number ?? String(count)}::` },
        { start: end - 1, end, insert: '}}' }
      ]
    })
  )
}

function rangeOf({ start, end }: Line): { start: number; end: number } {
  return { start, end }
}

/** From a place in one line to the end of what stands before another. */
function placeOf(from: Placed, to: Placed, start: number): Place | undefined {
  if (from.passage === to.passage) {
    const line = to.passage.lines[to.at - 1]
    const end = line ? visibleEnd(line) : 0
    return end > start ? inline(start, end) : undefined
  }
  const { siblings, index } = from.passage
  const until = to.at > 0 ? to.passage.index + 1 : to.passage.index
  const nodes: RootContent[] = siblings.slice(index, until)
  while (nodes.at(-1)?.type === 'html') nodes.pop()
  const line = to.passage.lines[to.at - 1]
  return blocksPlace(nodes, start, line && visibleEnd(line))
}

function inlineDrafts({ start, words }: Line): Draft[] {
  return [...words.matchAll(inlineNote)].map((match) => {
    const [all, type = '', asked = '', answered = ''] = match
    const at = start + match.index
    const afterType = all.indexOf(']') + 1
    const from = at + all.indexOf(asked, afterType)
    const to = at + all.indexOf(answered, from - at + asked.length)
    return {
      question: inline(from, from + asked.length),
      answer: inline(to, to + answered.length),
      bothWays: reversedTypes.test(type),
      replaced: [
        { start: at, end: from, insert: '' },
        { start: from + asked.length, end: to, insert: ' ' },
        { start: at + all.length - 'ENDI'.length, end: at + all.length, insert: '' }
      ]
    }
  })
}
