import type { CompileContext, Extension } from 'mdast-util-from-markdown'
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote'
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item'
import type { Token } from 'micromark-util-types'
import { addressNodes } from '../tree/late-addresses.ts'
import { cellPipes } from '../tree/cell-pipes.ts'
import type { AnyTag, GapMark } from '../tree/nodes.ts'
import { tagForm } from '../tags.ts'
import { wikiTarget } from '../tree/wiki-target.ts'

export const gfmNodes: Extension[] = [
  addressNodes,
  gfmFootnoteFromMarkdown(),
  gfmStrikethroughFromMarkdown(),
  gfmTableFromMarkdown(),
  cellPipes,
  gfmTaskListItemFromMarkdown()
]

/** Tokens of the two tag constructs → `tag` and `tagBlock` nodes. */
export const tagNodes: Extension = {
  enter: { tag: enterTag('tag'), tagBlock: enterTag('tagBlock') },
  exit: { tag: exitNode, tagBlock: exitNode }
}

/** Tokens of the two math constructs → `math` and `inlineMath` nodes. */
export const mathNodes: Extension = {
  enter: {
    mathFlow(token) {
      this.enter({ type: 'math', value: '' }, token)
      this.buffer()
    },
    mathText(token) {
      const display = this.sliceSerialize(token).startsWith('$$')
      this.enter({ type: 'inlineMath', value: '', display }, token)
      this.buffer()
    }
  },
  exit: {
    mathFlow: exitMath((value) => value.replace(/^\r?\n|\r?\n$/g, '')),
    mathFlowValue: exitData,
    // GitHub and GitLab write $`x`$ as well.
    mathText: exitMath((value) =>
      value
        .replace(/\r?\n|\r/g, ' ')
        .trim()
        .replace(/^`([^`]+)`$/, '$1')
    ),
    mathTextData: exitData
  }
}

/** Tokens of an embedded medium → an `image` as Markdown has it, with its size for HTML. */
export const wikiNodes: Extension = {
  enter: {
    wikiEmbed(token) {
      const { path, caption, ...size } = wikiTarget(this.sliceSerialize(token).slice(3, -2))
      const alt = caption || path
      this.enter({ type: 'image', url: path, alt, title: null, data: { hProperties: size } }, token)
    }
  },
  exit: { wikiEmbed: exitNode }
}

/** Tokens of the two ends of gaps → `gapMark` nodes. */
export const gapNodes: Extension = {
  enter: { gapOpen: enterGap('open'), gapClose: enterGap('close') },
  exit: { gapOpen: exitNode, gapClose: exitNode }
}

function enterGap(side: GapMark['side']) {
  return function (this: CompileContext, token: Token): undefined {
    this.enter({ type: 'gapMark', side, value: this.sliceSerialize(token) }, token)
  }
}

function enterTag(type: AnyTag['type']) {
  return function (this: CompileContext, token: Token): undefined {
    const value = this.sliceSerialize(token)
    this.enter({ type, value, ...tagForm(value) }, token)
  }
}

function exitNode(this: CompileContext, token: Token): undefined {
  this.exit(token)
}

function exitMath(tidy: (value: string) => string) {
  return function (this: CompileContext, token: Token): undefined {
    const value = this.resume()
    const node = this.stack.at(-1)
    if (node?.type !== 'math' && node?.type !== 'inlineMath') throw new Error('Expected math')
    node.value = tidy(value)
    this.exit(token)
  }
}

function exitData(this: CompileContext, token: Token): undefined {
  this.config.enter.data?.call(this, token)
  this.config.exit.data?.call(this, token)
}
