import { say } from '../../../say/say.ts'
import { makeNotes } from '../deck/anki-notes.ts'
import { deckWarnings } from '../ledger/deck-warnings.ts'
import { formWarnings } from '../ledger/form-warnings.ts'
import { optionsBefore } from '../ledger/options-before.ts'
import { styleOf } from '../ledger/style.ts'
import { styleWarnings } from '../ledger/style-warnings.ts'
import type { LedgerForm } from '../ledger/ledger.ts'
import { mediaNotes } from '../media/media-notes.ts'
import { ankiFields, packageDefaults, type PackageOptions } from '../options.ts'
import { packageOptions } from '../package-options.ts'
import { previewNotes } from '../deck/preview-notes.ts'
import { folderName } from '../../shared/folder-name.ts'
import type { Exporter } from '../../contract.ts'
import { noted, warned } from '../../shared/told.ts'

/** `<project>.apkg`: cards with their look, media and decks, in one file (A3). */
export const ankiPackage: Exporter<PackageOptions> = {
  id: 'anki-package',
  group: 'anki',
  label: say('Anki package'),
  download: say('Download deck'),
  writing: say('Writing the deck'),
  description: say(
    'For Anki on any device: cards with their look, pictures and decks. Importing again updates them.'
  ),
  extension: 'apkg',
  ofCards: true,
  tracksCards: 'identity',
  wantsMedia: true,
  defaults: packageDefaults,
  fields: [
    {
      key: 'reversed',
      control: 'switch',
      label: say('Ask from the answer to the question, too'),
      ofProject: true,
      hint: say('Cards that are in Anki already stay as they were first imported.')
    },
    ...ankiFields
  ],
  async preview(input, options) {
    const all = packageOptions(options, input.ledger)
    const preview = await previewNotes(input, all, (notes) =>
      notes.map(({ deck, front, back }, card) => ({
        title: deck,
        text: `${front}\n\n────\n\n${back}`,
        card
      }))
    )
    const warnings = [
      ...formWarnings(input.ledger, formOf(all)),
      ...deckWarnings(input),
      ...styleWarnings(input.ledger, styleOf(all))
    ]
    return {
      ...preview,
      ...warned([...warnings, ...preview.said]),
      before: optionsBefore(input.ledger)
    }
  },
  async run(input, options, context) {
    context.signal?.throwIfAborted()
    const all = packageOptions(options, input.ledger)
    const form = formOf(all)
    const style = styleOf(all)
    const { length } = input.compilation.cards
    const [{ CollectionWriter }, { zipPackage }] = await Promise.all([
      import('./collection.ts'),
      import('./zip-package.ts')
    ])
    const collection = await CollectionWriter.open(input.compilation.cards, all, context.now)
    try {
      const outgoing = { form, style, pictures: 'files' } as const
      const made = await makeNotes(input, context, outgoing, (notes) => collection.add(notes))
      const { media, diagrams, decks, ledger } = made
      const bytes = await zipPackage(collection.finish(input.name), media.files, ledger)
      context.progress?.(length, length)
      return {
        files: [
          { name: `${folderName(input.name)}.apkg`, mime: 'application/octet-stream', bytes }
        ],
        ...noted([
          ...formWarnings(input.ledger, form),
          ...decks.notes(),
          ...mediaNotes(media, 'inside'),
          ...diagrams.notes()
        ]),
        ledger
      }
    } finally {
      collection.close()
    }
  },
  next(file, place) {
    switch (place) {
      case 'android':
        return {
          said: say('Open {file} from your downloads, or share it, and choose AnkiDroid.', { file })
        }
      case 'ios':
        return { said: say('Share {file}, or open it in Files: choose AnkiMobile.', { file }) }
      default:
        return {
          said: say(
            'Open {file} with a double click: Anki takes the cards. Or choose it in Anki → File → Import.',
            { file }
          )
        }
    }
  }
}

function formOf({ reversed }: PackageOptions): LedgerForm {
  return reversed ? 'package-both-ways' : 'package'
}
