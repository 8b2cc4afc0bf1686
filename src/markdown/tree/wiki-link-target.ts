import { markdownEnding } from '../text-endings.ts'
import { spellsTag } from '../tags.ts'

/** What stands between `[[` and `]]`, taken apart. */
export interface WikiLinkTarget {
  /** The note, as written; `''` for the one that the link stands in. */
  note: string
  /** What of it is meant: names of headings with `#` between them, or `^` and a block's id; `''` for all. */
  part: string
  /** What Obsidian shows where no words are given. */
  name: string
  /** The words that are given, as Markdown; `''` where there are none. */
  words: string
}

/** A footnote, words of a program; and what hides or opens something else. */
const noLink = /^[\s^"]|^[^|]*:(?=[^\s|])|[{}]|%%|<[a-z/!?]|\\$/i

/** Runs of backticks only in pairs: code binds tighter. */
const codeInPairs = /^[^`]*(?:(?<!`)(`+)(?!`)(?:(?!(?<!`)\1(?!`))[^])*(?<!`)\1(?!`)[^`]*)*$/

/**
 * Reads `Page`, `Page|words`, `Page#Heading`, `#Heading` or `Page#^id`; undefined where nobody means a
 * link, as in `[[ -f x ]]`, `[[:alpha:]]` or `[[type:Answer]]`.
 */
export function wikiLinkTarget(inside: string): WikiLinkTarget | undefined {
  if (noLink.test(inside) || mayBeTag(inside)) return undefined
  if (inside.includes('`') && !codeInPairs.test(inside)) return undefined
  // In a table cell the bar is escaped.
  const [, target = '', words = ''] = /^(.*?)(?:\\?\|(.*))?$/.exec(inside) ?? []
  const [note = '', ...parts] = target.split('#').map((name) => name.trim())
  const named = parts.filter((name) => name !== '')
  const headings = named.filter((name) => note === '' || !name.startsWith('^'))
  const names = [withoutEnding(note), ...headings].filter((name) => name !== '')
  if (names.length === 0) return undefined
  return { note, part: named.join('#'), name: names.join(' > '), words: words.trim() }
}

/** Whether it would be a tag of ours, if only by its letters. */
function mayBeTag(inside: string): boolean {
  return spellsTag(`[${inside.replace(/\|.*/, '').trim().toUpperCase()}]`)
}

function withoutEnding(note: string): string {
  return note.replace(markdownEnding, '')
}
