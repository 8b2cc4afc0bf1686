import type { Element, ElementContent, Root, RootContent } from 'hast'

const rightToLeft =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u
const letter = /\p{L}/u

const blocks = new Set(
  'p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd pre blockquote table td th section details'.split(' ')
)
/** What is in them says nothing of the language around. */
const foreign = new Set(['button', 'code', 'math', 'pre'])

type Direction = 'ltr' | 'rtl'

/**
 * Lets each block run as its first letter does; blocks that run as what is around them say nothing.
 * `dir` of the author stays.
 */
export function turnBlocks(root: Root): void {
  turn(root, 'ltr')
}

function turn(parent: Root | Element, around: Direction): void {
  for (const child of parent.children) {
    if (child.type !== 'element') continue
    const { properties, tagName } = child
    const given = properties['dir']
    const own = given ?? (blocks.has(tagName) ? directionOf(child) : undefined)
    const direction = own === 'rtl' || own === 'ltr' ? own : around
    if (given === undefined && direction !== around) properties['dir'] = direction
    turn(child, direction)
  }
}

/** Code runs from left to right whatever is around it. */
function directionOf(block: Element): Direction | undefined {
  if (block.tagName === 'pre') return 'ltr'
  const first = firstLetter(block)
  if (first === undefined) return undefined
  return rightToLeft.test(first) ? 'rtl' : 'ltr'
}

function firstLetter(node: RootContent | ElementContent): string | undefined {
  if (node.type === 'text') return letter.exec(node.value)?.[0]
  if (node.type !== 'element' || foreign.has(node.tagName) || isChip(node)) return undefined
  for (const child of node.children) {
    const found = firstLetter(child)
    if (found !== undefined) return found
  }
  return undefined
}

function isChip({ properties }: Element): boolean {
  const names = properties['className']
  return Array.isArray(names) && names.includes('tag')
}
