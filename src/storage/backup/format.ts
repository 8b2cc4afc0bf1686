import * as v from 'valibot'
import { settingsSchema, snapshotSchema } from '../schema.ts'

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

const projectSchema = v.object({
  /** Name of its folders, unique in the backup. */
  folder: v.string(),
  id: v.string(),
  name: v.string(),
  settings: settingsSchema,
  createdAt: v.number(),
  changedAt: v.number(),
  /** See `ProjectRecord`; absent in older backups. */
  skipped: v.optional(v.array(v.string())),
  /** The texts in their order, and the media: path in the project, and in its folder here. */
  files: v.array(v.object({ path: v.string(), name: v.string() })),
  media: v.array(v.object({ path: v.string(), name: v.string(), type: v.string() }))
})

/** What a backup says of itself. */
export const manifestSchema = v.object({
  format: v.literal('laegna-backup'),
  version: v.literal(1),
  /** Milliseconds since 1970. */
  madeAt: v.number(),
  projects: v.array(projectSchema)
})

/** Snapshots of a project, and where their texts lie. */
export const historySchema = v.object({
  snapshots: v.array(snapshotSchema),
  versions: v.array(v.object({ path: v.string(), revision: v.number(), name: v.string() }))
})

export type Manifest = v.InferOutput<typeof manifestSchema>
export type ManifestProject = v.InferOutput<typeof projectSchema>

/** For those who open a backup without the app. */
export const readme = `This is a backup made by Laegna AI Training.

projects/    a folder for each project: its Markdown files, pictures and sounds, as they were
laegna/      what else belongs to them: names and settings (backup.json), what was exported to
             Anki (ledger.json), and earlier versions of the texts (history)

To bring it back: open Laegna, Projects, "Restore a backup", and choose this file. Without Laegna,
unpack it with any program for zip files and read the Markdown with any editor.
`
