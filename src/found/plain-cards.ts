import type { SourceRange } from '../markdown/tree/container-marks.ts'
import { mayHoldDefinitions } from '../markdown/syntax/definition-lines.ts'
import { withEdits } from '../markdown/reading/with-edits.ts'
import type { Candidate } from './candidate.ts'
import type { Place } from './draft.ts'
import type { FoundCard, FoundEdit } from './found-card.ts'
import { firstEndingAfter, type Note } from './note.ts'
import type { Passage } from './passage.ts'
import { readsPlain } from './reads-plain.ts'

/** Cards that need no second reading, and the candidates that do. */
interface Sorted {
  plain: FoundCard[]
  others: Candidate[]
}

/**
 * Makes cards of the candidates in those sections that hold no tag, and in which every candidate stands
 * in plain words: tags can be nothing but tags there, so that what comes of it is known. The cards are
 * those that `proveCards` would give.
 */
export function plainCards(note: Note, candidates: Candidate[]): Sorted {
  const { text, sections } = note
  if (mayHoldDefinitions(text) || tagLabel.test(text)) return { plain: [], others: candidates }
  const passageAt = (offset: number) => note.passages[firstEndingAfter(note.passages, offset)]
  const bySection = new Map<number, Candidate[]>()
  for (const candidate of candidates) {
    const number = passageAt(candidate.start)?.section ?? 0
    const others = bySection.get(number)
    if (others) others.push(candidate)
    else bySection.set(number, [candidate])
  }
  const sorted: Sorted = { plain: [], others: [] }
  for (const [number, some] of bySection) {
    const section = sections[number]
    if (section?.marking.tagCount === 0 && arePlain(text, some, note.passages)) {
      for (const one of some) sorted.plain.push(cardOf(text, one, section.title))
    } else for (const one of some) sorted.others.push(one)
  }
  return sorted
}

/** The label of a definition that a tag could be a link to. */
const tagLabel = /\[\/?[qa]\/?\]:/i

const gapOpen = /\{\{c\d/

function arePlain(text: string, candidates: Candidate[], passages: Passage[]): boolean {
  const editsIn = new Map<Passage, FoundEdit[]>()
  for (const { draft, edits } of candidates) {
    const sides = [draft.question, ...(draft.answer ? [draft.answer] : [])]
    if (draft.moved !== undefined) return false
    // With a gap in it, a card is another one.
    if (draft.answer && gapOpen.test(text.slice(draft.question.start, draft.question.end)))
      return false
    const held: Passage[] = []
    for (const side of sides) {
      const own = passagesOf(text, passages, side)
      if (own.length === 0) return false
      held.push(...own)
    }
    for (const passage of held) if (!editsIn.has(passage)) editsIn.set(passage, [])
    for (const edit of edits) {
      const passage = held.find((one) => isWithin(edit, one))
      if (!passage) return false
      editsIn.get(passage)?.push(edit)
    }
  }
  return [...editsIn].every(([passage, edits]) => readsPlain(text, passage, edits))
}

/**
 * The passages a side stands in: one line, or paragraphs that have no marks of containers before their lines; none where
 * it is anything else.
 */
function passagesOf(text: string, passages: Passage[], side: Place): Passage[] {
  if (side.opensLine || side.closesLine || side.blank) return []
  const at = firstEndingAfter(passages, side.start)
  const own = passages.slice(at, firstEndingAfter(passages, side.end - 1) + 1)
  const last = own.at(-1)
  if (!last || side.start < (own[0]?.start ?? 0) || side.end > last.end) return []
  if (own.length === 1) return isTextOf(text, last, side) ? own : []
  const inRow = own.every((passage, index) => {
    const before = own[index - 1]
    const part = {
      start: before ? passage.start : side.start,
      end: Math.min(side.end, passage.end)
    }
    return (
      isBare(passage) &&
      (!before || isRightBelow(text, before, passage)) &&
      isTextOf(text, passage, part)
    )
  })
  return inRow ? own : []
}

function isBare({ node, parents }: Passage): boolean {
  return node.type === 'paragraph' && parents.length === 0
}

function isRightBelow(text: string, above: Passage, below: Passage): boolean {
  return below.index === above.index + 1 && text.slice(above.end, below.start) === '\n\n'
}

/** Whether words stand on one line, or are lines of a bare paragraph. */
function isTextOf(text: string, passage: Passage, { start, end }: SourceRange): boolean {
  const from = firstEndingAfter(passage.lines, start)
  const line = passage.lines[from]
  if (!line || start < line.start) return false
  if (end <= line.end) return true
  const to = firstEndingAfter(passage.lines, end - 1)
  const others = passage.lines.slice(from + 1, to + 1)
  return (
    isBare(passage) &&
    others.every(
      (other, at) =>
        text[other.start - 1] === '\n' && passage.lines[from + at]?.end === other.start - 1
    )
  )
}

function isWithin({ start, end }: SourceRange, range: SourceRange): boolean {
  return start >= range.start && end <= range.end
}

const questionWithin = /\[\/Q\]([\s\S]*)\[Q\/\]/
const answerWithin = /\[\/A\]([\s\S]*)\[A\/\]/

function cardOf(
  text: string,
  { rule, draft, start, end, line, edits }: Candidate,
  chapter: string
): FoundCard {
  const inPlace = edits.map((edit) => ({
    ...edit,
    start: edit.start - start,
    end: edit.end - start
  }))
  const tagged = withEdits(text.slice(start, end), inPlace)
  return {
    rule: rule.name,
    certain: rule.certain,
    kind: draft.answer ? 'basic' : 'cloze',
    start,
    end,
    line,
    chapter,
    question: questionWithin.exec(tagged)?.[1]?.trim() ?? '',
    answer: answerWithin.exec(tagged)?.[1]?.trim() ?? '',
    ...(draft.bothWays && { bothWays: true as const }),
    edits
  }
}
