import type { Extension } from '@codemirror/state'
import type { App } from '../../../state/app.svelte.ts'
import { keepPictures } from '../../../state/import/pasted-pictures.ts'
import { pasteRich } from '../../../state/import/rich-paste.ts'
import { plural } from '../../../language/plural.ts'
import { pastedCards } from './pasted-cards.ts'
import { pastedPictures } from './pasted-pictures.ts'
import { richPaste } from './rich-paste.ts'

/** What the page does with what is pasted into its texts and is no plain text. */
export function pasting(app: App): Extension {
  return [
    pastedPictures((files) => keepPictures(app, app.project.openPath ?? '', files)),
    richPaste((rich, put) => pasteRich(app, rich, put)),
    pastedCards((cards, make) => {
      const what = plural(cards, ['This reads like a card.', 'These read like {count} cards.'])
      const run = app.notices.undo(app.project, make, plural(cards, ['Make a card', 'Make cards']))
      app.notices.tell(what, [run])
    })
  ]
}
