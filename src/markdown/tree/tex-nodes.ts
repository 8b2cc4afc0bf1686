import type { Nodes } from 'mdast'
import type { CompileContext, Extension } from 'mdast-util-from-markdown'
import type { Token } from 'micromark-util-types'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    bracketMath: 'bracketMath'
    bracketMathMark: 'bracketMathMark'
    environmentMath: 'environmentMath'
    texFlow: 'texFlow'
  }
}

/** Tokens of formulas in LaTeX's brackets, of bare environments and of code that is math → formulas. */
export const texNodes: Extension = {
  enter: {
    bracketMath(token) {
      const display = this.sliceSerialize(token).startsWith('\\[')
      this.enter({ type: 'inlineMath', value: '', display }, token)
      this.buffer()
    },
    environmentMath(token) {
      this.enter({ type: 'inlineMath', value: '', display: true }, token)
      this.buffer()
    },
    texFlow(token) {
      this.enter({ type: 'math', value: '' }, token)
      this.buffer()
    }
  },
  exit: { bracketMath: exitTex, environmentMath: exitTex, texFlow: exitTex, codeFenced: exitFence }
}

function exitTex(this: CompileContext, token: Token): undefined {
  const value = this.resume()
  const node = this.stack.at(-1)
  // A line of an environment may end in a comment of TeX.
  const lineEnd = token.type === 'environmentMath' ? '\n' : ' '
  if (node?.type === 'inlineMath') node.value = value.replace(/\r\n?|\n/g, lineEnd).trim()
  else if (node?.type === 'math') node.value = value.replace(/^\\\[|\\\]\s*$/g, '').trim()
  this.exit(token)
}

/**
 * GitHub and GitLab read a code block of the language `math` as a formula. One that nothing closes
 * stays code: what it swallows is told.
 */
function exitFence(this: CompileContext, token: Token): undefined {
  const value = this.resume().replace(/^(?:\r\n|\n|\r)|(?:\r\n|\n|\r)$/g, '')
  delete this.data.flowCodeInside
  const node = this.stack.at(-1)
  if (node?.type === 'code') node.value = value
  this.exit(token)
  const parent = this.stack.at(-1)
  if (node?.type !== 'code' || node.lang !== 'math' || !parent || !('children' in parent)) return
  if (!/[\r\n][ \t>]*(?:`{3,}|~{3,})[ \t]*$/.test(this.sliceSerialize(token))) return
  const { position } = node
  const siblings: Nodes[] = parent.children
  siblings[siblings.length - 1] = { type: 'math', value, ...(position && { position }) }
}
