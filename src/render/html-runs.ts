import type { Nodes, RootContent } from 'mdast'
import { areBlocksIn } from '../markdown/tree/block-containers.ts'
import { emptyElements, mostElements } from './html-depth.ts'
import { RawHtml, type HtmlTag } from './raw-html.ts'
import { schema } from './schema.ts'

/** Elements that end with what is around them. */
const inText = new Set('p li dt dd option optgroup'.split(' '))
const inTable = new Set('tr td th tbody thead tfoot caption'.split(' '))

/** Elements that change how what follows them is parsed, beside those that are kept. */
const felt = new Set([
  ...(schema.tagNames ?? []),
  ...'big body button center colgroup caption dir fieldset font footer form frameset head header'.split(
    ' '
  ),
  ...'html iframe listing main marquee math menu nav nobr noembed noframes noscript object'.split(
    ' '
  ),
  ...'optgroup option article aside figure plaintext rb rtc script select small style svg'.split(
    ' '
  ),
  ...'template textarea title u video audio xmp'.split(' ')
])

/**
 * Blocks in runs that can be turned into HTML apart from each other: mostly one block each, but raw
 * HTML that opens in one block and closes in another holds together all between.
 */
export function htmlRuns(text: string, blocks: RootContent[]): RootContent[][] {
  const runs: RootContent[][] = []
  const raw = new RawHtml()
  let open: string[] = []
  for (const block of blocks) {
    if (open.length > 0) runs.at(-1)?.push(block)
    else runs.push([block])
    const { start, end } = block.position ?? {}
    const source = text.slice(start?.offset, end?.offset)
    if (source.includes('<') || source.includes('![[')) open = openAfter(block, open, raw, true)
  }
  return runs
}

/** Names of the elements that raw HTML has left open, outermost first. */
function openAfter(node: Nodes, open: string[], raw: RawHtml, isBlock: boolean): string[] {
  if (node.type === 'html') return afterTags(raw.readNode(node, isBlock).tags, open)
  if (!('children' in node)) return open
  const areBlocks = areBlocksIn(node)
  return node.children.reduce<string[]>(
    (sofar, child) => openAfter(child, sofar, raw, areBlocks),
    open
  )
}

function afterTags(tags: HtmlTag[], before: string[]): string[] {
  const open = [...before]
  for (const { name, isCloser } of tags) {
    if (emptyElements.has(name) || !felt.has(name)) continue
    if (isCloser) close(name, open)
    // What stands deeper is text.
    else if (open.length < mostElements) open.push(name)
  }
  return open
}

/** What stands in between may keep the end of an element from ending it: then it counts as open. */
function close(name: string, open: string[]): void {
  const at = open.lastIndexOf(name)
  const implied = name === 'table' ? inTable : inText
  if (at >= 0 && open.slice(at + 1).every((inner) => implied.has(inner))) open.length = at
}
