import type { ListItem, Parents, Root } from 'mdast'

/** Puts blank lines into those lists only that have an item of several blocks, lists in it apart. */
export function tightenLists(parent: Root | Parents): void {
  for (const child of parent.children) {
    if (!('children' in child)) continue
    tightenLists(child)
    if (child.type === 'list') child.spread = child.children.some(isSpread)
    if (child.type === 'listItem') child.spread = isSpread(child)
  }
}

function isSpread({ children }: ListItem): boolean {
  return children.filter(({ type }) => type !== 'list').length > 1
}
