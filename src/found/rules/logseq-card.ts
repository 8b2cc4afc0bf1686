import type { ListItem } from 'mdast'
import { cardTagOf, cardTagSign } from '../card-tag.ts'
import { inline, type Draft, type Place } from '../draft.ts'
import { itemAnswer } from '../item-answer.ts'
import { trailingHashtags } from '../line-ends.ts'
import type { Note } from '../note.ts'
import type { Line, Passage } from '../passage.ts'
import type { Rule } from '../rule.ts'

/** Logseq: `- question #card`, and the bullets below it the answer. */
export const logseqCard: Rule = {
  name: 'logseq-card',
  certain: true,
  sign: cardTagSign,
  find: ({ passages }: Note) =>
    passages.flatMap((passage) => {
      const item = passage.parents.at(-1)
      if (item?.type !== 'listItem' || item.children[0] !== passage.node) return []
      if (!cardTagSign.test(passage.source)) return []
      const draft = draftOf(passage, item)
      return draft ? [draft] : []
    })
}

/** Logseq keeps what it knows of a block in lines below: `card-repeats:: 2`. */
const property = /^[\w.-]+:: /

/** What Logseq keeps of a task, which is no word of a question. */
const taskMark = /^(?:TODO|DOING|DONE|LATER|NOW|WAITING|CANCELED)[ \t]+/

function draftOf({ lines, node }: Passage, item: ListItem): Draft | undefined {
  const own = lines.filter(({ words }) => !property.test(words))
  const at = own.findIndex((line) => cardTagOf(line) !== undefined)
  const line = own[at]
  const tag = line && cardTagOf(line)
  const first = own[0]
  if (!line || !tag || !first) return undefined
  const question = questionOf(line, first, tag.range.start, tag.range.end)
  const next = own[at + 1]
  const answer = itemAnswer(item) ?? (next && inline(next.start, own.at(-1)?.end ?? next.end))
  if (!question || !answer || node.type === 'tableCell') return undefined
  return { question, answer, bothWays: tag.bothWays, replaced: [{ ...tag.range, insert: '' }] }
}

/** What stands before the tag; where nothing does, what stands behind it. */
function questionOf(line: Line, first: Line, from: number, to: number): Place | undefined {
  const before = line.words.slice(0, from - line.start)
  const end = line.start + before.length - trailingHashtags(before)
  const begin = first.start + (taskMark.exec(first.words)?.[0].length ?? 0)
  if (end > begin) return inline(begin, end)
  const after = line.words.slice(to - line.start)
  const start = to + after.length - after.trimStart().length
  return start < line.end ? inline(start, line.end) : undefined
}
