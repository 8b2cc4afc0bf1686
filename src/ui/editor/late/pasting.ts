import type { Extension } from '@codemirror/state'
import type { App } from '../../../state/app.svelte.ts'
import { keepPictures } from '../../../state/import/pasted-pictures.ts'
import { pasteRich } from '../../../state/import/rich-paste.ts'
import { pastedPictures } from './pasted-pictures.ts'
import { richPaste } from './rich-paste.ts'

/** What the page does with what is pasted into its texts and is no plain text. */
export function pasting(app: App): Extension {
  return [
    pastedPictures((files) => keepPictures(app, app.project.openPath ?? '', files)),
    richPaste((rich, put) => pasteRich(app, rich, put))
  ]
}
