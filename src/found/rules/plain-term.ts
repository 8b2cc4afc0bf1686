import type { List } from 'mdast'
import { inline, type Draft } from '../draft.ts'
import { visibleEnd } from '../line-ends.ts'
import { tagMark } from '../mask.ts'
import type { Note } from '../note.ts'
import type { Line, Passage } from '../passage.ts'
import { bare, isAside, isFigure, isMeaning, isTerm, wordsIn } from '../terms.ts'
import { asksForMore } from '../words/asking.ts'
import { namedPerson } from '../words/persons.ts'
import { meaningHeads, termHeads } from '../words/table-heads.ts'
import { settingNames } from '../words/setting-names.ts'
import type { Rule } from '../rule.ts'

/**
 * Three or more items of a list of the shape `term: meaning`, or with a dash or `=` between; also
 * lines of a paragraph, or paragraphs of a line each, but without the colon: so are data written.
 */
export const plainTerm: Rule = {
  name: 'plain-term',
  certain: false,
  // Those that were taken have lost their sign.
  sign: /(?:(?:[:：=–—→⇒↔?？]|[ \t]-|\[\/Q\])[^]*?){3}/,
  find: findLists
}

/** Items of that shape in a list, and their share of it. */
const least = { items: 3, questions: 2, share: 0.7 }

/** An item cut in two. */
interface Item {
  term: string
  said: string
  separator: string
  draft: Draft
}

const shape =
  /^(?<term>[^:：=–—→⇒↔*_`]{1,70}?)(?<gap>[ \t]*：[ \t]*|[ \t]*:[ \t]+|[ \t]+(?:[–—=→⇒↔]|--?>?|=>)[ \t]+|[ \t]*——[ \t]*)(?=\S)/u

/** The next step of a way: `Draft → Review → Done`. */
const goesOn = /[ \t](?:[→⇒↔]|[-=]+>)[ \t]/

/** A question with its answer behind it on the line. */
const asked = /^(?<term>[^*_`]{2,160}?[?？])(?<gap>[ \t]*(?:[–—=:：]|--?)?[ \t]+)(?=[^\s?？])/u

function findLists({ passages, isPaper }: Note): Draft[] {
  if (isPaper) return []
  const lists = new Map<List, Passage[]>()
  const rows: Passage[] = []
  for (const passage of passages) {
    const list = passage.parents.at(-2)
    if (passage.node.type === 'paragraph' && passage.parents.length === 0) rows.push(passage)
    if (list?.type !== 'list' || passage.index > 0 || isAside(passage)) continue
    const items = lists.get(list)
    if (items) items.push(passage)
    else lists.set(list, [passage])
  }
  const ofLists = [...lists].flatMap(([list, items]) => {
    const count = list.children.length
    if (!mayHoldItems(items, count)) return []
    return draftsOf(
      items.map(({ lines }) => lines),
      count
    )
  })
  return [...ofLists, ...groupsOf(rows).flatMap(draftsOfRows)]
}

/** What a line holds that may be an item: a separator, or a tag. */
const itemSign = /[:：=–—→⇒↔?？]|[ \t]-|\[\/Q\]/

/** Whether enough of some sources may be items. */
function mayHoldItems(all: { source: string }[], count: number): boolean {
  const found = all.filter(({ source }) => itemSign.test(source)).length
  const isShort = count < least.items && all.every(({ source }) => /[?？]/.test(source))
  return found >= (isShort ? least.questions : least.items) && found >= least.share * count
}

/** Lines that stand together: those of a paragraph, or of paragraphs of one line in a row. */
function groupsOf(rows: Passage[]): Passage[][] {
  const groups: Passage[][] = []
  let before: Passage | undefined
  for (const passage of rows) {
    const { section, index } = passage
    const follows = before?.section === section && before.index === index - 1
    if (follows && isOneLine(passage) && before && isOneLine(before)) groups.at(-1)?.push(passage)
    else groups.push([passage])
    before = passage
  }
  return groups
}

const lineEnd = /\r\n|\n|\r/

function isOneLine({ source }: Passage): boolean {
  return !lineEnd.test(source)
}

