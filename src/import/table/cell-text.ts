import type { PhrasingContent, Root } from 'mdast'
import { htmlToMarkdown } from '../html/to-markdown.ts'
import { writeMarkdown } from '../markdown/write-markdown.ts'

/** Words in which nothing can be a sign of Markdown, of HTML or of ours. */
const plainWords = /^(?!\d+[.)])[\p{L}\p{N}][\p{L}\p{M}\p{N} ,;?'"()/–—…’“”„。、？「」]*\.?$/u

/** What other programs of cards export with their looks is HTML. */
const html =
  /<\/?(?:[biu]|br|div|p|span|strong|em|ul|ol|li|img|sub|sup|code|pre|table|a|font)\b[^<>]*>/i

/** The Markdown of a cell: its HTML is read, and all else in it is text. */
export function cellText(cell: string): string {
  if (cell === '' || plainWords.test(cell)) return cell
  if (html.test(cell)) {
    const page = `<body>${cell.replace(/\r\n?|\n/g, '<br>')}`
    return htmlToMarkdown(page, { path: '', target: '', signs: 'none' }).text.trim()
  }
  const paragraphs = cell.split(/\s*\n[ \t]*(?:\r?\n\s*)+/)
  const root: Root = {
    type: 'root',
    children: paragraphs.map((text) => ({ type: 'paragraph', children: linesOf(text) }))
  }
  return writeMarkdown(root, 'none').trim()
}

function linesOf(text: string): PhrasingContent[] {
  return text.split(/\r\n?|\n/).flatMap((value, at): PhrasingContent[] => {
    const line: PhrasingContent = { type: 'text', value: value.trim() }
    return at === 0 ? [line] : [{ type: 'break' }, line]
  })
}
