import {
  autocompletion,
  snippetCompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult
} from '@codemirror/autocomplete'
import { syntaxTree } from '@codemirror/language'
import type { Extension } from '@codemirror/state'

/** The five tags and what each does; `#{}` is where the cursor goes, then where Tab goes on. */
const tags: Completion[] = [
  snippetCompletion('[/Q]#{}[Q/]#{}', {
    label: '[/Q]',
    displayLabel: '[/Q] … [Q/]',
    detail: 'Question',
    info: 'A question. With the answer that follows it is one card.',
    boost: 5
  }),
  snippetCompletion('[/A]#{}[A/]#{}', {
    label: '[/A]',
    displayLabel: '[/A] … [A/]',
    detail: 'Answer',
    info: 'The answer to the question before it, in the same chapter.',
    boost: 4
  }),
  snippetCompletion('[/T]#{}[T/]#{}', {
    label: '[/T]',
    displayLabel: '[/T] … [T/]',
    detail: 'Topic',
    info: 'Inside a heading: the chapter’s name on cards and in the dataset.',
    boost: 3
  }),
  {
    label: '[/BLOCKREAD/]',
    detail: 'Block reader',
    info: 'Every block of this chapter becomes a training item.',
    boost: 2
  },
  {
    label: '[/CHAPTREEREAD/]',
    detail: 'Chapter reader',
    info: 'This chapter, with all below it, becomes a training item.',
    boost: 1
  }
]

/** Where a tag would be literal. */
const literalPlaces =
  /^(?:FencedCode|CodeBlock|InlineCode|MathBlock|InlineMath|FrontMatter|HTMLBlock|CommentBlock|Comment|HTMLTag|URL)$/

function complete(context: CompletionContext): CompletionResult | null {
  const begun = context.matchBefore(/\[\/?[A-Za-z]*\/?/)
  if (!begun || (begun.text === '[' && !context.explicit)) return null
  if (/^\\$/.test(context.state.sliceDoc(begun.from - 1, begun.from))) return null
  for (
    let node = syntaxTree(context.state).resolve(begun.from, -1);
    node.parent;
    node = node.parent
  ) {
    if (literalPlaces.test(node.name)) return null
  }
  return { from: begun.from, options: tags, validFor: /^\[\/[A-Za-z]*\/?$/ }
}

/** Offers the tags where one is begun. */
export const tagCompletion: Extension = autocompletion({
  override: [complete],
  icons: false,
  // Enter right after the letter that leaves one tag takes it.
  interactionDelay: 0,
  aboveCursor: false,
  addToOptions: [
    {
      position: 90,
      render({ label }) {
        const tip = document.createElement('span')
        tip.className = `cm-tag-dot cm-tag-dot-${label.slice(2, -1).toLowerCase()}`
        return tip
      }
    }
  ]
})
