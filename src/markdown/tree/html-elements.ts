import { htmlTagNames } from 'html-tag-names'
import type { SourceRange } from './container-marks.ts'

/** Drafts that no edition of the standard has, and no browser: `git <command>` means a word. */
const drafts = named('command content element image rbc shadow')

/** Elements that HTML knows, in small letters. */
export const knownElements: ReadonlySet<string> = new Set(
  htmlTagNames.filter((name) => !drafts.has(name))
)

/** Elements that hold characters and no tags: without an end they take in all that follows. */
export const verbatimElements = named(
  'iframe noembed noframes plaintext script style textarea title xmp'
)

/** Elements that end with what is around them, and so are seldom closed. */
const closedByOthers = named(
  'caption colgroup dd dt li optgroup option p rb rp rt rtc tbody td tfoot th thead tr'
)

/** Elements that change how words look, or part them, even where nothing closes them. */
const felt = named(
  'a abbr acronym address b basefont bdi bdo big blink blockquote br center cite code dd del details dfn dir div dl dt em fieldset font h1 h2 h3 h4 h5 h6 hr i ins kbd li listing marquee menu nobr ol p pre q s samp small span strike strong sub sup tt u ul var wbr'
)

/** Of those, what parts lines: its end may stand far below. */
const partsLines = named(
  'address blockquote br center dd details dir div dl dt fieldset h1 h2 h3 h4 h5 h6 hr li listing menu ol p pre ul wbr'
)

/** The tag of an element that HTML knows, within a text. */
export interface ElementTag {
  /** As written. */
  name: string
  /** What stands behind the name, without the `>`. */
  rest: string
  /** The text right before it; of a long one, its end is enough. */
  before: string
  /** What follows it. */
  after: string
  /** Whether an end tag of that name follows in the same paragraph, or piece of HTML. */
  isClosed: boolean
}

/** So much of the text before a tag is looked at. */
const NEAR = 40

/** What stands around a tag in a text. */
export function aroundTag(
  text: string,
  { start, end }: SourceRange
): Pick<ElementTag, 'before' | 'after'> {
  return { before: text.slice(Math.max(0, start - NEAR), start), after: text.charAt(end) }
}

/** Attributes that have no value. */
const switches =
  /(?:^|\s)(?:allowfullscreen|async|autofocus|autoplay|checked|compact|controls|default|defer|disabled|download|hidden|inert|ismap|loop|multiple|muted|noshade|nowrap|open|readonly|required|reversed|selected)(?=$|[\s/])/i

/**
 * Whether an opening tag is a word in angle brackets: nothing closes it, and as an element it would show
 * nothing (`git show <object>`, `an <input>`), swallow what follows (`use <template>`), or belongs to a
 * word as a type does (`List<Object>`, `Box<B>`), or it holds words that are no attributes (`a <b and c> d`).
 */
export function isWordInBrackets(tag: ElementTag): boolean {
  if (tag.isClosed) return false
  const name = tag.name.toLowerCase()
  if (verbatimElements.has(name) || name === 'template') return true
  if (holdsAttributes(tag)) return false
  if (isTypeOf(tag, name) || holdsWords(tag)) return true
  return !felt.has(name) && !closedByOthers.has(name)
}

/** Within blocks of HTML, whose elements often end further on: a type beside its word, and what would swallow the rest. */
export function isWordInHtml(tag: ElementTag): boolean {
  if (tag.isClosed) return false
  const name = tag.name.toLowerCase()
  if (verbatimElements.has(name) || name === 'template') return true
  return !holdsAttributes(tag) && isTypeOf(tag, name) && (!felt.has(name) || isCapital(tag.name))
}

function holdsAttributes({ rest }: ElementTag): boolean {
  return rest.includes('=') || switches.test(rest)
}

function holdsWords({ rest }: ElementTag): boolean {
  return /\w/.test(rest)
}

function isTypeOf({ name: written, before, after }: ElementTag, name: string): boolean {
  const word = /\w+$/.exec(before)?.[0]
  if (word === undefined || name === 'br' || name === 'wbr') return false
  if (!partsLines.has(name) && !closedByOthers.has(name)) return true
  return isCapital(word) && isCapital(written) && !/^\w/.test(after)
}

function isCapital(word: string): boolean {
  return /^[A-Z]/.test(word)
}

function named(names: string): ReadonlySet<string> {
  return new Set(names.split(' '))
}