function draftsOfRows(passages: Passage[]): Draft[] {
  const sources = passages.flatMap(({ source }) => source.split(lineEnd))
  const written = sources.map((source) => ({ source }))
  if (!mayHoldItems(written, written.length)) return []
  const lines = passages.flatMap((passage) => passage.lines)
  const areItems = lines.every(({ words }) => bullet.test(words))
  const rows = lines.map((line) => [withoutBullet(line)])
  return !areItems && mostUsed(rows.flatMap(itemOf)) === ':' ? [] : draftsOf(rows, rows.length)
}

function draftsOf(items: Line[][], count: number): Draft[] {
  const tagged = items.filter((lines) => takenItem.test(lines[0]?.words ?? '')).length
  const cut = items.flatMap(itemOf)
  const separator = mostUsed(cut)
  const all = cut.filter((item) => item.separator === separator)
  const alike = withoutHead(all)
  const found = all.length + tagged
  const areAsked = all.length === count && all.every(({ term }) => asksForMore(term))
  const enough = separator === '?' && areAsked ? least.questions : least.items
  if (found < enough || found < least.share * count) return []
  const terms = new Set(alike.map(({ term }) => term.toLowerCase()))
  if (terms.size < alike.length || isOfValues(alike)) return []
  return alike
    .filter(
      ({ term, said, separator }) =>
        isTerm(term) && (isMeaning(said, 1) || (separator === '?' && /[\p{L}\d]/u.test(said)))
    )
    .map(({ draft }) => draft)
}

/** An item that was taken: a term without marks in tags. */
const takenItem = new RegExp(`^${tagMark}+[^*_\`${tagMark}]{1,160}${tagMark}+[ \\t]${tagMark}`, 'u')

/** Without a first row that says what the others hold. */
function withoutHead(items: Item[]): Item[] {
  const [first, ...others] = items
  const isHead = first && isHeadWord(termHeads, first.term) && isHeadWord(meaningHeads, first.said)
  return isHead ? others : items
}

function isHeadWord(heads: RegExp, words: string): boolean {
  return heads.exec(words)?.[0].length === words.trim().length
}

/** What word processors write before an item, where it is pasted as plain text. */
const bullet = /^[·•▪◦‣●○][ \t]+/

function withoutBullet(line: Line): Line {
  const size = bullet.exec(line.words)?.[0].length ?? 0
  return { ...line, start: line.start + size, words: line.words.slice(size) }
}

function itemOf(lines: Line[]): Item[] {
  const line = lines[0]
  const question = line && asked.exec(line.words)
  const match = question ?? (line && shape.exec(line.words))
  const { term = '', gap = '' } = match?.groups ?? {}
  if (!line || term.trim() === '' || (!question && wordsIn(term) > 6)) return []
  const from = line.start + term.length + gap.length
  const said = [
    line.words.slice(term.length + gap.length),
    ...lines.slice(1).map(({ words }) => words)
  ]
  // A tag behind a question is no answer.
  if (/^(?:#\S+\s*)+$/.test(said.join(' '))) return []
  const end = lines.reduce((most, line) => Math.max(most, visibleEnd(line)), 0)
  return [
    {
      term: bare(term),
      said: said.join(' '),
      separator: question
        ? '?'
        : gap
            .trim()
            .replace('：', ':')
            .replace(/^(?:[-=]+>|[⇒↔])$/, '→')
            .replace(/[–—-]+/, '–'),
      draft: {
        question: inline(line.start, line.start + term.length),
        answer: inline(from, Math.max(from, end)),
        replaced: [{ start: line.start + term.length, end: from, insert: ' ' }]
      }
    }
  ]
}

function mostUsed(items: Item[]): string | undefined {
  const counts = new Map<string, number>()
  for (const { separator } of items) counts.set(separator, (counts.get(separator) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
}

/** Whether the list holds settings, quantities, times or remarks rather than terms. */
function isOfValues(items: Item[]): boolean {
  const names = items.filter(({ term }) => settingNames.has(term.toLowerCase())).length
  const figures = items.filter(
    ({ said, separator }) =>
      separator !== '?' &&
      (isFigure(said) || !isMeaning(said, 1) || /[?？]$/.test(said) || goesOn.test(said))
  ).length
  const odd = items.filter(({ term }) => !isTerm(term) || namedPerson.test(term)).length
  return names >= 2 || figures * 3 >= items.length || odd * 2 >= items.length
}
