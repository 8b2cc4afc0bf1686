import * as v from 'valibot'
import { ankiSchema } from '../options-schema.ts'
import { line } from '../../shared/read-options.ts'

/** What the options of the text file may be; a note type without a name is Anki's own. */
export const ankiTextSchema = v.object(
  {
    ...ankiSchema.entries,
    noteType: v.optional(line(200), 'Basic'),
    clozeType: v.optional(line(200), 'Cloze')
  },
  'an object of options'
)
