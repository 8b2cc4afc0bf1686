import type { Element } from 'hast'
import type { AnyTag } from '../../markdown/tree/nodes.ts'
import type { TagKind } from '../../markdown/tags.ts'

interface Chip {
  text: string
  title: string
}

const chips: Record<TagKind, Chip> = {
  topic: { text: 'T', title: 'Name of the chapter' },
  question: { text: 'Q', title: 'Question' },
  answer: { text: 'A', title: 'Answer: hide or show it' },
  'block-reader': { text: 'blocks', title: 'Every block of this chapter goes into the dataset' },
  'chapter-reader': { text: 'chapter', title: 'This chapter goes into the dataset as a whole' }
}

/**
 * A marker as a reader sees it: a letter where a span begins, nothing where it ends. The letter of
 * an answer is a button, for the page to hide the answer with.
 */
export function chip({ kind, side }: AnyTag): Element {
  if (side === 'close') return { type: 'element', tagName: 'span', properties: {}, children: [] }
  const { text, title } = chips[kind]
  const isAnswer = kind === 'answer'
  return {
    type: 'element',
    tagName: isAnswer ? 'button' : 'span',
    properties: {
      ...(isAnswer && { type: 'button', ariaExpanded: 'true' }),
      className: ['tag', `tag-${kind}`],
      title
    },
    children: [{ type: 'text', value: text }]
  }
}
