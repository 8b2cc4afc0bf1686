import * as v from 'valibot'
import { cardWeightsSchema, settingsSchema, snapshotSchema } from '../schema.ts'

/** Where things lie in a backup. Texts and media of a project lie under their own paths. */
export const manifestPath = 'laegna/backup.json'
export const readmePath = 'README.txt'

/** Folder of a project's texts and media. */
export function contentFolder(folder: string): string {
  return `projects/${folder}`
}

/** Folder of what else belongs to a project. */
export function extrasFolder(folder: string): string {
  return `laegna/${folder}`
}

/** Milliseconds since 1970, of which there is a date. */
const time = v.pipe(v.number(), v.minValue(0), v.maxValue(8.64e15))

/** A revision beyond which there are many more: each save makes the next. */
const revision = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(1e12))

/** A path or name; what is longer was written to cost. */
const place = v.pipe(v.string(), v.nonEmpty(), v.maxLength(2000))

const projectSchema = v.object({
  /** Name of its folders, unique in the backup. */
  folder: v.pipe(place, v.regex(/^[^/]+$/)),
  id: v.string(),
  name: v.pipe(v.string(), v.maxLength(2000)),
  settings: settingsSchema,
  createdAt: time,
  changedAt: time,
  /** See `ProjectRecord`; absent in older backups. */
  skipped: v.optional(v.array(v.string())),
  cardWeights: v.optional(cardWeightsSchema),
  /** The texts in their order, and the media: path in the project, and in its folder here. */
  files: v.array(v.object({ path: place, name: place })),
  media: v.array(v.object({ path: place, name: place, type: v.string() }))
})

/** What a backup says of itself. */
export const manifestSchema = v.object({
  format: v.literal('laegna-backup'),
  version: v.literal(1),
  madeAt: time,
  projects: v.array(projectSchema)
})

/** What a backup of a later version says of itself, as far as can be known. */
export const newerManifestSchema = v.object({
  format: v.literal('laegna-backup'),
  version: v.pipe(v.number(), v.minValue(2))
})

/** Snapshots of a project, and where their texts lie. */
export const historySchema = v.object({
  snapshots: v.array(v.object({ ...snapshotSchema.entries, at: time, revision })),
  versions: v.array(v.object({ path: place, revision, name: place }))
})

export type Manifest = v.InferOutput<typeof manifestSchema>
export type ManifestProject = v.InferOutput<typeof projectSchema>

/** For those who open a backup without the app. */
export const readme = `This is a backup made by Laegna AI Training.

projects/    a folder for each project: its Markdown files, pictures and sounds, as they were
laegna/      what else belongs to them: names and settings (backup.json), what was exported to
             Anki (ledger.json), what a model answered (report.json), and earlier versions of the texts (history)

To bring it back: open Laegna, Projects, "Restore a backup", and choose this file. Without Laegna,
unpack it with any program for zip files and read the Markdown with any editor.
`
