import type { Text } from '@codemirror/state'

const isBuilt = /\n|^(?:#{1,6} |[-*+>|] ?|\d+[.)] |```)/
const onlyMarks = /^[ \t]*(?:>[ \t]*)*(?:(?:[-*+]|\d+[.)])[ \t]+)?$/

/**
 * A text as it reads as blocks between `from` and `to` of a document: on lines of its own, and below
 * the sign of a list or quote that it is put behind. One line of text stays in its line.
 */
export function asBlocks(text: string, doc: Text, from: number, to: number): string {
  if (!isBuilt.test(text)) return text
  const line = doc.lineAt(from)
  const before = line.text.slice(0, from - line.from)
  const last = doc.lineAt(to)
  const isMiddle = last.text.slice(to - last.from).trim() !== ''
  const hang = onlyMarks.test(before) ? before.replace(/[^>\s]/g, ' ') : ''
  const start = onlyMarks.test(before) ? '' : '\n\n'
  const lines = text
    .split('\n')
    .map((one, at) => (at === 0 ? one : one === '' ? hang.trimEnd() : hang + one))
  return start + lines.join('\n') + (isMiddle ? '\n\n' : '')
}
