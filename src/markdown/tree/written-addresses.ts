import type { Nodes } from 'mdast'
import type { CompileContext, Extension } from 'mdast-util-from-markdown'
import { decodeString } from 'micromark-util-decode-string'
import type { Token } from 'micromark-util-types'
import type { SourceRange } from './container-marks.ts'
import { gfmNodes, mathNodes, tagNodes } from '../reading/from-markdown.ts'
import { noteNodes } from './note-nodes.ts'
import { frontMatterEnd } from '../reading/header-fence.ts'
import { readTree } from '../reading/read-tree.ts'
import { wikiTarget } from './wiki-target.ts'

/** An address in a text, with the place of what is written between its marks. */
export interface WrittenAddress extends SourceRange {
  /** What it says. */
  address: string
  /** How it is written: `![](x)`, `![](<x>)`, `![[x]]` or `<img src="x">`. */
  form: 'bare' | 'angle' | 'wiki' | 'html'
}

/** The addresses of a text's pictures and links, in its order, as far as the language reads them. */
export function writtenAddresses(text: string, noteSyntax = true): WrittenAddress[] {
  if (!/\]\(|\]:|!\[\[|<\w/.test(text)) return []
  let found: WrittenAddress[] = []
  const withFrontMatter = frontMatterEnd(text) > 0
  const read = { noteSyntax, definitionLists: true, withFrontMatter }
  const options = { ...read, isPiece: false, labels: [], meetOpen: () => undefined }
  const root = readTree(text, options, () => {
    found = []
    return [...gfmNodes, mathNodes, tagNodes, ...(noteSyntax ? noteNodes : []), collect(found)]
  })
  inHtml(root, text, found)
  return found.toSorted((one, other) => one.start - other.start)
}

function collect(found: WrittenAddress[]): Extension {
  function destination(this: CompileContext, token: Token): undefined {
    const written = this.sliceSerialize(token)
    const isAngle = written.startsWith('<')
    const cut = isAngle ? 1 : 0
    const [start, end] = [token.start.offset + cut, token.end.offset - cut]
    const address = decodeString(written.slice(cut, written.length - cut))
    if (address !== '') found.push({ start, end, address, form: isAngle ? 'angle' : 'bare' })
  }
  function wiki(this: CompileContext, token: Token): undefined {
    const inside = this.sliceSerialize(token).slice(3, -2)
    const { path: address } = wikiTarget(inside)
    const start = token.start.offset + 3 + inside.indexOf(address)
    found.push({ start, end: start + address.length, address, form: 'wiki' })
  }
  return {
    exit: { resourceDestination: destination, definitionDestination: destination, wikiEmbed: wiki }
  }
}

function inHtml(node: Nodes, text: string, found: WrittenAddress[]): void {
  if ('children' in node) for (const child of node.children) inHtml(child, text, found)
  const start = node.position?.start.offset
  if (node.type !== 'html' || start === undefined) return
  const source = text.slice(start, node.position?.end.offset)
  const attributes = source.matchAll(/\s(?:src|href)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/dgi)
  for (const { indices } of attributes) {
    const [from, to] = indices?.[1] ?? indices?.[2] ?? indices?.[3] ?? [0, 0]
    const address = source.slice(from, to).replaceAll('&amp;', '&')
    if (address !== '') found.push({ start: start + from, end: start + to, address, form: 'html' })
  }
}
