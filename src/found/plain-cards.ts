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
    if (section?.marking.tagCount === 0 && arePlain(text, some, passageAt)) {
      sorted.plain.push(...some.map((candidate) => cardOf(text, candidate, section.title)))
    } else sorted.others.push(...some)
  }
  return sorted
}

/** The label of a definition that a tag could be a link to. */
const tagLabel = /\[\/?[qa]\/?\]:/i

function arePlain(
  text: string,
  candidates: Candidate[],
  passageAt: (offset: number) => Passage | undefined
): boolean {
  const editsIn = new Map<Passage, FoundEdit[]>()
  for (const { draft, edits } of candidates) {
    const passages = [draft.question, draft.answer].map((side) => {
      const passage = side && passageAt(side.start)
      return passage && isTextOf(text, passage, side) ? passage : undefined
    })
    if (!passages.every((passage) => passage !== undefined)) return false
    for (const edit of edits) {
      const passage = passages.find((one) => isWithin(edit, one))
      if (!passage) return false
      const others = editsIn.get(passage)
      if (others) others.push(edit)
      else editsIn.set(passage, [edit])
    }
  }
  return [...editsIn].every(([passage, edits]) => readsPlain(text, passage, edits))
}

/** Whether a side is words of one line, or lines of a paragraph that has no marks of containers before them. */
function isTextOf(text: string, passage: Passage, side: Place): boolean {
  if (side.opensLine || side.closesLine || side.blank || !isWithin(side, passage)) return false
  const from = firstEndingAfter(passage.lines, side.start)
  const line = passage.lines[from]
  if (!line || side.start < line.start) return false
  if (side.end <= line.end) return true
  const to = firstEndingAfter(passage.lines, side.end - 1)
  const others = passage.lines.slice(from + 1, to + 1)
  return (
    passage.node.type === 'paragraph' &&
    passage.parents.length === 0 &&
    others.every(
      ({ start }, at) => text[start - 1] === '\n' && passage.lines[from + at]?.end === start - 1
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
    kind: 'basic',
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
