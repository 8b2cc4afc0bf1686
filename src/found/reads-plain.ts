import type { Nodes, PhrasingContent } from 'mdast'
import { inOrder, withEdits } from '../markdown/reading/with-edits.ts'
import { inlineNodes } from '../markdown/scan/inline.ts'
import type { IsDefined } from '../markdown/scan/labels.ts'
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

/** What may be the second line of a table, where the first one loses words. */
const ruleLine = /^[ \t|:=-]+$/
/** What may be a tag already. */
export const mayBeTag = /\[[ \t]*\/|\/[ \t]*\]/

/**
 * Whether a passage is words, single code spans, simple formulas, gaps, and strong, emphasised or marked words, and stays so with some
 * edits made: that no tag stands within any of them or where it would be read as something else.
 */
export function readsPlain(
  text: string,
  passage: Passage,
  edits: FoundEdit[],
  isDefined: IsDefined
): boolean {
  // Without some words the chapter has another name.
  const isNamedAnew = passage.node.type === 'heading' && takesWords(edits)
  const edited = withMarks(text, passage, edits)
  if (edited === undefined) return false
  const isBlock = passage.node.type === 'paragraph' && passage.parents.length === 0
  const words = [code, formula, gap, marked, strong].reduce(
    (left, plain) => left.replace(plain, 'x'),
    // Behind the last line, a tag before other blocks stands alone.
    isBlock ? edited.replace(/\n\ue000$/, '') : edited
  )
  if (misread.test(words)) return false
  if (!isNamedAnew && !special.test(words.replace(/[\ue000\ue001]/g, ' '))) return true
  return wordsAfter(text, passage, edits, isDefined) !== undefined
}

/** Whether some edits take words away. */
export function takesWords(edits: readonly FoundEdit[]): boolean {
  return edits.some(({ start, end }) => end > start)
}

/** The words of a passage with their tags, of which `open` and `close` are signs; undefined where its lines may read otherwise then. */
function withMarks(text: string, { lines }: Passage, edits: FoundEdit[]): string | undefined {
  const first = lines[0]
  const last = lines.at(-1)
  if (!first || !last || lines.some(({ words }) => words.startsWith('>'))) return undefined
  let edited = ''
  let from = first.start
  for (const { start, end, insert } of inOrder(edits)) {
    const isTag = /\[[/QA]/.test(insert)
    // What a line begins with says what it is.
    if (!isTag && lines.some((line) => line.start === start)) return undefined
    if (/[\r\n]/.test(insert) || start < from) return undefined
    const kept = text.slice(from, start)
    edited += kept + insert.replace(/\[\/[QA]\]/g, open).replace(/\[[QA]\/\]/g, close)
    from = end
  }
  edited += text.slice(from, last.end)
  const raw = text.slice(first.start, last.end)
  return raw.includes(open) || raw.includes(close) ? undefined : edited
}

/**
 * What a passage holds with some edits made, where that is certain without the parser and all their tags are tags;
 * undefined where a comment or a link to a note would be left out of a card's words.
 */
export function wordsAfter(
  text: string,
  { node, lines, isQuoted }: Passage,
  edits: FoundEdit[],
  isDefined: IsDefined
): PhrasingContent[] | undefined {
  const start = lines[0]?.start ?? 0
  const end = lines.at(-1)?.end ?? start
  const raw = text.slice(start, end)
  const isOther = isQuoted || node.type === 'tableCell' || mayBeTag.test(raw)
  if (isOther || lines.some(({ words }) => ruleLine.test(words))) return undefined
  const inPlace = edits.map((edit) => ({
    ...edit,
    start: edit.start - start,
    end: edit.end - start
  }))
  const source = withEdits(raw, inPlace)
  const stretch = { start: 0, end: source.length, line: 0 }
  const children = inlineNodes(source, stretch, { isDefined, noteLinks: false })
  const tags = source.split(tag).length - 1
  return children && !children.some(hidesWords) && countTags(children) === tags
    ? children
    : undefined
}

const tag = /\[\/[QA]\]|\[[QA]\/\]/

function hidesWords(node: Nodes): boolean {
  if (node.type === 'html') return node.value.startsWith('<!--')
  return 'children' in node && node.children.some(hidesWords)
}

function countTags(nodes: readonly Nodes[]): number {
  return nodes.reduce(
    (sum, node) =>
      sum + (node.type === 'tag' ? 1 : 'children' in node ? countTags(node.children) : 0),
    0
  )
}
