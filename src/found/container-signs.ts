import { labelSign } from './labels.ts'
import { bare } from './terms.ts'
import { areLanguages, meaningHeads, noTermHeads, termHeads } from './words/table-heads.ts'

/** What cards, gaps, comments and hashtags are written with. */
const signs = /::|>>|<<|<>|;;|#(?=[^\s#])|\[\[|\{\{|==|C:|%%|\bSTART/i
const bold = /\*\*|__/
/** Behind the marks of an item: a mark of questions alone, or that of a definition. */
const markFirst = /^[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*(?:[?？]{1,2}[ \t\\]*$|[:~][ \t])/m
/** A question that the next line may answer. */
const askedLine = /[?？][ \t]*\\?[ \t]*$/m
/** What parts a term, or a question, from what is said of it. */
const separator = /：|:[ \t]|[ \t](?:[–—=→⇒↔]|--?>?|=>)[ \t]|——|[?？]/
const bullet = /^[ \t>]*(?:[-+*]|\d{1,9}[.)])[ \t]+/
const leastItems = 3

/** Whether any rule may find something in a quote, by its source: neither terms nor questions without a mark of cards. */
export function mayHoldMarks(source: string): boolean {
  return signs.test(source) || markFirst.test(source) || labelSign.test(source)
}

/** The same of a list. */
export function mayHoldCards(source: string): boolean {
  if (mayHoldMarks(source) || bold.test(source) || askedLine.test(source)) return true
  let items = 0
  for (const line of source.split(/[\r\n]+/)) {
    if (separator.test(line.replace(bullet, '')) && ++items >= leastItems) return true
  }
  return false
}

/** The same in a table: two columns, or heads that promise terms and meanings, or signs of cards in cells. */
export function mayTellTerms(source: string): boolean {
  if (signs.test(source) || bold.test(source) || labelSign.test(source)) return true
  const [row = ''] = source.split(/[\r\n]/, 1)
  const heads = row
    .replace(/^[ \t]*\||\|[ \t]*$/g, '')
    .split('|')
    .map((cell) => bare(cell))
  const [first = '', , more] = heads
  if (more !== undefined) {
    return (
      areLanguages(heads) ||
      (heads.some((head) => termHeads.test(head)) && heads.some((head) => meaningHeads.test(head)))
    )
  }
  return termHeads.test(first) || !heads.some((head) => noTermHeads.test(head))
}
