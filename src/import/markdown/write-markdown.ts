import type { Break, Emphasis, Root } from 'mdast'
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote'
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableToMarkdown } from 'mdast-util-gfm-table'
import { gfmTaskListItemToMarkdown } from 'mdast-util-gfm-task-list-item'
import {
  defaultHandlers,
  toMarkdown,
  type Handle,
  type Options,
  type Unsafe
} from 'mdast-util-to-markdown'
import { freeWords } from './free-words.ts'
import { tightenLists } from './tighten-lists.ts'
import { tidyPhrases } from './tidy-phrases.ts'
import { writtenAs } from './written-as.ts'

/** What our own constructs begin with, where it stands in a text. */
const unsafe: Unsafe[] = [
  { character: '$', after: '\\S', inConstruct: 'phrasing' },
  { character: '=', after: '=', inConstruct: 'phrasing' },
  { character: '%', after: '%', inConstruct: 'phrasing' },
  { character: '^', before: '\\s', after: '[\\w-]', inConstruct: 'phrasing' },
  { character: ':', atBreak: true, after: '[ \\t]' },
  { character: '+', atBreak: true, after: '\\+' },
  { character: '\\', after: 'begin\\{', inConstruct: 'phrasing' }
]

const markEmphasis: Handle = (node: Emphasis, parent, state, info) => {
  const marks = writtenAs(node)
  if (!marks) return besideCjk(defaultHandlers.emphasis)(node, parent, state, info)
  const [before, after] = marks
  const tracker = state.createTracker(info)
  const start = tracker.move(before)
  const inner = state.containerPhrasing(node, {
    ...tracker.current(),
    before: before.at(-1) ?? '',
    after: after.at(0) ?? ''
  })
  return start + tracker.move(inner) + after
}
const emphasis = Object.assign(markEmphasis, {
  peek: (node: Emphasis) => writtenAs(node)?.[0].at(0) ?? '*'
})

/** No letter of the scripts without blanks beside stars need be written as a number: see `syntax/`. */
function besideCjk(handle: Handle): Handle {
  return (node, parent, state, info) =>
    handle(node, parent, state, {
      ...info,
      before: cjk.test(info.before) ? ' ' : info.before,
      after: cjk.test(info.after) ? ' ' : info.after
    })
}

const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

const strong = Object.assign(besideCjk(defaultHandlers.strong), { peek: () => '*' })

const asWritten: Handle = (node: { value: string }) => node.value

const writeMath: Handle = (node: { value: string }, _, { stack }, { after }) => {
  // In a cell a bar would end it, and behind a backslash it is a single one.
  const value = stack.includes('tableCell')
    ? node.value.replaceAll('\\|', '\\Vert ').replaceAll('|', '\\|')
    : node.value
  // A formula's end is no dollar before a digit, and nothing in it may end it.
  if (/(?<!\\)\$/.test(value) || value === '') return '`' + value.replaceAll('`', "'") + '`'
  return /\d/.test(after) ? `$$${value}$$` : `$${value}$`
}
const inlineMath = Object.assign(writeMath, { peek: () => '$' })

// In a cell or heading there is no room for lines of its own.
const math: Handle = (node: { value: string }, parent, state, info) =>
  state.stack.some((one) => one === 'tableCell' || one === 'headingAtx')
    ? writeMath({ ...node, value: node.value.replace(/\s*\n\s*/g, ' ') }, parent, state, info)
    : `$$\n${node.value}\n$$`

const hardBreak: Handle = (node: Break, parent, state, info) =>
  state.stack.includes('tableCell') ? '<br>' : defaultHandlers.break(node, parent, state, info)

const options: Options = {
  bullet: '-',
  emphasis: '*',
  // At the beginning of a text `---` would open front matter.
  rule: '*',
  fences: true,
  listItemIndent: 'one',
  unsafe,
  handlers: { emphasis, strong, tag: asWritten, inlineMath, math, break: hardBreak },
  extensions: [
    gfmFootnoteToMarkdown(),
    gfmStrikethroughToMarkdown(),
    gfmTableToMarkdown({ tablePipeAlign: false }),
    gfmTaskListItemToMarkdown()
  ]
}

/** What in the texts of a tree is a sign of ours: our tags, only the gaps of sentences, or nothing. */
export type OwnSigns = 'tags' | 'gaps' | 'none'

const gap: Unsafe = { character: '{', after: '\\{c\\d+::', inConstruct: 'phrasing' }
/** What would be a tag of the card. */
const hash: Unsafe = { character: '#', after: '[^\\s#]', inConstruct: 'phrasing' }
/** A line by which another tool says where cards go. */
const deckLine: Unsafe = { character: ':', before: 'DECK', inConstruct: 'phrasing' }

/**
 * Writes a tree as Markdown that reads as that tree: what only looks like Markdown is escaped. Tags in
 * its texts stay tags, unless another of the `signs` is said. The tree is changed.
 */
export function writeMarkdown(root: Root, signs: OwnSigns = 'tags'): string {
  tidyPhrases(root)
  tightenLists(root)
  freeWords(root, signs !== 'tags')
  if (signs === 'tags') return toMarkdown(root, options)
  const all = [...unsafe, hash, deckLine, ...(signs === 'none' ? [gap] : [])]
  return toMarkdown(root, { ...options, unsafe: all })
}
