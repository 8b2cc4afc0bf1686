import { inline, type Draft } from '../draft.ts'
import { leadingHashtags, trailingHashtags, visibleEnd } from '../line-ends.ts'
import { hidden, mathMark, tagMark } from '../mask.ts'
import type { Note } from '../note.ts'
import type { Line, Passage } from '../passage.ts'
import { isRemark } from '../terms.ts'
import { codeMembers, codeScopes } from '../words/code-scopes.ts'
import { properties } from '../words/properties.ts'

/** A line cut at its colons. */
interface Cut {
  line: Line
  left: string
  right: string
  draft: Draft
  /** Neither blank nor sentence stands beside the colons: a name in a program would look so. */
  isBare: boolean
}

/**
 * Cards on one line with a separator of `colons`, wherever prose stands but in headings. Lines of
 * two single words count only where the note has other cards of the kind, or says it holds cards.
 */
export function cardsAtColons({ passages, holdsFlashcards }: Note, colons: '::' | ':::'): Draft[] {
  const cuts = passages
    .filter(({ node }) => node.type !== 'heading')
    .flatMap((passage) => cutsOf(passage, colons))
  const bare = cuts.filter(({ isBare }) => isBare)
  const taken = passages.reduce((sum, passage) => sum + bareTaken(passage), 0)
  const isSure = holdsFlashcards || cuts.length > bare.length || bare.length + taken >= leastBare
  return cuts.filter(({ isBare }) => isSure || !isBare).map(({ draft }) => draft)
}

/** So many lines of two single words are cards. */
const leastBare = 3

const takenLine = new RegExp(
  `^${tagMark}+[^\\s${tagMark}]+${tagMark}+ ${tagMark}+[^\\s${tagMark}]+${tagMark}+`,
  'u'
)

/** How many such lines of a passage were taken: they support those that were not. */
function bareTaken(passage: Passage): number {
  if (!passage.source.includes('[/Q]')) return 0
  return passage.lines.filter(({ words }) => takenLine.test(words)).length
}

const separators = { '::': /(?<!:)[ \t]*(?<!:)::(?!:)[ \t]*/g, ':::': /(?<!:):::(?!:)/g }

function cutsOf(passage: Passage, colons: '::' | ':::'): Cut[] {
  if (!passage.source.includes(colons)) return []
  return passage.lines.flatMap((line) => {
    if (!line.words.includes(colons)) return []
    const cut = cutLine(line, colons)
    return cut && isCard(cut, colons) ? [cut] : []
  })
}

function cutLine(line: Line, colons: '::' | ':::'): Cut | undefined {
  const separator = separators[colons]
  separator.lastIndex = 0
  const found = line.words.search(separator)
  if (found < 0) return undefined
  const at = line.words.indexOf(colons, found)
  const start = line.start + leadingHashtags(line.words)
  const left = line.words.slice(start - line.start, at)
  const last = visibleEnd(line)
  const rest = line.words.slice(at + colons.length, last - line.start)
  const right = rest.slice(0, rest.length - trailingHashtags(rest))
  const end = start + left.trimEnd().length
  const from = line.start + at + colons.length + (rest.length - rest.trimStart().length)
  const to = line.start + at + colons.length + right.length
  return {
    line,
    left,
    right,
    isBare: /^\S+$/.test(left) && /^\S+$/.test(right),
    draft: {
      question: inline(start, end),
      answer: inline(from, Math.max(from, to)),
      replaced: [{ start: end, end: from, insert: ' ' }],
      ...(colons === ':::' && { bothWays: true })
    }
  }
}

const speaks = new RegExp(`[\\p{L}\\p{N}${hidden}${mathMark}]`, 'u')

function isCard(cut: Cut, colons: string): boolean {
  const { left, right, line } = cut
  if (!speaks.test(left) || !speaks.test(right)) return false
  if (isProperty(left, right) || isInBrackets(left) || isRemark(label(left))) return false
  // `BP 120/80 :: 130/85 after walking` was measured twice.
  if (/\p{L}.*\d{2}\/\d{2,3}[ \t]*$/u.test(left) && /^[ \t]*\d{2,3}\/\d{2}/.test(right))
    return false
  // `man:woman::son:daughter`
  if (/[^\s:]:[^\s:]+[ \t]*$/.test(left) && /^[ \t]*[^\s:]+:[^\s:]/.test(right)) return false
  // `:smile::heart:`
  if (/:[\w+-]+$/.test(left) && /^[\w+-]+:/.test(right)) return false
  return !isCode(left, right, line.words.split(colons).length > 2)
}

