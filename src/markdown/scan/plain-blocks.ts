import type { Nodes } from 'mdast'
import type { SourceRange } from '../tree/container-marks.ts'

const plain = new WeakMap<Nodes, readonly SourceRange[]>()
const none: readonly SourceRange[] = []

/**
 * Whether a block of a document holds nothing but words, to all but those who show it: no tag or HTML but comments that
 * are known, no link to a note, nothing that can be a problem. Its `children` are read when somebody first asks.
 */
export function isPlain(block: Nodes): boolean {
  return plain.has(block)
}

/** Where the comments of a plain block stand, from its begin; none in others. */
export function plainComments(block: Nodes): readonly SourceRange[] {
  return plain.get(block) ?? none
}

/** Says so of a block. */
export function markPlain(block: Nodes, comments: readonly SourceRange[] = none): void {
  plain.set(block, comments)
}
