import type { Nodes, RootContent } from 'mdast'
import type { SourceRange } from '../tree/container-marks.ts'

/** Gives a plain block its tree, which the node then holds itself. */
export interface BlockReader {
  read(block: RootContent): void
}

/** What is known of a plain block. */
interface Plain {
  comments: readonly SourceRange[]
  fences: readonly SourceRange[]
  /** Undefined once its tree was read. */
  reader: BlockReader | undefined
}

/** What is known of a plain block is a field of its node that no copy of that has. */
const known = Symbol('plain')
const none: readonly SourceRange[] = []

/**
 * Whether a block of a document holds nothing but words, to all but those who show it: no tag or HTML but comments that
 * are known, no link to a note, nothing that can be a problem. Its `children` are read when somebody first asks.
 */
export function isPlain(block: Nodes): boolean {
  return known in block
}

/** Where the comments of a plain block stand, from its begin; none in others. */
export function plainComments(block: Nodes): readonly SourceRange[] {
  return plainOf(block)?.comments ?? none
}

/** Where code stands between fences in a plain list, from its begin. */
export function plainFences(block: Nodes): readonly SourceRange[] {
  return plainOf(block)?.fences ?? none
}

/** Who reads a block; undefined for one that has its tree. */
export function readerOf(block: Nodes): BlockReader | undefined {
  return plainOf(block)?.reader
}

/** Whether a plain block has no tree yet: to ask for its children reads it. */
export function isUnread(block: Nodes): boolean {
  return readerOf(block) !== undefined
}

/** Makes a plain block of a node without its tree, whose fields are read when somebody first asks for one. */
export function makePlain<Block extends RootContent>(
  node: Omit<Block, keyof typeof lazy>,
  fields: readonly (keyof typeof lazy)[],
  reader: BlockReader,
  comments = none,
  fences = none
): Block {
  for (const field of fields) Object.defineProperty(node, field, lazy[field])
  Object.defineProperty(node, known, { value: { comments, fences, reader } satisfies Plain })
  return node as Block
}

/** Lets a plain block hold what was read of it. */
export function givePlain(block: RootContent, tree: RootContent): void {
  for (const field of Object.keys(tree)) {
    if (field === 'position') continue
    const value: unknown = tree[field as keyof RootContent]
    Object.defineProperty(block, field, {
      value,
      enumerable: true,
      configurable: true,
      writable: true
    })
  }
  const plain = plainOf(block)
  if (plain) plain.reader = undefined
}

/** Made once: nodes with the same accessors have the same form in memory. */
const lazy = {
  children: lazyField('children'),
  align: lazyField('align'),
  ordered: lazyField('ordered'),
  start: lazyField('start'),
  spread: lazyField('spread')
}

function lazyField(field: string): PropertyDescriptor & ThisType<RootContent> {
  return {
    enumerable: true,
    configurable: true,
    get() {
      readerOf(this)?.read(this)
      return this[field as keyof RootContent]
    }
  }
}

function plainOf(block: Nodes): Plain | undefined {
  return (block as { [known]?: Plain })[known]
}
