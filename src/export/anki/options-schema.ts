import * as v from 'valibot'
import { flag, line } from '../shared/read-options.ts'
import { ankiDefaults, packageDefaults } from './options.ts'

/** What the options of all Anki files may be. */
export const ankiSchema = v.object({
  context: v.optional(flag, ankiDefaults.context),
  separator: v.optional(line(100), ankiDefaults.separator),
  prefixes: v.optional(flag, ankiDefaults.prefixes)
})

/** What the options of a package may be. */
export const packageSchema = v.object({
  ...ankiSchema.entries,
  prefixes: v.optional(flag, packageDefaults.prefixes),
  reversed: v.optional(flag, packageDefaults.reversed)
})
