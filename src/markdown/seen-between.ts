import type { Nodes, Parents } from 'mdast'
import { firstFrom } from './first-from.ts'
import { isUnseen } from './trim-slice.ts'

/** What a reader sees of a node, leaf by leaf, from its beginning: it is asked for at each tag, and the node may move. */
const seenLeaves = new WeakMap<Parents, { start: number }[]>()

/** Whether a reader sees anything of what begins between two offsets of a parsed node. */
export function isSeenBetween(node: Parents, from: number, to: number): boolean {
  let leaves = seenLeaves.get(node)
  if (!leaves) seenLeaves.set(node, (leaves = leavesOf(node)))
  const start = startOf(node)
  return (leaves[firstFrom(leaves, from - start)]?.start ?? Infinity) < to - start
}

function leavesOf(node: Parents): { start: number }[] {
  const leaves: { start: number }[] = []
  // A bare address found late has no place of its own: it stands where the one before it ends.
  const begin = startOf(node)
  let end = begin
  collect(node)
  return leaves

  function collect(one: Nodes): void {
    if ('children' in one && one.children.length > 0) {
      for (const child of one.children) collect(child)
      return
    }
    const start = one.position?.start.offset ?? end
    if (!isUnseen(one)) leaves.push({ start: start - begin })
    end = one.position?.end.offset ?? end
  }
}

function startOf(node: Parents): number {
  return node.position?.start.offset ?? 0
}
