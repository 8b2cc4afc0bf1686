import { texText } from '../../laegna.ts'

const most = 240

/** Lines that only give form: fences, underlines of headings, rules, the second row of a table. */
const formal =
  /^[ \t]*(?:`{3,}.*|~{3,}.*|=+|(?:[-*_][ \t]*){3,}|\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t:|-]*)?)$/gm
/** What a line of a quote, callout, list or heading begins with. */
const begin =
  /^[ \t]*(?:(?:>[ \t]?)+(?:\[![^[\]\n]{1,40}\][+-]?[ \t]*)?)?(?:#{1,6}[ \t]+|[-*+][ \t]+(?:\[[ xX]\][ \t]+)?|\d{1,9}[.)][ \t]+)?/gm
const link = /!?\[([^[\]]*)\](?:\((?:<[^<>\n]*>|[^()\s]*)(?:[ \t]+"[^"]*")?\)|\[[^[\]]*\])/g
/** Pictures without words for them: the name of their file stands for them. */
const picture = /!\[\]\(<?([^()<>\n]*?)>?\)/g
/** `[[Page]]`, `[[Page|words]]`. */
const wikiLink = /!?\[\[(?:[^[\]|\n]*\|)?([^[\]|\n]+)\]\]/g
const gap = /\{\{c\d+::((?:(?!::|\}\})[^])*)(?:::(?:(?!\}\})[^])*)?\}\}/g
const comment = /%%(?:(?!%%)[^])*%%/g
const highlight = /==(?=\S)((?:(?!==)[^])*[^\s=])==/g
/** Between dollars, as the language has it: a price has a blank or a digit beside its dollar. */
const formula = /(?<![\\$\w`])(\${1,2})(?!\s)((?:\\[^]|[^$\\`])+?)(?<!\s)\1(?![\d$])/g
const marked = /(\*\*|__|~~|(?<![\w*])\*|(?<![\w_])_)(?=\S)([^\n]*?\S)\1(?!\w)/g

/** The beginning of a text on one line, enough for a row of a list. */
export function oneLine(text: string): string {
  return text
    .slice(0, 2 * most)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, most)
}

/** `oneLine` of Markdown, about as it reads: a look at it, not a rendering. */
export function plainLine(markdown: string): string {
  const some = markdown.slice(0, 3 * most)
  // What stands in a fence stands for itself.
  if (/^[ \t]*(?:`{3}|~{3})/.test(some)) return oneLine(some.replace(formal, ''))
  const words = some
    .replace(formal, '')
    .replace(begin, '')
    .replace(/^[ \t]*\||\|[ \t]*$/gm, '')
    .replace(/[ \t]\|[ \t]/g, ' · ')
    .replace(/\\$/gm, '')
    .replace(comment, '')
    .replace(formula, (_, __, tex: string) => texText(tex))
    .replace(gap, '[$1]')
    .replace(highlight, '$1')
    .replace(wikiLink, '$1')
    .replace(picture, (_, address: string) => address.replace(/^[^]*\//, ''))
    .replace(link, '$1')
    .replace(marked, '$2')
    .replace(marked, '$2')
    .replace(/(`+)[ ]?([^`]+?)[ ]?\1/g, '$2')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
  return oneLine(words) || oneLine(some)
}

/** A place in words: `cells.md:12`. */
export function placeOf(path: string, line: number): string {
  return `${path}:${line}`
}
