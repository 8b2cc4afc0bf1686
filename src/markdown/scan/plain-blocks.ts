import type { Nodes } from 'mdast'

const plain = new WeakSet<Nodes>()

/**
 * Whether a block of a document holds nothing but words, to all but those who show it: no tag, comment or
 * HTML, no link to a note, nothing that can be a problem. Its `children` are read when somebody first asks.
 */
export function isPlain(block: Nodes): boolean {
  return plain.has(block)
}

/** Says so of a block. */
export function markPlain(block: Nodes): void {
  plain.add(block)
}
