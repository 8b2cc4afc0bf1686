import type { DBSchema } from 'idb'
import * as v from 'valibot'
import type { Settings } from '../document/model.ts'
import type { Ledger } from '../laegna.ts'

/** Settings as stored; validated on reading, because another version may have written them. */
export const settingsSchema = v.object({
  capture: v.picklist(['tagged', 'all']),
  chapterContent: v.picklist(['region', 'own']),
  contentFormat: v.picklist(['markdown', 'text']),
  questionsInContent: v.boolean(),
  deck: v.string(),
  decks: v.picklist(['one', 'file', 'chapter']),
  tags: v.array(v.string()),
  // Older versions did not know these.
  noteSyntax: v.optional(v.boolean(), true),
  lineBreaks: v.optional(v.boolean(), false),
  sourceLink: v.optional(v.string(), '')
}) satisfies v.GenericSchema<unknown, Settings>

/** How often cards come in datasets, by guid, where it is more than once. */
export const cardWeightsSchema = v.record(
  v.string(),
  v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100))
)

/** A project without the text of its files. */
export const projectSchema = v.object({
  id: v.string(),
  name: v.string(),
  /** Grows by one with every save. Where another tab saved meanwhile, both sides of a text are kept. */
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
  deletedAt: v.nullable(v.number()),
  /** Fingerprints of found cards that are not to be offered again; absent in older records. */
  skipped: v.optional(v.array(v.string())),
  /** By guid: how often a card comes in datasets, where it is more than once; absent in older records. */
  cardWeights: v.optional(cardWeightsSchema)
})

const count = v.pipe(v.number(), v.integer(), v.minValue(0))

/** One file of a project: a record of its own, so that saving a keystroke writes one file. */
export const fileSchema = v.object({
  projectId: v.string(),
  path: v.string(),
  text: v.string(),
  /** The project's revision that came with this text; records of version 1 have none. */
  revision: v.optional(count, 0),
  /** The editing that the text came from: its later texts go on from its earlier ones. */
  strand: v.optional(v.string(), '')
})

const editSchema = v.object({ start: count, end: count, insert: v.string() })

/** What was typed into a long text since its file was written: so a key writes no long text again. */
export const typedSchema = v.object({
  projectId: v.string(),
  path: v.string(),
  /** The project's revision that came with it. */
  revision: count,
  /** Revision of the text that was typed into. */
  base: count,
  /** As of a file. */
  strand: v.string(),
  /** One after another, each of the text that those before made. */
  rounds: v.array(v.array(editSchema)),
  /** UTF-16 units of the text that they make. */
  length: count
})

/** One picture or sound of a project; its bytes lie under `blobId`, so that a rename moves none. */
export const mediaSchema = v.object({
  projectId: v.string(),
  path: v.string(),
  blobId: v.string(),
  /** Bytes. */
  size: count,
  /** As in `image/png`; blank where nobody knows. */
  type: v.string(),
  revision: count
})

/** The bytes of a medium, never read before somebody wants to see, hear or export it. */
export const blobSchema = v.object({ id: v.string(), projectId: v.string(), blob: v.blob() })

/** A text that another tab's replaced, kept until somebody has chosen. */
export const conflictSchema = v.object({
  projectId: v.string(),
  path: v.string(),
  strand: v.string(),
  text: v.string(),
  /** Milliseconds since 1970. */
  at: v.number()
})

/** A project as it was: which text, by its revision, stood under which path. */
export const snapshotSchema = v.object({
  projectId: v.string(),
  /** Milliseconds since 1970. */
  at: v.number(),
  why: v.picklist(['open', 'work', 'export', 'import', 'restore']),
  /** Of the project. */
  revision: count,
  name: v.string(),
  settings: settingsSchema,
  /** In their order; `size` counts UTF-16 units. */
  files: v.array(v.object({ path: v.string(), revision: count, size: count })),
  media: v.array(v.object({ path: v.string(), blobId: v.string(), size: count, type: v.string() }))
})

/** An earlier text of a file, as long as a snapshot names it. */
export const versionSchema = v.object({
  projectId: v.string(),
  path: v.string(),
  revision: count,
  text: v.string()
})

export type CardWeights = v.InferOutput<typeof cardWeightsSchema>
export type ProjectRecord = v.InferOutput<typeof projectSchema>
export type FileRecord = v.InferOutput<typeof fileSchema>
export type TypedRecord = v.InferOutput<typeof typedSchema>
export type MediaRecord = v.InferOutput<typeof mediaSchema>
export type BlobRecord = v.InferOutput<typeof blobSchema>

type PathKey = [projectId: string, path: string]
type RevisionKey = [projectId: string, revision: number]
export type ConflictRecord = v.InferOutput<typeof conflictSchema>
export type SnapshotRecord = v.InferOutput<typeof snapshotSchema>
export type VersionRecord = v.InferOutput<typeof versionSchema>

/** The database, version by version in `upgrade.ts`. */
export interface LaegnaSchema extends DBSchema {
  projects: { key: string; value: ProjectRecord }
  files: { key: PathKey; value: FileRecord; indexes: { revision: RevisionKey } }
  typed: {
    key: [projectId: string, path: string, revision: number]
    value: TypedRecord
  }
  media: { key: PathKey; value: MediaRecord; indexes: { revision: RevisionKey } }
  blobs: { key: string; value: BlobRecord; indexes: { project: string } }
  rivals: { key: [projectId: string, path: string, strand: string]; value: ConflictRecord }
  snapshots: { key: [projectId: string, at: number]; value: SnapshotRecord }
  versions: { key: [projectId: string, path: string, revision: number]; value: VersionRecord }
  /** What was exported to Anki, by project. */
  ledgers: { key: string; value: Ledger }
  /** What the page remembers between visits: which project, which file. */
  memory: { key: string; value: string }
}
