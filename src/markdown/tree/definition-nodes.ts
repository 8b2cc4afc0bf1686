import type { Nodes, RootContent } from 'mdast'
import type { CompileContext, Extension } from 'mdast-util-from-markdown'
import type { Token } from 'micromark-util-types'
import type { DefinitionDescription, DefinitionList, DefinitionTerm } from './nodes.ts'

/** Tokens of terms and definitions → nodes, and those in a row → a `definitionList`. */
export const definitionNodes: Extension = {
  enter: {
    definitionTerm(token) {
      this.enter({ type: 'definitionTerm', children: [] }, token)
    },
    definitionDescription(token) {
      this.enter({ type: 'definitionDescription', spread: false, children: [] }, token)
    }
  },
  exit: { definitionTerm: exitNode, definitionDescription: exitNode },
  transforms: [gather]
}

function exitNode(this: CompileContext, token: Token): undefined {
  this.exit(token)
}

/** Puts what belongs together into lists, however deep. */
function gather(node: Nodes): undefined {
  if (!('children' in node)) return
  const children: RootContent[] = node.children
  children.forEach(gather)
  if (!children.some(({ type }) => type === 'definitionTerm')) return
  const gathered: RootContent[] = []
  for (const child of children) {
    const list = gathered.at(-1)
    if (child.type !== 'definitionTerm' && child.type !== 'definitionDescription') {
      gathered.push(child)
    } else if (list?.type === 'definitionList') add(list, child)
    else gathered.push(listOf(child))
  }
  children.length = 0
  for (const one of gathered) children.push(one)
}

function listOf(first: DefinitionTerm | DefinitionDescription): DefinitionList {
  const { position } = first
  return {
    type: 'definitionList',
    children: [first],
    ...(position && { position: { start: { ...position.start }, end: { ...position.end } } })
  }
}

function add(list: DefinitionList, child: DefinitionTerm | DefinitionDescription): void {
  if (child.type === 'definitionDescription') {
    endWithContent(child)
    child.spread = isApart(list.children.at(-1), child) || child.children.some(isApartFromBefore)
  }
  list.children.push(child)
  if (list.position && child.position) list.position.end = { ...child.position.end }
}

/** Blank lines below a definition are no part of it. */
function endWithContent({ position, children }: DefinitionDescription): void {
  const end = children.at(-1)?.position?.end
  if (position && end) position.end = { ...end }
}

function isApartFromBefore(block: Nodes, index: number, blocks: Nodes[]): boolean {
  return isApart(blocks[index - 1], block)
}

/** Whether a blank line stands between two blocks. */
function isApart(before: Nodes | undefined, after: Nodes): boolean {
  const end = before?.position?.end.line
  const start = after.position?.start.line
  return end !== undefined && start !== undefined && start > end + 1
}
