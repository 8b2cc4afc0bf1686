import { boldTermOf, type BoldTerm } from '../bold-term.ts'
import { inline, type Draft } from '../draft.ts'
import { visibleEnd } from '../line-ends.ts'
import { tagMark } from '../mask.ts'
import type { Note } from '../note.ts'
import type { Line, Passage } from '../passage.ts'
import { statementOf } from '../statement.ts'
import { bare, isAside, isFigure, isMeaning, isTerm, wordsIn } from '../terms.ts'
import { facts } from '../words/facts.ts'
import type { Rule } from '../rule.ts'

/** `**Term**: meaning`, `**Term** – meaning`, `**Definition (Term).** meaning`, in paragraphs and lists. */
export const termColon: Rule = {
  name: 'term-colon',
  certain: false,
  sign: /\*\*|__/,
  find: findTerms
}

/** A term with the lines of its meaning. */
interface Found {
  passage: Passage
  term: BoldTerm
  lines: Line[]
}

function findTerms({ passages, isPaper }: Note): Draft[] {
  if (isPaper) return []
  const prose = passages.filter((passage) => passage.node.type === 'paragraph' && !isAside(passage))
  const above = prose.flatMap(termAbove)
  const taken = prose.flatMap(takenIn)
  const isGlossary = above.length + taken.length >= leastAbove
  const found = [...prose.flatMap(termsOf), ...(isGlossary ? above : [])]
  const sections = new Set(found.map(({ passage }) => passage.section))
  const others = passages.filter(({ section }) => sections.has(section))
  const times = counted([...found.map(keyOf), ...others.flatMap(speakersOf)])
  // Who speaks twice is a speaker, and so are those around; a list of things has some worth.
  const spoken = new Set(found.filter((one) => times(keyOf(one)) > 2).map(placeOf))
  const all = counted([...found.map(placeOf), ...taken.map(surroundings)])
  const named = counted(found.filter(isFact).map(placeOf))
  const figures = counted(found.filter(({ term }) => isFigure(term.rest)).map(placeOf))
  const terms = found.filter(({ passage }) => {
    const place = surroundings(passage)
    const ofFacts = named(place) > 1 || (figures(place) > 1 && figures(place) * 2 >= all(place))
    return !spoken.has(place) && !ofFacts
  })
  const around = counted([...terms.map(placeOf), ...taken.map(surroundings)])
  return terms
    .filter((one) => {
      const place = placeOf(one)
      return isCard(one, around(place), figures(place) * 3 <= all(place))
    })
    .map(draftOf)
}

const speaker =
  /^[*_]*(?<name>[^:：*_\d]{1,40}?)[*_]*(?:[ \t]*[([]?\d{1,2}[:.]\d{2}(?: ?[ap]m)?[)\]]?)?[*_]*[ \t]*[:：]/iu

/** Who speaks in some lines, `Anna 09:14: …`, whether in bold or not. */
function speakersOf(passage: Passage): string[] {
  if (!/[:：]/.test(passage.source)) return []
  return passage.lines.flatMap(({ words }) => {
    const name = speaker.exec(words)?.groups?.name
    return name === undefined ? [] : [`${String(passage.section)} ${bare(name).toLowerCase()}`]
  })
}

/** How often each thing stands among some. */
function counted<T>(things: T[]): (thing: T) => number {
  const counts = new Map<T, number>()
  for (const thing of things) counts.set(thing, (counts.get(thing) ?? 0) + 1)
  return (thing) => counts.get(thing) ?? 0
}

/** A line with a term that was taken. */
const takenTerm = new RegExp(`^${tagMark}+(?:\\*\\*|__)`)

/** The passage, as often as terms in it were taken: they support those that were not. */
function takenIn(passage: Passage): Passage[] {
  if (!passage.source.includes('[/Q]')) return []
  return passage.lines.filter(({ words }) => takenTerm.test(words)).map(() => passage)
}

/** What terms share that support each other: their list, else their section. */
function surroundings({ parents, section }: Passage): unknown {
  const list = parents.at(-2)
  return list?.type === 'list' ? list : section
}

const boldLine = /^[ \t>]*(?:\*\*|__)/m

function termsOf(passage: Passage): Found[] {
  if (!boldLine.test(passage.source)) return []
  const terms = passage.lines.map((line) => {
    const statement = statementOf(line)
    return statement ? statement.term : boldTermOf(line)
  })
  return terms.flatMap((term, at) => {
    if (!term) return []
    const next = passage.lines.findIndex(
      ({ words }, index) => index > at && (terms[index] || words.startsWith(tagMark))
    )
    return [{ passage, term, lines: passage.lines.slice(at, next < 0 ? undefined : next) }]
  })
}

/** So many terms above their meanings make a glossary. */
const leastAbove = 3

const alone =
  /^(?:\*\*|__)(?<words>[^*_\r\n]{1,70})(?:\*\*|__)(?:[ \t]*[(（][^()（）]{1,60}[)）])?$/u

/** A term on a line of its own, in bold, and sentences below it. */
function termAbove(passage: Passage): Found[] {
  if (!boldLine.test(passage.source)) return []
  const [first, next] = passage.lines
  const words = (first && alone.exec(first.words)?.groups?.['words']) ?? ''
  const said = passage.lines.slice(1).map((line) => line.words)
  if (!first || !next || words === '' || /[.:：!?？！。]$/.test(words)) return []
  if (!/[.。！!]["”»)]*$/.test(said.at(-1) ?? '') || said.some((line) => bareLine.test(line)))
    return []
  const { start, end } = first
  const term = { term: { start, end }, words, replaced: [], meaning: next.start, rest: next.words }
  return [{ passage, term, lines: passage.lines }]
}

/** A line that is another thing to say: in bold, behind a colon, an item. */
const bareLine = /^(?:[*_]{2}|\p{L}{1,20}[:：]|[·•▪◦‣●○])/u

function placeOf({ passage }: Found): unknown {
  return surroundings(passage)
}

function isFact({ term }: Found): boolean {
  return facts.has(bare(term.words).toLowerCase())
}

function keyOf({ passage, term }: Found): string {
  return `${passage.section} ${bare(term.words).toLowerCase()}`
}

/** A quantity may be a meaning where the terms beside it have others, `**Brunoise**: 2 mm cubes`. */
function isCard({ term, lines }: Found, count: number, mayCount: boolean): boolean {
  const said = [term.rest, ...lines.slice(1).map(({ words }) => words)].join(' ')
  // What ends in a colon leads to what stands below.
  return (
    isTerm(term.words) &&
    isMeaning(said, count > 1 ? 1 : 3) &&
    (!isFigure(said) || (mayCount && wordsIn(said) > 2)) &&
    !/[:：]$/.test(said)
  )
}

function draftOf({ term, lines }: Found): Draft {
  return {
    question: inline(term.term.start, term.term.end),
    answer: inline(
      term.meaning,
      lines.reduce((most, line) => Math.max(most, visibleEnd(line)), 0)
    ),
    replaced: term.replaced
  }
}
