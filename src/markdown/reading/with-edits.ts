import type { SourceRange } from '../tree/container-marks.ts'

/** Replaces `start`–`end` of a text (UTF-16 offsets) by `insert`. */
export interface TextEdit extends SourceRange {
  insert: string
}

/** The text with some edits, none of which lies over another. */
export function withEdits(text: string, edits: readonly TextEdit[]): string {
  let result = ''
  let from = 0
  for (const { start, end, insert } of inOrder(edits)) {
    result += text.slice(from, start) + insert
    from = end
  }
  return result + text.slice(from)
}

/** Characters of a piece of a long text, so that an edit copies a piece of it and not all. */
const piece = 16_384

/** The text after edits one after another, each of the text that those before made. */
export function afterEdits(text: string, rounds: readonly (readonly TextEdit[])[]): string {
  if (rounds.length <= 2) return rounds.reduce<string>(withEdits, text)
  const pieces = ['']
  for (let at = 0; at < text.length; at += piece) pieces.push(text.slice(at, at + piece))
  for (const edits of rounds) {
    // From the end, so that what stands before has its place still.
    for (const edit of inOrder(edits).reverse()) replaceIn(pieces, edit)
  }
  return pieces.join('')
}

function replaceIn(pieces: string[], { start, end, insert }: TextEdit): void {
  let first = 0
  let before = 0
  const lengthOf = (at: number): number => pieces[at]?.length ?? 0
  while (first < pieces.length - 1 && before + lengthOf(first) < start) {
    before += lengthOf(first)
    first += 1
  }
  let last = first
  let lastStart = before
  while (last < pieces.length - 1 && lastStart + lengthOf(last) < end) {
    lastStart += lengthOf(last)
    last += 1
  }
  const head = pieces[first]?.slice(0, start - before) ?? ''
  const tail = pieces[last]?.slice(end - lastStart) ?? ''
  pieces.splice(first, last - first + 1, head + insert + tail)
}

/** Edits by their place; those at one place stay as they came. */
export function inOrder<Edit extends TextEdit>(edits: readonly Edit[]): Edit[] {
  return edits.toSorted((a, b) => a.start - b.start || a.end - b.end)
}
