import type { Element, ElementContent } from 'hast'
import type { Nodes } from 'mdast'
import type { Handlers, State } from 'mdast-util-to-hast'
import type {
  DefinitionDescription,
  DefinitionList,
  DefinitionTerm
} from '../markdown/tree/nodes.ts'

/** Definition lists as HTML has them (N2). */
export const definitionHtml: Handlers = {
  definitionList: (state, node: DefinitionList) =>
    element(state, node, 'dl', state.wrap(state.all(node), true)),
  definitionTerm: (state, node: DefinitionTerm) => element(state, node, 'dt', state.all(node)),
  definitionDescription(state, node: DefinitionDescription) {
    const blocks = state.all(node)
    if (node.spread) return element(state, node, 'dd', state.wrap(blocks, true))
    const words = blocks.flatMap((block, at): ElementContent[] => {
      const own = block.type === 'element' && block.tagName === 'p' ? block.children : [block]
      return at === 0 ? own : [{ type: 'text', value: '\n' }, ...own]
    })
    return element(state, node, 'dd', words)
  }
}

function element(state: State, node: Nodes, tagName: string, children: ElementContent[]): Element {
  const made: Element = { type: 'element', tagName, properties: {}, children }
  state.patch(node, made)
  return made
}
