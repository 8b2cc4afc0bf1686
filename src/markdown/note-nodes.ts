import type { Extension } from 'mdast-util-from-markdown'

/** Tokens of the constructs in `syntax/note-syntax.ts` → nodes. */
export const noteNodes: Extension[] = []
