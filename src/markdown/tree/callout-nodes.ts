import type { CompileContext, Extension } from 'mdast-util-from-markdown'
import type { Token } from 'micromark-util-types'
import { calloutKind, type CalloutKind } from './callout-kinds.ts'

/** What the first line of a block quote says that makes a callout of it. */
export interface Callout {
  kind: CalloutKind
  /** The kind as a reader sees it: the word that was written, with a capital. */
  word: string
  /** Whether its content can be folded away, and is at first. */
  fold?: 'open' | 'folded'
}

declare module 'mdast' {
  interface BlockquoteData {
    callout?: Callout
  }
  interface ParagraphData {
    /** It stands in the first line of a callout, and holds what is written there behind the kind. */
    isCalloutTitle?: boolean
  }
}

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    calloutTitle: 'calloutTitle'
    calloutMark: 'calloutMark'
  }
}

/** Tokens of a callout's first line → `data.callout` of the block quote, and a paragraph: the title. */
export const calloutNodes: Extension = {
  enter: {
    calloutTitle(token) {
      this.enter({ type: 'paragraph', children: [], data: { isCalloutTitle: true } }, token)
    }
  },
  exit: { calloutMark: exitMark, calloutTitle: exitTitle }
}

function exitMark(this: CompileContext, token: Token): undefined {
  const quote = this.stack.at(-2)
  if (quote?.type === 'blockquote') quote.data = { callout: calloutOf(this.sliceSerialize(token)) }
}

function exitTitle(this: CompileContext, token: Token): undefined {
  this.exit(token)
}

/** Reads `[!tip]-`; behind a bar Obsidian's themes take words of their own. */
export function calloutOf(mark: string): Callout {
  const [written = ''] = mark.slice(2, mark.lastIndexOf(']')).split('|')
  const name = written.replace(/[\s_-]+/g, ' ').trim()
  const lower = /\p{Ll}/u.test(name) ? name : name.toLowerCase()
  const word = lower.charAt(0).toUpperCase() + lower.slice(1)
  const callout: Callout = { kind: calloutKind(written.trim()), word: word || 'Note' }
  if (mark.endsWith('-')) callout.fold = 'folded'
  if (mark.endsWith('+')) callout.fold = 'open'
  return callout
}
