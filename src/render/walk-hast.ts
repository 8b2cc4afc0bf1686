import type { Element, ElementContent, Root, RootContent } from 'hast'

/** Gives each element below `parent` to `change`; what it returns takes the element's place. */
export function replaceElements(
  parent: Root | Element,
  change: (element: Element) => ElementContent[] | undefined
): void {
  const children: RootContent[] = parent.children
  const changed = children.flatMap((child): RootContent[] => {
    if (child.type !== 'element') return [child]
    replaceElements(child, change)
    return change(child) ?? [child]
  })
  parent.children = changed
}
