import { codes } from 'micromark-util-symbol'
import type { ChangedStretch } from './change-between.ts'

const fence = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/
const heading = /^#{1,6}(?:[ \t]|$)/

/** How a text was cut before it changed. */
export interface CutBefore {
  pieces: string[]
  /** Where the first of them began. */
  from: number
  /** What of the text is another now. */
  change: ChangedStretch
}

/** The chunks of a text, and how many at its begin and at its end are the very same strings as before. */
export interface Cut {
  pieces: string[]
  front: number
  back: number
}

/**
 * Cuts a text into chunks that can be parsed one by one, from `from` on: one begins at each heading
 * in the first column after a blank line (or after such a heading). No block reaches over such a
 * place but code and HTML that nothing closes. Within a fence that looks open nothing is cut; what
 * only the parser can see, `DocumentParser` puts together again.
 *
 * Of a text that was cut `before`, only what changed and the chunks beside it are looked at.
 */
export function cutChunks(text: string, from: number, before?: CutBefore): Cut {
  if (!before) return { pieces: cutUntil(text, from, () => false, false).chunks, front: 0, back: 0 }
  const { pieces: old, change } = before
  if (before.from === from && change.start === change.end && change.start === change.oldEnd)
    return { pieces: old, front: old.length, back: 0 }
  let start = from
  let front = 0
  // The last one that is the same may go on now.
  for (let next = start; before.from === from; front++) {
    const end = next + (old[front]?.length ?? Infinity)
    if (end > change.start) break
    start = next
    next = end
  }
  front = Math.max(0, front - 1)
  /** Which of the old chunks begins where, of those behind the change. */
  const starts = new Map<number, number>()
  let end = text.length
  for (let last = old.length - 1; last >= front; last--) {
    end -= old[last]?.length ?? 0
    if (end < start || end < change.end) break
    starts.set(end, last)
  }
  const cut = cutUntil(text, start, (at) => starts.has(at), starts.size > 0)
  const rest = starts.get(cut.end) ?? old.length
  return {
    pieces: [...old.slice(0, front), ...cut.chunks, ...old.slice(rest)],
    front,
    back: old.length - rest
  }
}

/**
 * Cuts a text, from a place where a chunk begins, up to the end or to a cut that `isEnd` says is the last to be found,
 * which is near in a `isShort` one.
 */
function cutUntil(
  text: string,
  from: number,
  isEnd: (at: number) => boolean,
  isShort: boolean
): { chunks: string[]; end: number } {
  const chunks: string[] = []
  const endOf = lineEnds(text, isShort)
  let start = from
  let open: string | undefined
  let free = true
  for (let at = from; at < text.length;) {
    const end = endOf(at)
    const isHeading: boolean =
      free &&
      open === undefined &&
      text.charCodeAt(at) === codes.numberSign &&
      heading.test(text.slice(at, end))
    if (isHeading && at > start) {
      chunks.push(text.slice(start, at))
      if (isEnd(at)) return { chunks, end: at }
      start = at
    }
    if (mayFence(text, at)) {
      const words = text.slice(at, end)
      const mark = fence.exec(words)?.[1]
      if (open === undefined) open = mark
      else if (mark?.startsWith(open) && words.trim() === mark) open = undefined
    }
    free = isHeading || isBlank(text, at, end)
    at = text.startsWith('\r\n', end) ? end + 2 : end + 1
  }
  if (start < text.length) chunks.push(text.slice(start))
  return { chunks, end: text.length }
}

/** Tells where the line ends that an offset stands on; who asks for a few lines does not look all over for `\r` first. */
function lineEnds(text: string, isShort: boolean): (from: number) => number {
  if (!isShort && !text.includes('\r')) {
    return (from) => {
      const end = text.indexOf('\n', from)
      return end < 0 ? text.length : end
    }
  }
  const ends = /\r|\n/g
  return (from) => {
    ends.lastIndex = from
    return ends.exec(text)?.index ?? text.length
  }
}

/** Whether the sign that a line begins with may be that of a fence. */
function mayFence(text: string, start: number): boolean {
  let at = start
  while (at < start + 3 && text.charCodeAt(at) === codes.space) at++
  const code = text.charCodeAt(at)
  return code === codes.graveAccent || code === codes.tilde
}

function isBlank(text: string, start: number, end: number): boolean {
  if (start >= end) return true
  const code = text.charCodeAt(start)
  // Words, as most lines begin.
  if (code > codes.space && code < 0x7f) return false
  return text.slice(start, end).trim() === ''
}
