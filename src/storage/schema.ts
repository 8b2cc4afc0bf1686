import type { DBSchema } from 'idb'
import * as v from 'valibot'
import type { Settings } from '../document/model.ts'

/** Settings as stored; validated on reading, because another version may have written them. */
const settingsSchema = v.object({
  capture: v.picklist(['tagged', 'all']),
  chapterContent: v.picklist(['region', 'own']),
  contentFormat: v.picklist(['markdown', 'text']),
  questionsInContent: v.boolean(),
  deck: v.string(),
  decks: v.picklist(['one', 'file', 'chapter']),
  tags: v.array(v.string())
}) satisfies v.GenericSchema<Settings>

/** A project without the text of its files. */
export const projectSchema = v.object({
  id: v.string(),
  name: v.string(),
  /** Grows by one with every save; a save that expects another revision is refused. */
  revision: v.pipe(v.number(), v.integer(), v.minValue(0)),
  settings: settingsSchema,
  /** Paths of the files, in the order in which they are shown and compiled. */
  paths: v.array(v.string()),
  /** The example that a first visit opens, as long as nobody has changed it. */
  sample: v.boolean(),
  /** Milliseconds since 1970. */
  createdAt: v.number(),
  changedAt: v.number(),
  /** Set while the project lies in the bin. */
  deletedAt: v.nullable(v.number())
})

/** One file of a project: a record of its own, so that saving a keystroke writes one file. */
export const fileSchema = v.object({ projectId: v.string(), path: v.string(), text: v.string() })

export type ProjectRecord = v.InferOutput<typeof projectSchema>
export type FileRecord = v.InferOutput<typeof fileSchema>

/** The database, version by version in `database.ts`. */
export interface LaegnaSchema extends DBSchema {
  projects: { key: string; value: ProjectRecord }
  files: { key: [projectId: string, path: string]; value: FileRecord }
  /** What the page remembers between visits: which project, which file. */
  memory: { key: string; value: string }
}
