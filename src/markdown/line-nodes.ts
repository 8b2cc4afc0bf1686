import type { CompileContext, Extension } from 'mdast-util-from-markdown'
import type { Token } from 'micromark-util-types'

/** Tokens of `==words==` → `highlight` nodes. */
const highlightNodes: Extension = {
  canContainEols: ['highlight'],
  enter: {
    highlight(token) {
      this.enter({ type: 'highlight', children: [] }, token)
    }
  },
  exit: { highlight: exitNode }
}

/** Tokens of the constructs within lines that programs for notes add → nodes. */
export const lineNodes: Extension[] = [highlightNodes]

function exitNode(this: CompileContext, token: Token): undefined {
  this.exit(token)
}
