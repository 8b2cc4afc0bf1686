import type { CompileContext, Extension } from 'mdast-util-from-markdown'
import type { Token } from 'micromark-util-types'
import type { SourceRange } from './container-marks.ts'

declare module 'unist' {
  interface Data {
    /** Private comments in HTML, a title, or the words of a picture: where they stand behind its beginning. */
    comments?: SourceRange[]
  }
}

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

/** Tokens of private comments → HTML that says nothing, so that they go wherever comments go. */
const commentNodes: Extension = {
  enter: { commentText: enterComment, commentFlow: enterComment },
  exit: { commentText: exitComment, commentFlow: exitComment }
}

/** Tokens of names of blocks → such HTML; a cell is no block, in it they are text. */
const blockNameNodes: Extension = {
  enter: {
    blockName(token) {
      if (this.stack.some(({ type }) => type === 'tableCell')) {
        this.config.enter.data?.call(this, token)
        this.config.exit.data?.call(this, token)
      } else {
        this.enter({ type: 'html', value: '' }, token)
        this.exit(token)
      }
    }
  }
}

/** Tokens of footnotes where they belong → `inlineFootnote` nodes. */
const footnoteNodes: Extension = {
  canContainEols: ['inlineFootnote'],
  enter: {
    inlineFootnote(token) {
      this.enter({ type: 'inlineFootnote', children: [] }, token)
    }
  },
  exit: { inlineFootnote: exitNode }
}

/** Tokens of the constructs within lines that programs for notes add → nodes. */
export const lineNodes: Extension[] = [highlightNodes, commentNodes, blockNameNodes, footnoteNodes]

function enterComment(this: CompileContext, token: Token): undefined {
  this.enter({ type: 'html', value: '' }, token)
  this.buffer()
}

function exitComment(this: CompileContext, token: Token): undefined {
  this.resume()
  this.exit(token)
  // The words of a picture are no nodes.
  const picture = this.stack.findLast(({ type }) => type === 'image')
  const from = picture?.position?.start.offset
  if (!picture || from === undefined) return
  const comment = { start: token.start.offset - from, end: token.end.offset - from }
  picture.data = { ...picture.data, comments: [...(picture.data?.comments ?? []), comment] }
}

function exitNode(this: CompileContext, token: Token): undefined {
  this.exit(token)
}
