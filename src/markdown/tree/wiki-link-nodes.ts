import type { PhrasingContent, Text } from 'mdast'
import type { CompileContext, Extension } from 'mdast-util-from-markdown'
import type { Token } from 'micromark-util-types'
import { isUnseen, trimEdges } from '../trim-slice.ts'
import { wikiLinkTarget } from './wiki-link-target.ts'

/** Tokens of links to notes → `wikiLink` nodes, which hold what readers see. */
export const wikiLinkNodes: Extension = { enter: { wikiLink: enter }, exit: { wikiLink: exit } }

function enter(this: CompileContext, token: Token): undefined {
  const source = this.sliceSerialize(token)
  const isEmbed = source.startsWith('!')
  const { note, part, name } = wikiLinkTarget(source.slice(isEmbed ? 3 : 2, -2)) ?? noTarget()
  const isInLink = this.stack.some(({ type }) => type === 'link')
  this.enter({ type: 'wikiLink', note, part, name, isEmbed, isInLink, children: [] }, token)
}

function exit(this: CompileContext, token: Token): undefined {
  const node = this.stack.at(-1)
  if (node?.type !== 'wikiLink') return noTarget()
  const words: PhrasingContent[] = trimEdges(node.children)
  node.children = words.every(isUnseen) ? [wordsOf(token, node.name)] : words
  this.exit(token)
}

/** Words that stand for a token. */
export function wordsOf({ start, end }: Token, value: string): Text {
  const [from, to] = [start, end].map(({ line, column, offset }) => ({ line, column, offset }))
  return { type: 'text', value, ...(from && to && { position: { start: from, end: to } }) }
}

function noTarget(): never {
  throw new Error('Expected a link to a note')
}
