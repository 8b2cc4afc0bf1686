import { EditorView } from '@codemirror/view'

/** A colour as a ground for text. */
export const tint = (colour: string) => `color-mix(in srgb, ${colour} 12%, transparent)`

const faint = (colour: string) => `color-mix(in srgb, ${colour} 7%, transparent)`

const wave = (colour: string) => ({
  textDecoration: `underline wavy ${colour} 1px`,
  textUnderlineOffset: '3px'
})

/** How the editor looks, in the page's own colours. */
export const editorTheme = EditorView.theme({
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
  '.cm-lineNumbers .cm-gutterElement': {
    paddingBlock: '0',
    paddingInline: '12px 8px',
    minWidth: '40px'
  },
  '.cm-activeLine': { backgroundColor: 'color-mix(in srgb, var(--panel) 70%, transparent)' },
  '.cm-activeLineGutter': { backgroundColor: 'transparent', color: 'var(--text)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground':
    { background: 'color-mix(in srgb, var(--accent) 24%, transparent)' },
  '.cm-placeholder': { color: 'var(--quiet)', fontFamily: 'var(--sans)' },
  '.cm-span-question': { backgroundColor: faint('var(--question)') },
  '.cm-span-answer': { backgroundColor: faint('var(--answer)') },
  '.cm-span-topic': { backgroundColor: faint('var(--topic)') },
  '.cm-literal-tag, .cm-literal-tag span': {
    backgroundColor: 'transparent',
    color: 'var(--quiet)',
    fontWeight: '400'
  },
  '.cm-faulty-tag': { backgroundColor: tint('var(--error)') },
  '.cm-faulty-tag span': {
    backgroundColor: 'transparent',
    color: 'color-mix(in srgb, var(--error) 85%, var(--text))'
  },
  '.cm-foldGutter': { width: '14px' },
  '.cm-foldGutter .cm-gutterElement': { cursor: 'pointer' },
  '.cm-fold': {
    display: 'block',
    width: '6px',
    height: '6px',
    margin: '7px auto 0',
    borderInlineEnd: '1.5px solid var(--quiet)',
    borderBottom: '1.5px solid var(--quiet)',
    transform: 'rotate(45deg)',
    opacity: '0'
  },
  '.cm-fold-closed': { opacity: '1', transform: 'rotate(-45deg)' },
  '.cm-gutters:hover .cm-fold, .cm-activeLineGutter .cm-fold': { opacity: '1' },
  '.cm-folded': {
    margin: '0 4px',
    padding: '0 8px',
    border: '1px solid var(--line)',
    borderRadius: 'var(--corner)',
    backgroundColor: 'var(--panel)',
    color: 'var(--quiet)',
    font: 'inherit',
    lineHeight: '1.3',
    cursor: 'pointer'
  },
  '.cm-problem-error': wave('var(--error)'),
  '.cm-problem-warning': wave('var(--warning)'),
  '.cm-problem-info': wave('var(--info)'),
  '.cm-flash': { animation: 'laegna-flash 1.2s ease-out' },
  '@keyframes laegna-flash': {
    from: { backgroundColor: 'color-mix(in srgb, var(--accent) 26%, transparent)' },
    to: { backgroundColor: 'transparent' }
  }
})
