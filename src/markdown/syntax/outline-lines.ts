import { propertyNames } from '../property-names.ts'
import { spellsTag } from '../tags.ts'

/** What Logseq keeps in lines of its own, beside the words of a block (N2). */
export type OutlineKind = 'property' | 'planning' | 'drawer' | 'query' | 'quoteBegin' | 'quoteEnd'

/** Such lines: what they are, and the last of them, from 1. */
export interface OutlineLines {
  kind: OutlineKind
  last: number
}

/** What of a text has to be looked over line by line. */
const sign = /[^\s:]::(?=\s|$)|:(?:LOGBOOK|PROPERTIES):|(?:SCHEDULED|DEADLINE|CLOSED): <|#\+BEGIN_/i

/** The same, and more: it is found faster, and most texts have none. */
const mayHoldSign = /::|:[lLpP]|: <|#\+/

/** Whether a text may have such lines. */
export function mayHoldOutline(text: string): boolean {
  return mayHoldSign.test(text) && sign.test(text)
}

/** Whether a line may be the first of such lines. */
export function mayBeginOutline(line: string): boolean {
  return sign.test(line) || /#\+END_/i.test(line)
}

/** Tells, by line from 1, where such lines begin; looks the text over once, when first asked. */
export function outlineLines(text: string): (line: number) => OutlineLines | undefined {
  if (!mayHoldOutline(text)) return () => undefined
  let known: ReadonlyMap<number, OutlineLines> | undefined
  return (line) => (known ??= readLines(text)).get(line)
}

/** The marks of containers, and what a line holds behind them. */
const marked = /^([ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*)(.*?)[ \t]*$/
const planning = /^(?:(?:SCHEDULED|DEADLINE|CLOSED): <\d{4}-\d\d?-\d\d?[^<>]*>[ \t]*)+$/
const drawer = /^:(?:LOGBOOK|PROPERTIES):$/i
const begin = /^#\+BEGIN_(QUERY|QUOTE|CENTER|VERSE|NOTE|TIP|IMPORTANT|CAUTION|WARNING|PINNED)$/i
const heading = /^#{1,6}(?:[ \t]|$)/

function readLines(text: string): ReadonlyMap<number, OutlineLines> {
  const found = new Map<number, OutlineLines>()
  const lines = text.split(/\r\n|\n|\r/).map((line) => {
    const [, marks = '', words = ''] = marked.exec(line) ?? []
    return { words, isItem: /[^ \t>]/.test(marks) }
  })
  const ends = new Ends(lines.map(({ words }) => words))
  let run: Property[] = []
  for (const [index, { words, isItem }] of lines.entries()) {
    const property = readProperty(words)
    if (!property || isItem) finishRun()
    if (property) run.push({ ...property, line: index + 1, isItem })
    else if (planning.test(words)) add(index, 'planning', index)
    else if (drawer.test(words)) addUntil(index, 'drawer', ends.near(index, ':END:'))
    else {
      const block = begin.exec(words)?.[1]?.toUpperCase()
      if (block === 'QUERY') addUntil(index, 'query', ends.far(index, '#+END_QUERY'))
      else if (block !== undefined) {
        const end = ends.far(index, `#+END_${block}`)
        if (end === undefined) continue
        add(index, 'quoteBegin', index)
        add(end, 'quoteEnd', end)
      }
    }
  }
  finishRun()
  return found

  function add(index: number, kind: OutlineKind, last: number): void {
    found.set(index + 1, { kind, last: last + 1 })
  }

  /** Tags are never hidden. */
  function addUntil(index: number, kind: OutlineKind, end: number | undefined): void {
    if (end !== undefined && ends.holdsTag(index) > end) add(index, kind, end)
  }

  function finishRun(): void {
    for (const { line } of propertiesAmong(run)) found.set(line, { kind: 'property', last: line })
    run = []
  }
}

/** For each line, where the end of something stands, and the next tag: looked for once. */
class Ends {
  readonly #lines: string[]
  readonly #known = new Map<string, (number | undefined)[]>()
  #tags: number[] | undefined

  constructor(lines: string[]) {
    this.#lines = lines
  }

  /** Before the next blank line and the next heading. */
  near(index: number, end: string): number | undefined {
    return this.#next(index, end, (words) => words === '' || heading.test(words))
  }

  /** Before the next heading. */
  far(index: number, end: string): number | undefined {
    return this.#next(index, end, (words) => heading.test(words))
  }

  /** The next line, from this one on, that holds a tag. */
  holdsTag(index: number): number {
    if (!this.#tags) {
      this.#tags = []
      for (let at = this.#lines.length - 1, seen = Infinity; at >= 0; at--) {
        if (spellsTag(this.#lines[at] ?? '')) seen = at
        this.#tags[at] = seen
      }
    }
    return this.#tags[index] ?? Infinity
  }

  #next(index: number, end: string, stops: (words: string) => boolean): number | undefined {
    let known = this.#known.get(end)
    if (!known) {
      known = []
      let seen: number | undefined
      for (let at = this.#lines.length - 1; at >= 0; at--) {
        known[at] = seen
        const words = this.#lines[at] ?? ''
        if (words.toUpperCase() === end) seen = at
        else if (stops(words)) seen = undefined
      }
      this.#known.set(end, known)
    }
    return known[index]
  }
}

/** A line `key:: value`. */
interface Property {
  key: string
  value: string
  line: number
  /** Whether a bullet stands before it. */
  isItem: boolean
}

const property = /^(\p{L}[\p{L}\p{N}._/-]*)::(?:[ \t]+(.*))?$/u

function readProperty(words: string): Pick<Property, 'key' | 'value'> | undefined {
  const [, key, value = ''] = words.includes('::') ? (property.exec(words) ?? []) : []
  if (key === undefined || spellsTag(value)) return undefined
  return { key: key.toLowerCase(), value }
}

/**
 * Which lines of a run say something about their block. A program's own say so themselves, and for all beside
 * them; others do if they are tags, or if all are names that are written so. What is left may be a card: `perro:: dog`.
 */
function propertiesAmong(run: Property[]): Property[] {
  if (run.some(isProgrammed)) return run
  const isTitle = run[0]?.key === 'title' && !run[0].isItem
  if ((run.length > 1 || isTitle) && run.every(({ key }) => propertyNames.has(key))) return run
  const namesTags = run.some(isOfTags)
  return run.filter((one) => isOfTags(one) || (namesTags && propertyNames.has(one.key)))
}

const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i
const programmed =
  /^(?:card-[\w-]+|logseq\..+|ls-type|hl-[\w-]+|query-(?:table|properties|sort-by|sort-desc)|background-(?:color|image)|template-including-parent|exclude-from-graph-view)$/

function isProgrammed({ key, value }: Property): boolean {
  if (key === 'id') return uuid.test(value)
  if (key === 'collapsed' || key === 'public') return value === 'true' || value === 'false'
  if (key === 'created-at' || key === 'updated-at') return /^\d+$/.test(value)
  return programmed.test(key)
}

function isOfTags({ key }: Property): boolean {
  return /^(?:tags|alias(?:es)?)$/.test(key)
}
