import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'

const floating = {
  border: '1px solid var(--line)',
  borderRadius: 'var(--corner)',
  backgroundColor: 'var(--raised)',
  color: 'var(--text)',
  boxShadow: 'var(--shadow)',
  fontFamily: 'var(--sans)',
  fontSize: 'var(--list)'
}

const control = {
  minHeight: '26px',
  margin: '0',
  padding: '2px 8px',
  border: '1px solid var(--field-line)',
  borderRadius: 'var(--corner)',
  backgroundColor: 'var(--page)',
  backgroundImage: 'none',
  color: 'var(--text)',
  font: 'inherit'
}

const focused = { outline: '2px solid var(--accent)', outlineOffset: '1px' }

/** How search, completion and tips look, in the page's own colours. */
export const lateTheme: Extension = EditorView.theme({
  '.cm-tooltip': floating,
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    maxHeight: '16em',
    fontFamily: 'var(--sans)'
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    paddingBlock: '4px',
    paddingInline: '8px 10px',
    lineHeight: '1.4'
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'color-mix(in srgb, var(--accent) 14%, var(--raised))',
    color: 'var(--text)'
  },
  '.cm-completionLabel': { fontFamily: 'var(--mono)' },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '700' },
  '.cm-completionDetail': { marginInlineStart: 'auto', color: 'var(--quiet)', fontStyle: 'normal' },
  '.cm-tooltip.cm-completionInfo': {
    ...floating,
    maxWidth: '260px',
    padding: '6px 10px',
    lineHeight: '1.4'
  },
  '.cm-tag-dot': {
    width: '8px',
    height: '8px',
    borderRadius: '50%',
    background: 'var(--quiet)',
    order: '-1'
  },
  '.cm-tag-dot-q': { background: 'var(--question)' },
  '.cm-tag-dot-a': { background: 'var(--answer)' },
  '.cm-tag-dot-t': { background: 'var(--topic)' },
  '.cm-tag-dot-blockread': { background: 'var(--block)' },
  '.cm-tag-dot-chaptreeread': { background: 'var(--chapter)' },
  '.cm-problem-tip': { maxWidth: 'min(46ch, 90vw)', lineHeight: '1.45' },
  '.cm-problem-tip > div': { padding: '8px 12px' },
  '.cm-problem-tip > div + div': { borderTop: '1px solid var(--line)' },
  '.cm-problem-tip button': { ...control, display: 'block', marginTop: '6px', cursor: 'pointer' },
  '.cm-problem-tip button:hover': { backgroundColor: 'var(--hover)' },
  '.cm-grade-error': { color: 'var(--error)' },
  '.cm-grade-warning': { color: 'var(--warning)' },
  '.cm-grade-info': { color: 'var(--info)' },
  '.cm-snippetField': { backgroundColor: 'color-mix(in srgb, var(--accent) 12%, transparent)' },
  '.cm-panels': {
    backgroundColor: 'var(--panel)',
    color: 'var(--text)',
    fontFamily: 'var(--sans)',
    fontSize: 'var(--list)',
    zIndex: '2'
  },
  '.cm-panels.cm-panels-top': { borderBottom: '1px solid var(--line)' },
  '.cm-find, .cm-find *': { boxSizing: 'border-box' },
  '.cm-find': { display: 'grid', gap: '6px', padding: '6px 8px' },
  '.cm-find-row': { display: 'flex', alignItems: 'center', gap: '4px' },
  '.cm-find input': { ...control, flex: '1', width: '100%', minWidth: '60px', maxWidth: '360px' },
  '.cm-find-field': { position: 'relative', flex: '1', minWidth: '60px', maxWidth: '360px' },
  '.cm-find-field input': { paddingInlineEnd: '76px' },
  '.cm-find-field output': {
    position: 'absolute',
    insetBlock: '5px auto',
    insetInline: 'auto 8px',
    color: 'var(--quiet)',
    fontSize: 'var(--small)',
    fontVariantNumeric: 'tabular-nums',
    pointerEvents: 'none'
  },
  '.cm-find button': {
    ...control,
    minWidth: '26px',
    padding: '2px 6px',
    borderColor: 'transparent',
    backgroundColor: 'transparent',
    cursor: 'pointer'
  },
  '.cm-find-row + .cm-find-row button': { padding: '2px 8px', borderColor: 'var(--line)' },
  '.cm-find button:hover': { backgroundColor: 'var(--hover)' },
  '.cm-find button[aria-pressed=true]': {
    backgroundColor: 'color-mix(in srgb, var(--accent) 14%, transparent)'
  },
  '.cm-find :is(input, button):focus-visible': focused,
  '.cm-searchMatch': { backgroundColor: 'color-mix(in srgb, var(--block) 26%, transparent)' },
  '.cm-searchMatch-selected': {
    backgroundColor: 'color-mix(in srgb, var(--block) 44%, transparent)',
    outline: '1px solid var(--block)'
  },
  '.cm-selectionMatch': { backgroundColor: 'color-mix(in srgb, var(--accent) 12%, transparent)' }
})
