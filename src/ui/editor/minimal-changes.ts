import type { ChangeSpec } from '@codemirror/state'
import type { diffArrays } from 'diff'

export type LineDiff = typeof diffArrays<string>

/** Edits in more lines than this are taken as one. */
const mostLines = 2000

/** Few small changes that make one text of another, so that what stays keeps cursor and marks. */
export function minimalChanges(before: string, after: string, diff?: LineDiff): ChangeSpec[] {
  if (before === after) return []
  let from = 0
  const shorter = Math.min(before.length, after.length)
  while (from < shorter && before.charCodeAt(from) === after.charCodeAt(from)) from++
  let same = 0
  while (
    same < shorter - from &&
    before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)
  ) {
    same++
  }
  const old = before.slice(from, before.length - same)
  const insert = after.slice(from, after.length - same)
  const whole = [{ from, to: from + old.length, insert }]
  return (diff && byLines(old, insert, from, diff)) ?? whole
}

function byLines(
  before: string,
  after: string,
  offset: number,
  diff: LineDiff
): ChangeSpec[] | undefined {
  const [old, fresh] = [linesOf(before), linesOf(after)]
  if (old.length < 2 || fresh.length < 2 || old.length + fresh.length > mostLines) return undefined
  const changes: ChangeSpec[] = []
  let at = offset
  for (const { value, added, removed } of diff(old, fresh)) {
    const text = value.join('')
    if (added) changes.push({ from: at, insert: text })
    else if (removed) changes.push({ from: at, to: at + text.length })
    if (!added) at += text.length
  }
  return changes
}

function linesOf(text: string): string[] {
  return text.split(/(?<=\n)/)
}
