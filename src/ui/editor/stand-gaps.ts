import type { EditorView } from '@codemirror/view'

/**
 * CodeMirror leaves gaps in lines that are too long to be drawn. With a new state it lays them along
 * the line as if lines were not wrapped (seen in 6.43.15), takes the line for short, and then draws
 * all of it: 20 MB stop the page for a minute. This stands them up before anything is measured.
 */
export function standGaps({ contentDOM }: EditorView): void {
  for (const { style } of contentDOM.querySelectorAll<HTMLElement>('.cm-line > div')) {
    if (style.display !== 'inline-block') continue
    style.height = style.width
    style.width = ''
    style.display = ''
  }
}
