import type { Definition, Html, Image, Link, Nodes, Root } from 'mdast'
import { offsets } from '../tag-places.ts'
import { isComment } from './comments.ts'
import type { SourceRange } from './container-marks.ts'
import { withoutRanges } from './without-ranges.ts'

/**
 * Takes private comments and those of HTML out of HTML, the titles of links and the words of pictures (N2), where Markdown itself reads nothing: nobody may read them. Where they stand, the nodes say.
 */
export function hideWords(text: string, root: Root): void {
  if (!/%%|<!--/.test(text)) return
  visit(root)

  function visit(node: Nodes): void {
    if (node.type === 'html') hideInHtml(text, node)
    else if ('url' in node && node.position) hideBeside(text, node)
    if ('children' in node) for (const child of node.children) visit(child)
  }
}

function hideInHtml(text: string, node: Html): void {
  if (!/%%|<!--/.test(node.value) || isComment(node)) return
  const { start, end } = offsets(node)
  const source = text.slice(start, end)
  addComments(node, [...privateIn(source), ...htmlIn(source)])
  node.value = withoutRanges(node.value, privateIn(node.value)).replace(htmlComment, '')
}

function hideBeside(text: string, node: Link | Image | Definition): void {
  const { start, end } = offsets(node)
  if (node.type === 'image' && node.alt?.includes('<!--')) {
    node.alt = node.alt.replace(htmlComment, '')
    const words = text.slice(start, end)
    addComments(node, htmlIn(words.slice(0, titleStart(words) ?? words.length)))
  }
  if (!node.title || !/%%|<!--/.test(node.title)) return
  node.title = withoutRanges(node.title, privateIn(node.title)).replace(htmlComment, '')
  const behind =
    node.type === 'link' ? (node.children.at(-1)?.position?.end.offset ?? start) : start
  const source = text.slice(behind, end)
  const from = titleStart(source)
  if (from === undefined) return
  const title = source.slice(from)
  const by = behind - start + from
  const found = [...privateIn(title), ...htmlIn(title)]
  addComments(
    node,
    found.map((range) => ({ start: by + range.start, end: by + range.end }))
  )
}

function addComments(node: Nodes, comments: SourceRange[]): void {
  if (comments.length === 0) return
  node.data = { ...node.data, comments: [...(node.data?.comments ?? []), ...comments] }
}

const beforeTitle = /^\](?:\(|:)[ \t\r\n>]*(?:<[^>\r\n]*>|[^\s<]\S*)[\s>]+(?=["'(])/

/** Where the title begins: behind the words in brackets, and the address. */
function titleStart(source: string): number | undefined {
  for (let at = source.indexOf(']'); at >= 0; at = source.indexOf(']', at + 1)) {
    const [before] = beforeTitle.exec(source.slice(at)) ?? []
    if (before !== undefined) return at + before.length
  }
  return undefined
}

const htmlComment = /<!--(?:-?>|[\s\S]*?-->)/g

function htmlIn(source: string): SourceRange[] {
  return Array.from(source.matchAll(htmlComment), ({ 0: found, index }) => ({
    start: index,
    end: index + found.length
  }))
}

/** `100%% sure`, `width="100%%"` */
const endsNumber = /^[\s!-/:-@[-`{-~]?$/

/** Private comments in a stretch without Markdown; a row of their signs is a line that somebody drew. */
function privateIn(source: string): SourceRange[] {
  const found: SourceRange[] = []
  for (let at = source.indexOf('%%'); at >= 0;) {
    const size = /^%+/.exec(source.slice(at, at + 5))?.[0].length ?? 0
    const isNumber = /\d/.test(source.charAt(at - 1)) && endsNumber.test(source.charAt(at + size))
    let end = at + size
    if (source[at - 1] !== '\\' && !isNumber && (size === 2 || size === 4)) {
      const close = size === 4 ? at + 2 : source.indexOf('%%', at + 2)
      if (close < 0) break
      end = close + 2
      found.push({ start: at, end })
    } else if (size === 5) while (source[end] === '%') end++
    at = source.indexOf('%%', end)
  }
  return found
}
