import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { tags } from '@lezer/highlight'
import { tagStyles } from './language/tag-styles.ts'

const tint = (colour: string) => `color-mix(in srgb, ${colour} 12%, transparent)`

const tag = (colour: string) => ({
  color: `color-mix(in srgb, ${colour} 85%, var(--text))`,
  backgroundColor: tint(colour),
  borderRadius: '3px',
  fontWeight: '600'
})

const wave = (colour: string) => ({
  textDecoration: `underline wavy ${colour} 1px`,
  textUnderlineOffset: '3px'
})

const look = EditorView.theme({
  '&': { height: '100%', backgroundColor: 'var(--page)', color: 'var(--text)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--mono)', fontSize: '0.875rem', lineHeight: '1.6' },
  '.cm-content': { padding: '12px 0 40vh', caretColor: 'var(--accent)' },
  '.cm-line': { padding: '0 16px 0 8px' },
  '.cm-cursor': { borderLeftColor: 'var(--accent)', borderLeftWidth: '2px' },
  '.cm-gutters': {
    backgroundColor: 'var(--page)',
    border: 'none',
    color: 'var(--quiet)',
    fontSize: '0.75rem'
  },
  '.cm-lineNumbers .cm-gutterElement': { padding: '0 8px 0 12px', minWidth: '40px' },
  '.cm-activeLine': { backgroundColor: 'color-mix(in srgb, var(--panel) 70%, transparent)' },
  '.cm-activeLineGutter': { backgroundColor: 'transparent', color: 'var(--text)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground':
    { background: 'color-mix(in srgb, var(--accent) 24%, transparent)' },
  '.cm-placeholder': { color: 'var(--quiet)', fontFamily: 'var(--sans)' },
  '.cm-problem-error': wave('var(--error)'),
  '.cm-problem-warning': wave('var(--warning)'),
  '.cm-problem-info': wave('var(--info)'),
  '.cm-flash': { animation: 'laegna-flash 1.2s ease-out' },
  '@keyframes laegna-flash': {
    from: { backgroundColor: 'color-mix(in srgb, var(--accent) 26%, transparent)' },
    to: { backgroundColor: 'transparent' }
  }
})

const colours = HighlightStyle.define([
  { tag: tags.heading, fontWeight: '700' },
  { tag: tags.strong, fontWeight: '700' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: tags.strikethrough, textDecoration: 'line-through' },
  { tag: [tags.link, tags.url], color: 'var(--accent)' },
  { tag: tags.monospace, color: 'var(--info)' },
  { tag: tags.quote, color: 'var(--quiet)' },
  { tag: [tags.processingInstruction, tags.contentSeparator], color: 'var(--quiet)' },
  { tag: tags.comment, color: 'var(--quiet)', fontStyle: 'italic' },
  { tag: tagStyles.topic, ...tag('var(--topic)') },
  { tag: tagStyles.question, ...tag('var(--question)') },
  { tag: tagStyles.answer, ...tag('var(--answer)') },
  { tag: tagStyles['block-reader'], ...tag('var(--block)') },
  { tag: tagStyles['chapter-reader'], ...tag('var(--chapter)') }
])

/** How the editor looks, in the page's own colours. */
export const editorTheme: Extension = [look, syntaxHighlighting(colours)]
