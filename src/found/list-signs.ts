import { labelSign } from './labels.ts'

/** What cards, terms, gaps, comments and hashtags are written with. */
const signs = /::|>>|<<|<>|;;|#|\[\[|\{\{|==|C:|\*\*|__|%%|\bSTART/i
/** Behind the marks of an item: a mark of questions alone, or that of a definition. */
const markFirst = /^[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*(?:[?？]{1,2}[ \t\\]*$|[:~][ \t])/m
/** A question that the next line may answer. */
const askedLine = /[?？][ \t]*\\?[ \t]*$/m
/** What parts a term, or a question, from what is said of it. */
const separator = /：|:[ \t]|[ \t](?:[–—=→⇒↔]|--?>?|=>)[ \t]|——|[?？]/
const bullet = /^[ \t>]*(?:[-+*]|\d{1,9}[.)])[ \t]+/
const leastItems = 3

/** Whether any rule may find something in a list, by its source. */
export function mayHoldCards(source: string): boolean {
  if (signs.test(source) || markFirst.test(source)) return true
  if (askedLine.test(source) || labelSign.test(source)) return true
  let items = 0
  for (const line of source.split(/[\r\n]+/)) {
    if (separator.test(line.replace(bullet, '')) && ++items >= leastItems) return true
  }
  return false
}
