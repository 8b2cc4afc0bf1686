import * as v from 'valibot'
import { inTurns } from './in-turns.ts'
import type { Settings, SourceFile } from '../document/model.ts'
import type { Database } from './database.ts'
import { filesOf, readTexts } from './stored-texts.ts'
import {
  mediaSchema,
  projectSchema,
  conflictSchema,
  type CardWeights,
  type MediaRecord,
  type ProjectRecord,
  type ConflictRecord
} from './schema.ts'

/** Every project that can be read, newest change first, and the ids of those that cannot. */
export interface StoredProjects {
  projects: ProjectRecord[]
  damaged: string[]
}

/** A file as it is stored. */
export interface StoredFile extends SourceFile {
  revision: number
  /** The editing that it came from. */
  strand: string
}

/**
 * A project with its files, its media without their bytes, conflicts of its files, and the paths of
 * what is damaged or gone.
 */
export interface StoredProject {
  project: ProjectRecord
  files: StoredFile[]
  media: MediaRecord[]
  conflicts: ConflictRecord[]
  damaged: string[]
}

/** What a new project begins with. */
export interface NewProject {
  id: string
  name: string
  settings: Settings
  files: SourceFile[]
  sample?: boolean
  /** Fingerprints: see `ProjectRecord`. */
  skipped?: readonly string[]
  cardWeights?: CardWeights
  /** 1, or beyond those of a history that comes with it. */
  revision?: number
}

/** A damaged or missing project record: its id. */
export class UnreadableProject extends Error {
  override name = 'UnreadableProject'
  readonly id: string

  constructor(id: string) {
    super(`The record of project ${id} is damaged or gone.`)
    this.id = id
  }
}

/** Reads all project records; those in the bin carry `deletedAt`. */
export async function listProjects(database: Database): Promise<StoredProjects> {
  const connection = await database.open()
  const transaction = connection.transaction('projects')
  const [keys, values] = await Promise.all([
    transaction.store.getAllKeys(),
    transaction.store.getAll()
  ])
  const projects: ProjectRecord[] = []
  const damaged: string[] = []
  values.forEach((value, at) => {
    const read = v.safeParse(projectSchema, value)
    if (read.success) projects.push(read.output)
    else damaged.push(keys[at] ?? '')
  })
  projects.sort((one, other) => other.changedAt - one.changedAt)
  return { projects, damaged }
}

/** Reads one project with its files in order; throws `UnreadableProject` where its record is none. */
export async function readProject(database: Database, id: string): Promise<StoredProject> {
  const { project, texts, ...rest } = await read(database, id)
  const listed = new Set(project.paths)
  const paths = [...listed, ...[...texts.keys()].filter((path) => !listed.has(path))]
  const files = paths.flatMap((path) => texts.get(path) ?? [])
  const gone = paths.filter((path) => !texts.has(path) && !rest.damaged.includes(path))
  return { project, files, ...rest, damaged: [...rest.damaged, ...gone] }
}

/**
 * Reads a project with only those files that were stored after a revision, in any order. Throws
 * `UnreadableProject`.
 */
export async function readChanges(
  database: Database,
  id: string,
  since: number
): Promise<StoredProject> {
  const { project, texts, ...rest } = await read(database, id, since)
  return { project, files: [...texts.values()], ...rest }
}

async function read(database: Database, id: string, since?: number) {
  const connection = await database.open()
  const transaction = connection.transaction(['projects', 'files', 'typed', 'media', 'rivals'])
  const stores = {
    files: transaction.objectStore('files'),
    typed: transaction.objectStore('typed')
  }
  const [value, texts, mediaKeys, mediaRecords, conflictRecords] = await Promise.all([
    transaction.objectStore('projects').get(id),
    readTexts(stores, id, since),
    transaction.objectStore('media').getAllKeys(filesOf(id)),
    transaction.objectStore('media').getAll(filesOf(id)),
    transaction.objectStore('rivals').getAll(filesOf(id))
  ])
  const project = v.safeParse(projectSchema, value)
  if (!project.success) throw new UnreadableProject(id)
  const media = sort(mediaSchema, mediaKeys, mediaRecords)
  return {
    project: project.output,
    texts: new Map(texts.sound.map(({ projectId: _id, ...file }) => [file.path, file] as const)),
    media: media.sound,
    conflicts: conflictRecords.filter((record) => v.is(conflictSchema, record)),
    damaged: [...texts.damaged, ...media.damaged]
  }
}

/** Writes a new project and gives its record. */
export async function createProject(
  database: Database,
  {
    id,
    name,
    settings,
    files,
    sample = false,
    skipped = [],
    cardWeights = {},
    revision = 1
  }: NewProject,
  now: number
): Promise<ProjectRecord> {
  const project: ProjectRecord = {
    id,
    name,
    revision,
    settings,
    paths: files.map(({ path }) => path),
    sample,
    createdAt: now,
    changedAt: now,
    deletedAt: null,
    ...(skipped.length > 0 && { skipped: [...skipped] }),
    ...(Object.keys(cardWeights).length > 0 && { cardWeights })
  }
  const connection = await database.open()
  const transaction = connection.transaction(['projects', 'files'], 'readwrite')
  await Promise.all([
    transaction.objectStore('projects').add(project),
    inTurns(files, ({ path, text }) =>
      transaction.objectStore('files').put({ projectId: id, path, text, revision, strand: '' })
    ),
    transaction.done
  ])
  return project
}

/** Parts records into those that are as they should be, and the paths of the others. */
function sort<Sound>(
  schema: v.GenericSchema<unknown, Sound>,
  keys: [projectId: string, path: string][],
  records: unknown[]
): { sound: Sound[]; damaged: string[] } {
  const sound: Sound[] = []
  const damaged: string[] = []
  records.forEach((record, at) => {
    const read = v.safeParse(schema, record)
    if (read.success) sound.push(read.output)
    else damaged.push(keys[at]?.[1] ?? '')
  })
  return { sound, damaged }
}
