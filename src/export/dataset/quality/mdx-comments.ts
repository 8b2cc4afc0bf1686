import type { Compilation } from '../../../document/model.ts'
import { chunksOf } from '../items/paragraphs.ts'

const OPEN = '{/*'
const CLOSE = '*/}'

/** Captured texts without the comments of MDX, as Docusaurus writes them, and of Hugo; blocks that hold nothing else go. */
export function withoutMdxComments<Texts extends Pick<Compilation, 'blocks' | 'chapters'>>(
  texts: Texts
): Texts {
  const { blocks, chapters } = texts
  if (![...blocks, ...chapters].some(({ content }) => content.includes(OPEN))) return texts
  return {
    ...texts,
    blocks: blocks.flatMap((block) => {
      const content = withoutComments(block.content)
      return content === '' ? [] : [{ ...block, content }]
    }),
    chapters: chapters.map((chapter) => ({ ...chapter, content: withoutComments(chapter.content) }))
  }
}

/** In code they are text. */
function withoutComments(text: string): string {
  if (!text.includes(OPEN)) return text
  const kept = chunksOf(text).flatMap((chunk) => {
    const isCode = /^[\s>]*(?:(?:[-*+]|\d+[.)])\s+)*(?:`{3,}|~{3,})|^(?: {4}|\t)/.test(chunk.text)
    const rest = isCode ? chunk.text : withoutThem(chunk.text)
    return rest.trim() === '' ? [] : [rest]
  })
  return kept.join('\n\n')
}

function withoutThem(text: string): string {
  let rest = ''
  let from = 0
  let isCode = false
  for (let at = text.indexOf(OPEN); at !== -1; at = text.indexOf(OPEN, from)) {
    const close = text.indexOf(CLOSE, at)
    if (close === -1) break
    // Hugo writes two braces on each side.
    const isDouble = text[at - 1] === '{' && text[close + CLOSE.length] === '}'
    const before = text.slice(from, isDouble ? at - 1 : at)
    const end = close + CLOSE.length + (isDouble ? 1 : 0)
    // Between two backticks it is code.
    if (before.split('`').length % 2 === 0) isCode = !isCode
    rest += isCode ? text.slice(from, end) : before.replace(/[ \t]+$/, '')
    from = end
  }
  return from === 0 ? text : `${rest}${text.slice(from)}`.trimEnd()
}
