import type { Nodes, RootContent } from 'mdast'
import { say, sayCount, type Said } from '../../say/say.ts'
import { commentsIn } from '../../markdown/tree/comments.ts'
import { longComments } from '../../markdown/reading/long-comments.ts'
import { frontMatterEnd } from '../../markdown/reading/header-fence.ts'
import { isPlain } from '../../markdown/scan/plain-blocks.ts'
import { offsets } from '../../markdown/tag-places.ts'
import { spelledTags } from '../../markdown/tags.ts'
import type { Problem } from './diagnostics.ts'

/** Behind a word, a number or a slash it is a sign like others: `100%% sure`. */
const opener = /(?<![^\s([{"'*_~=|>-])%%(?!%)/g

/**
 * What to know of private comments (N2): where one begins that nothing ends, so that all can read it, and where
 * one begins within a line that hides what stands below.
 */
export function commentProblems(text: string, blocks: RootContent[]): Problem[] {
  if (!text.includes('%%')) return []
  return [...openComments(text, markedBlocks(text, blocks)), ...hidingComments(text, blocks)]
}

function markedBlocks(text: string, blocks: RootContent[]): RootContent[] {
  const marked: RootContent[] = []
  for (let at = text.indexOf('%%'); at >= 0; at = text.indexOf('%%', at + 1)) {
    const block = blocks[blockAt(blocks, at)]
    const end = block ? offsets(block).end : 0
    if (!block || at + 2 > end) continue
    marked.push(block)
    at = end - 2
  }
  return marked
}

/** Index of the last block that begins at or before an offset. */
function blockAt(blocks: RootContent[], offset: number): number {
  let [low, high] = [0, blocks.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((blocks[middle]?.position?.start.offset ?? Infinity) <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}

function openComments(text: string, blocks: RootContent[]): Problem[] {
  return blocks.flatMap(openersIn).map((start) => ({
    start,
    end: start + 2,
    code: 'unclosed-comment',
    said: say(
      '%% begins a private comment here that nothing ends, so it is shown. Write %% at its end. If it is meant as text, write \\%%.'
    )
  }))

  function openersIn(node: Nodes): number[] {
    if (node.type === 'text' && node.position) {
      const { start, end } = offsets(node)
      return Array.from(text.slice(start, end).matchAll(opener), ({ index }) => start + index)
    }
    return 'children' in node && !isPlain(node) ? node.children.flatMap(openersIn) : []
  }
}

function hidingComments(text: string, blocks: RootContent[]): Problem[] {
  const long = longComments(text, frontMatterEnd(text))
  if (long.length === 0) return []
  const there = new Set(commentsIn(text, blocks).map(({ start }) => start))
  return long
    .filter(({ start }) => there.has(start))
    .map(({ start, end }) => {
      const hidden = text.slice(start, end)
      const lines = hidden.split(/\r\n|\n|\r/).length
      const tags = spelledTags(hidden).length
      return {
        start,
        end: start + 2,
        code: 'long-comment',
        said: hides(lines, tags)
      }
    })
}

function hides(lines: number, tags: number): Said {
  if (tags > 0) {
    return sayCount(
      tags,
      'A private comment begins within this line and hides {lines} lines, a tag among them. If it is meant as text, write \\%%.',
      'A private comment begins within this line and hides {lines} lines, {count} tags among them. If it is meant as text, write \\%%.',
      { lines }
    )
  }
  return sayCount(
    lines,
    'A private comment begins within this line and hides {count} line. If it is meant as text, write \\%%.',
    'A private comment begins within this line and hides {count} lines. If it is meant as text, write \\%%.'
  )
}
