import { say } from '../../say/say.ts'
import type { ExportField } from '../contract.ts'

/** How the two sides of a card are written (A6). */
export interface AnkiOptions {
  /** Whether the front begins with the titles of the chapters that the question stands in. */
  context: boolean
  /** Between the titles of the context. */
  separator: string
  /** Whether the sides begin with `Q: ` and `A: `. */
  prefixes: boolean
}

export interface PackageOptions extends AnkiOptions {
  /** Whether each note is asked from its answer, too. */
  reversed: boolean
}

/** What may stand between titles, with how that looks. */
const separators = [' / ', ' › ', ' – ', ': '].map((value) => {
  return { value, label: say('Biology{separator}Cells{separator}Nucleus', { separator: value }) }
})

/** What the panel offers of these. */
export const ankiFields: ExportField[] = [
  { key: 'context', control: 'switch', label: say('Begin the front with the chapter’s titles') },
  { key: 'separator', control: 'choice', label: say('The titles stand as'), choices: separators },
  { key: 'prefixes', control: 'switch', label: say('Write Q: and A: before question and answer') }
]

/** As the seed had it (L3.4). */
export const ankiDefaults: AnkiOptions = { context: true, separator: ' / ', prefixes: true }

/** Our note type tells the sides apart by itself. */
export const packageDefaults: PackageOptions = { ...ankiDefaults, prefixes: false, reversed: false }
