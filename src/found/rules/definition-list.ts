import { lineStart } from '../../markdown/line-start.ts'
import { inline, type Draft } from '../draft.ts'
import { visibleEnd } from '../line-ends.ts'
import type { Note } from '../note.ts'
import type { Line, Passage } from '../passage.ts'
import type { Rule } from '../rule.ts'

const meaning = /^[:~][ \t]+(?=\S)/
/** A line with that mark, in any containers. */
const meaningLine = /^[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*[:~][ \t]/m

/** A term, and below it `: what it means`, as PHP Markdown Extra and Pandoc have it. */
export const definitionList: Rule = {
  name: 'definition-list',
  certain: true,
  sign: meaningLine,
  find: ({ text, passages }: Note) =>
    passages.flatMap((passage, at) =>
      passage.node.type === 'paragraph' && meaningLine.test(passage.source)
        ? draftsOf(text, passage, passages[at - 1])
        : []
    )
}

function draftsOf(text: string, passage: Passage, before: Passage | undefined): Draft[] {
  const { lines } = passage
  if (!lines.some(({ words }) => meaning.test(words))) return []
  // What stands further in than its mark goes on with the meaning before it.
  const isMeaning = lines.map(
    (line, at) => meaning.test(line.words) && isOutside(text, lines[at - 1], line)
  )
  const drafts: Draft[] = []
  for (const [at, line] of lines.entries()) {
    if (!isMeaning[at] || isMeaning[at - 1]) continue
    const term = lines[at - 1] ?? termAbove(passage, before)
    const next = isMeaning.findIndex((is, other) => other > at && is && !isMeaning[other - 1])
    const own = lines.slice(at, next < 0 ? undefined : next - 1)
    const last = own.findLast((one) => visibleEnd(one) > one.start)
    if (!term || !last || visibleEnd(term) <= term.start) continue
    const marks = own.flatMap(markOf)
    drafts.push({
      question: inline(term.start, visibleEnd(term)),
      answer: inline(marks[0]?.end ?? line.start, visibleEnd(last)),
      replaced: marks
    })
  }
  return drafts
}

function markOf({ start, words }: Line): Draft['replaced'] {
  const length = meaning.exec(words)?.[0].length
  return length === undefined ? [] : [{ start, end: start + length, insert: '' }]
}

/** The single line of the paragraph before, with a blank line between. */
function termAbove({ siblings, index }: Passage, before: Passage | undefined): Line | undefined {
  const isAbove =
    before?.siblings === siblings &&
    before.index === index - 1 &&
    before.node.type === 'paragraph' &&
    before.lines.length === 1
  return isAbove ? before.lines[0] : undefined
}

function isOutside(text: string, above: Line | undefined, { start }: Line): boolean {
  const column = (offset: number) => offset - lineStart(text, offset)
  return !above || meaning.test(above.words) || column(above.start) <= column(start)
}
