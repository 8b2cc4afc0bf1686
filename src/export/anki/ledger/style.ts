import * as v from 'valibot'
import type { AnkiOptions } from '../options.ts'

const keySchema = v.pipe(v.string(), v.parseJson(), v.tuple([v.boolean(), v.string(), v.boolean()]))

/** How the fields are written: in another style each note is another for Anki. */
export function styleOf({ context, separator, prefixes }: AnkiOptions): string {
  return JSON.stringify([context, separator, prefixes])
}

/** The options of a style; none where it is no style of ours. */
export function optionsOfStyle(style: string | undefined): Partial<AnkiOptions> {
  const read = v.safeParse(keySchema, style)
  if (!read.success) return {}
  const [context, separator, prefixes] = read.output
  return { context, separator, prefixes }
}
