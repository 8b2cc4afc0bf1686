import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import { tags } from '@lezer/highlight'
import { tint } from './editor-theme.ts'
import { tagStyles } from './language/tag-styles.ts'

const tag = (colour: string) => ({
  color: `color-mix(in srgb, ${colour} 85%, var(--text))`,
  backgroundColor: tint(colour),
  borderRadius: '3px',
  fontWeight: '600'
})

/** How Markdown looks in the editor, in the page's own colours. */
export const editorColours = syntaxHighlighting(
  HighlightStyle.define([
    { tag: tags.heading, fontWeight: '700' },
    { tag: tags.strong, fontWeight: '700' },
    { tag: tags.emphasis, fontStyle: 'italic' },
    { tag: tags.strikethrough, textDecoration: 'line-through' },
    { tag: [tags.link, tags.url], color: 'var(--accent)' },
    { tag: tags.monospace, color: 'var(--info)' },
    { tag: tags.quote, color: 'var(--quiet)' },
    { tag: [tags.processingInstruction, tags.contentSeparator], color: 'var(--quiet)' },
    { tag: [tags.keyword, tags.operatorKeyword, tags.modifier], color: 'var(--accent)' },
    {
      tag: [tags.string, tags.regexp, tags.attributeValue],
      color: 'color-mix(in srgb, var(--text) 45%, var(--answer))'
    },
    {
      tag: [tags.number, tags.bool, tags.null, tags.atom],
      color: 'color-mix(in srgb, var(--text) 45%, var(--block))'
    },
    {
      tag: [tags.typeName, tags.className, tags.tagName],
      color: 'color-mix(in srgb, var(--text) 45%, var(--topic))'
    },
    { tag: tags.comment, color: 'var(--quiet)', fontStyle: 'italic' },
    { tag: tagStyles.topic, ...tag('var(--topic)') },
    { tag: tagStyles.question, ...tag('var(--question)') },
    { tag: tagStyles.answer, ...tag('var(--answer)') },
    { tag: tagStyles['block-reader'], ...tag('var(--block)') },
    { tag: tagStyles['chapter-reader'], ...tag('var(--chapter)') }
  ])
)
