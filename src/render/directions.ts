import type { Element, ElementContent, Root, RootContent } from 'hast'

/** Scripts that run from right to left, and marks that say so where there are no letters. */
const rightToLeft =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\p{Script=Hanifi_Rohingya}\p{Script=Mandaic}\p{Script=Samaritan}\p{Script=Mende_Kikakui}\u200f\u061c]/u
const strong = /[\p{L}\u200e\u200f\u061c]/u

const blocks = new Set(
  'p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd pre blockquote table caption td th hr section details summary div figure figcaption'.split(
    ' '
  )
)
/** What is in them says nothing of the language around. */
const foreign = new Set(['bdi', 'button', 'code', 'math', 'pre'])

type Direction = 'ltr' | 'rtl'

/**
 * Lets each block run as its first letter does; blocks that run as what is around them say nothing,
 * so a text from left to right has no mark at all. `dir` of the author stays.
 */
export function turnBlocks(root: Root): void {
  root.children = withLooseTurned(root.children)
  turn(root, 'ltr')
}

/** Whether a text runs from right to left. */
export function isRightToLeft(text: string): boolean {
  const first = strong.exec(text)?.[0]
  return first !== undefined && rightToLeft.test(first)
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

/** Raw HTML may leave text outside of any block: where that needs a direction, it gets a block. */
function withLooseTurned(nodes: RootContent[]): RootContent[] {
  const all: RootContent[] = []
  let loose: ElementContent[] = []
  for (const node of nodes) {
    if (node.type === 'doctype') continue
    if (node.type !== 'element' || !blocks.has(node.tagName)) loose.push(node)
    else {
      for (const one of turnedLoose(loose)) all.push(one)
      all.push(node)
      loose = []
    }
  }
  return [...all, ...turnedLoose(loose)]
}

function turnedLoose(nodes: ElementContent[]): ElementContent[] {
  const block: Element = { type: 'element', tagName: 'div', properties: {}, children: nodes }
  return directionOf(block) === 'rtl' ? [block] : nodes
}

/** Code runs from left to right whatever is around it. */
function directionOf(block: Element): Direction | undefined {
  if (block.tagName === 'pre') return 'ltr'
  const first = firstLetter(block)
  if (first === undefined) return undefined
  return rightToLeft.test(first) ? 'rtl' : 'ltr'
}

function firstLetter(node: RootContent | ElementContent): string | undefined {
  if (node.type === 'text') return strong.exec(node.value)?.[0]
  if (node.type !== 'element' || foreign.has(node.tagName) || isChip(node) || isFormula(node)) {
    return undefined
  }
  for (const child of node.children) {
    const found = firstLetter(child)
    if (found !== undefined) return found
  }
  return undefined
}

/** What is not the author's: a tag in the preview, the kind of a callout. */
function isChip({ properties }: Element): boolean {
  const names = properties['className']
  return Array.isArray(names) && (names.includes('tag') || names.includes('callout-kind'))
}

/** A formula of the preview that is not drawn yet. */
function isFormula({ tagName, properties }: Element): boolean {
  const names = properties['className']
  return tagName === 'span' && Array.isArray(names) && names.includes('math')
}
