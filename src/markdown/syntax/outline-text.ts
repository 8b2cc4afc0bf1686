import type { Construct, Extension, TokenizeContext } from 'micromark-util-types'
import { spelledTags } from '../tags.ts'
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
    const size = isFirst ? sizeAt(this, mark) : 0
    return consume(effects, { token: 'taskMark', size }, [ok, nok])
  }
}
const macros: Construct = {
  name: 'macro',
  tokenize(effects, ok, nok) {
    for (const [token, pattern] of [
      ['macroEmbed', embed],
      ['macroHidden', hidden],
      ['macroAddress', address]
    ] as const) {
      const size = sizeAt(this, pattern)
      if (size > 0) return consume(effects, { token, size }, [ok, nok])
    }
    return nok
  }
}
const references: Construct = {
  name: 'blockReference',
  tokenize(effects, ok, nok) {
    const size = sizeAt(this, reference)
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

function sizeAt(context: TokenizeContext, pattern: RegExp): number {
  pattern.lastIndex = context.now().offset
  const [found = ''] = pattern.exec(readingNow().text) ?? []
  return spelledTags(found).length > 0 ? 0 : found.length
}
