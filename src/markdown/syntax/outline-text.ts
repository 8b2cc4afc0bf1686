import type { Construct, Extension } from 'micromark-util-types'
import { spellsTag } from '../tags.ts'
import { consume } from './consume-match.ts'
import { readingNow } from './reading.ts'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    taskMark: 'taskMark'
    macroHidden: 'macroHidden'
    macroEmbed: 'macroEmbed'
    macroAddress: 'macroAddress'
    blockReference: 'blockReference'
  }
}

const uuid = String.raw`\(\([\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}\)\)`
const mark =
  /(?:TODO|DOING|DONE|LATER|NOW|WAITING|WAIT|CANCELED|CANCELLED|IN-PROGRESS) +(?:\[#[ABC]\] +)?(?![=:(–—-]|(?:is|are|was|were|means)\b|\s|$)/y
/** Of those words: C, D, I, L, N, T, W. */
const firstLetters = [67, 68, 73, 76, 78, 84, 87]
const hidden = /\{\{(?:query|renderer|namespace) +(?=[([#":])[^\r\n\t]{0,1000}?\}\}/iy
const embed = new RegExp(String.raw`\{\{embed +(?:\[\[[^[\]|\r\n\t]+\]\]|${uuid}) *\}\}`, 'iy')
const address = /\{\{(?:video|youtube|vimeo|bilibili|tweet|twitter) +https?:\/\/[^\s{}<>]+ *\}\}/iy
const reference = new RegExp(uuid, 'iy')

const task: Construct = {
  name: 'taskMark',
  tokenize(effects, ok, nok) {
    const isFirst = this.previous === null && this._gfmTasklistFirstContentOfListItem === true
    const size = isFirst ? taskMarkSize(readingNow().text, this.now().offset) : 0
    return consume(effects, { token: 'taskMark', size }, [ok, nok])
  }
}
const macros: Construct = {
  name: 'macro',
  tokenize(effects, ok, nok) {
    const macro = macroAt(readingNow().text, this.now().offset)
    return macro ? consume(effects, macro, [ok, nok]) : nok
  }
}
const references: Construct = {
  name: 'blockReference',
  tokenize(effects, ok, nok) {
    const size = blockReferenceSize(readingNow().text, this.now().offset)
    return consume(effects, { token: 'blockReference', size }, [ok, nok])
  }
}
const marks = Object.fromEntries(firstLetters.map((code) => [code, task]))
/**
 * What Logseq has within lines (N2): the mark of a task at the begin of an item, macros, and references to
 * blocks. None of them goes over a line or holds a tag.
 *
 * ```markdown
 * > | - TODO Read ((64f0c0de-0000-4000-8000-000000000001)) {{query [[cells]]}}
 *       ^^^^^      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ^^^^^^^^^^^^^^^^^^^
 * ```
 */
export const outlineText: Extension = { text: { ...marks, [123]: macros, [40]: references } }

/** The macro at an offset: its token, and its length; undefined where none stands. */
export function macroAt(
  text: string,
  at: number
): { token: 'macroEmbed' | 'macroHidden' | 'macroAddress'; size: number } | undefined {
  for (const [token, pattern] of [
    ['macroEmbed', embed],
    ['macroHidden', hidden],
    ['macroAddress', address]
  ] as const) {
    const size = sizeAt(text, at, pattern)
    if (size > 0) return { token, size }
  }
  return undefined
}

/** Length of the mark of a task, with the blanks behind it, at an offset; 0 where none stands. */
export function taskMarkSize(text: string, at: number): number {
  return sizeAt(text, at, mark)
}

/** Length of the reference to a block at an offset; 0 where none stands. */
export function blockReferenceSize(text: string, at: number): number {
  return sizeAt(text, at, reference)
}

function sizeAt(text: string, at: number, pattern: RegExp): number {
  pattern.lastIndex = at
  const [found = ''] = pattern.exec(text) ?? []
  return spellsTag(found) ? 0 : found.length
}