/** `TODO` of `TODO: ask :: and so on`. */
function label(left: string): string {
  return /^[^:：]{1,20}(?=[:：][ \t])/.exec(left)?.[0] ?? ''
}

/** Links and hashtags alone, as properties hold them: `exam:: [[Jan 14th, 2025]]`. */
const links = /^[ \t]+(?:(?:#?\[\[[^[\]]+\]\]|#[\p{L}_][^\s#,]*)[ \t,]*)+$/u

/** `tags:: a, b`, `due:: 2024-05-01`, and the like in brackets. */
function isProperty(left: string, right: string): boolean {
  if (/^\p{Ll}[\p{Ll}\d]*$/u.test(left) && links.test(right)) return true
  const name = left.replace(/^[([*_ \t]+|[*_ \t]+$/g, '').toLowerCase()
  if (properties.has(name) || /^card-|^logseq\./.test(name)) return !/[?？]$/.test(left)
  return /^[a-z]+(?:[-_][a-z]+)+$/.test(name) && /^[ \t]/.test(right)
}

/** Whether a bracket stands open: `x[::2]`, `(see a::b)`, `[key:: value]`. */
function isInBrackets(left: string): boolean {
  let depth = 0
  for (const sign of left) {
    if ('([{（【'.includes(sign)) depth++
    else if (')]}）】'.includes(sign)) depth = Math.max(0, depth - 1)
  }
  return depth > 0
}

const name = /[A-Za-z_][\w-]*(?:<[^<>]*>)?$/
const typed = /^(?:\(?[\w[\], ()]+\)?[ \t]*)(?:->|=>)/

/** Whether the colons are those of a program, an address, a ratio or a type. */
function isCode(left: string, right: string, isRepeated: boolean): boolean {
  const before = /\S+$/.exec(left)?.[0] ?? ''
  const after = /^\S+/.exec(right)?.[0] ?? ''
  if (/^\S+[ \t]*$/.test(left) && typed.test(right.trim())) return true
  if (before === '' && /^[ \t]/.test(right)) return false
  if (before === '' && isShortAddress(after, right.trim())) return true
  if (before === '' || after === '') {
    return /^[a-z]\w*[ \t]*$/.test(left) && codeMembers.has(right.trim())
  }
  // From here on nothing blank stands beside the colons.
  if (isRepeated && /^[\w:<>]+$/.test(`${before}${after}`.replace(/::/g, ''))) return true
  if (/^[\d.]+$/.test(before) && /^[\d.]+/.test(after)) return true
  if (/^[\da-f:]+$/i.test(before) && /^[\da-f:/]+$/i.test(after) && /\d/.test(before + after)) {
    return true
  }
  const scope = name.exec(before)?.[0]
  if (scope === undefined || !/^[~A-Za-z_*]/.test(after)) return false
  if (codeScopes.has(scope) || codeMembers.has(after.replace(/[.,;:]+$/, ''))) return true
  return isProgrammed(scope) || isProgrammed(after)
}

/** `::1`, `::ffff:0:0/96`; a year that is all of an answer is none. */
function isShortAddress(after: string, right: string): boolean {
  const address = after.replace(/[.,;)]+$/, '')
  return (
    /^(?=.*\d)[\da-f]{1,4}(?::[\da-f.]*)*(?:\/\d+)?$/i.test(address) &&
    (/^1$|[:/]/.test(address) || /\s/.test(right))
  )
}

/** Names as programs write them: `with_capacity`, `readFile`, `new(…)`, `Vec<T>`. */
function isProgrammed(name: string): boolean {
  return /\w_\w|^[a-z]+[A-Z]|[a-z][A-Z][a-z]|[(<{;]|!$/.test(name)
}
