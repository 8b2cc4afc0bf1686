import type { Element } from 'hast'
import type { AnyTag } from '../../markdown/tree/nodes.ts'
import type { TagKind } from '../../markdown/tags.ts'
import { say } from '../../say/say.ts'

interface Chip {
  text: string
  title: string
}

/** In English; a page says it in its language. */
const chips: Record<TagKind, Chip> = {
  topic: { text: 'T', title: say('Name of the chapter').template },
  question: { text: 'Q', title: say('Question').template },
  answer: { text: 'A', title: say('Answer: hide or show it').template },
  'block-reader': {
    text: say('blocks').template,
    title: say('Every block of this chapter goes into the dataset').template
  },
  'chapter-reader': {
    text: say('chapter').template,
    title: say('This chapter goes into the dataset as a whole').template
  }
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
