import type { Html, Nodes, Root } from 'mdast'
import { holdsBlocks } from './block-containers.ts'
import { aroundTag, isWordInBrackets, knownElements } from './html-elements.ts'
import { offsets } from '../tag-places.ts'

declare module 'unist' {
  interface Data {
    /** Raw HTML in a line that is a word in angle brackets: it is shown as text. */
    isWord?: boolean
  }
}

const tagInLine = /^<(\/?)([a-z][^\s/>]*)([\s\S]*)>$/i

/** Marks the tags in lines that are words (`List<Object>`): which ones, the whole paragraph says. */
export function markWordTags(text: string, root: Root): void {
  if (!text.includes('<')) return
  for (const node of root.children) inBlock(node)

  function inBlock(node: Nodes): void {
    if (node.type === 'html') return
    if (holdsBlocks(node) || node.type === 'table' || node.type === 'tableRow') {
      for (const child of node.children) inBlock(child)
      return
    }
    const tags: Html[] = []
    collect(node, tags)
    if (tags.length > 0) mark(text, tags)
  }
}

function collect(node: Nodes, tags: Html[]): void {
  if (node.type === 'html') tags.push(node)
  else if ('children' in node) for (const child of node.children) collect(child, tags)
}

/** The tags of one paragraph, in order: from the last to the first one knows what is closed. */
function mark(text: string, tags: Html[]): void {
  const closed = new Set<string>()
  for (const node of tags.toReversed()) {
    const [, slash, name, rest = ''] = tagInLine.exec(node.value) ?? []
    if (name === undefined || !knownElements.has(name.toLowerCase())) continue
    if (slash !== '') closed.add(name.toLowerCase())
    else {
      const isWord = isWordInBrackets({
        name,
        rest,
        ...aroundTag(text, offsets(node)),
        isClosed: closed.has(name.toLowerCase())
      })
      if (isWord) node.data = { ...node.data, isWord }
    }
  }
}
