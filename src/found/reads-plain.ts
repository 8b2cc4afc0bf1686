import { inOrder } from '../markdown/reading/with-edits.ts'
import type { FoundEdit } from './found-card.ts'
import type { Passage } from './passage.ts'

const open = '\ue000'
const close = '\ue001'

/** What begins something but words, in any place of a line. */
const special =
  /[`*_~<[\]\\^$#|@{}\ue000\ue001]|==|%%|\(\((?=[\da-f]{8}-)|&(?=\S)|:\/\/|www\.|\b(?:https?|mailto|xmpp):/i
const code = /`[^`\n\ue000\ue001]+`/g
const strong = /(?<!\*)(\*{1,3})[\p{L}\p{N}](?:[^*\n\ue000\ue001]*[\p{L}\p{N}])?\1(?!\*)/gu
/** A formula in which nothing but itself can be read. */
const formula =
  /(?<![$\p{L}\p{N}])\$(?![\s$])[\p{L}\p{N} _^{}()+=/.,*|'-]*(?<!\s)\$(?![$\p{L}\p{N}])/gu
const marked =
  /(?<![=\p{L}\p{N}])==[\p{L}\p{N}](?:[^=\n\ue000\ue001]*[\p{L}\p{N}])?==(?![=\p{L}\p{N}])/gu
const gap = /\{\{c\d{1,3}::[^{}:\n\ue000\ue001]+(?:::[^{}:\n\ue000\ue001]+)?\}\}/g

/** A tag that holds nothing, could be the text of a link or picture, or stands alone on its line. */
const misread = /!\ue000|\ue000[\s([:{\ue001]|[\ue000\ue001][([:{]|^[\ue000\ue001\s]+$/m

/**
 * Whether a passage is words, single code spans, simple formulas, gaps, and strong, emphasised or marked words, and stays so with some
 * edits made: that no tag stands within any of them or where it would be read as something else.
 */
export function readsPlain(text: string, { node, lines }: Passage, edits: FoundEdit[]): boolean {
  // Without some words the chapter has another name.
  if (node.type === 'heading' && edits.some(({ start, end }) => end > start)) return false
  const first = lines[0]
  const last = lines.at(-1)
  if (!first || !last || lines.some(({ words }) => words.startsWith('>'))) return false
  let edited = ''
  let from = first.start
  for (const { start, end, insert } of inOrder(edits)) {
    const isTag = /\[[/QA]/.test(insert)
    // What a line begins with says what it is.
    if (!isTag && lines.some((line) => line.start === start)) return false
    if (/[\r\n]/.test(insert) || start < from) return false
    const kept = text.slice(from, start)
    edited += kept + insert.replace(/\[\/[QA]\]/g, open).replace(/\[[QA]\/\]/g, close)
    from = end
  }
  edited += text.slice(from, last.end)
  const raw = text.slice(first.start, last.end)
  if (raw.includes(open) || raw.includes(close)) return false
  const words = [code, formula, gap, marked, strong].reduce(
    (left, plain) => left.replace(plain, 'x'),
    edited
  )
  return !misread.test(words) && !special.test(words.replace(/[\ue000\ue001]/g, ' '))
}
