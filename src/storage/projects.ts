import * as v from 'valibot'
import type { Settings, SourceFile } from '../document/model.ts'
import type { Database } from './database.ts'
import {
  fileSchema,
  mediaSchema,
  projectSchema,
  type FileRecord,
  type MediaRecord,
  type ProjectRecord
} from './schema.ts'

/** Every project that can be read, newest change first, and the ids of those that cannot. */
export interface StoredProjects {
  projects: ProjectRecord[]
  damaged: string[]
}

/** A project with its files, its media without their bytes, and what is damaged or gone: paths. */
export interface StoredProject {
  project: ProjectRecord
  files: SourceFile[]
  media: MediaRecord[]
  damaged: string[]
}

/** What a new project begins with. */
export interface NewProject {
  id: string
  name: string
  settings: Settings
  files: SourceFile[]
  sample?: boolean
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
  const connection = await database.open()
  const transaction = connection.transaction(['projects', 'files', 'media'])
  const [value, keys, records, mediaKeys, mediaRecords] = await Promise.all([
    transaction.objectStore('projects').get(id),
    transaction.objectStore('files').getAllKeys(filesOf(id)),
    transaction.objectStore('files').getAll(filesOf(id)),
    transaction.objectStore('media').getAllKeys(filesOf(id)),
    transaction.objectStore('media').getAll(filesOf(id))
  ])
  const read = v.safeParse(projectSchema, value)
  if (!read.success) throw new UnreadableProject(id)
  const { texts, damaged } = readFiles(keys, records)
  const listed = new Set(read.output.paths)
  const paths = [...listed, ...[...texts.keys()].filter((path) => !listed.has(path))]
  const files = paths.flatMap((path) => {
    const text = texts.get(path)
    return text === undefined ? [] : [{ path, text }]
  })
  const gone = paths.filter((path) => !texts.has(path) && !damaged.includes(path))
  const { media, damagedMedia } = readMedia(mediaKeys, mediaRecords)
  return { project: read.output, files, media, damaged: [...damaged, ...gone, ...damagedMedia] }
}

/** Writes a new project and gives its record, with revision 1. */
export async function createProject(
  database: Database,
  { id, name, settings, files, sample = false }: NewProject,
  now: number
): Promise<ProjectRecord> {
  const project: ProjectRecord = {
    id,
    name,
    revision: 1,
    settings,
    paths: files.map(({ path }) => path),
    sample,
    createdAt: now,
    changedAt: now,
    deletedAt: null
  }
  const connection = await database.open()
  const transaction = connection.transaction(['projects', 'files'], 'readwrite')
  await Promise.all([
    transaction.objectStore('projects').add(project),
    ...files.map(({ path, text }) =>
      transaction.objectStore('files').put({ projectId: id, path, text, revision: 1, strand: '' })
    ),
    transaction.done
  ])
  return project
}

/** Keys of all files or media of a project: an array sorts after every string. */
export function filesOf(projectId: string): IDBKeyRange {
  return IDBKeyRange.bound([projectId], [projectId, []])
}

function readFiles(keys: [string, string][], records: FileRecord[]) {
  const texts = new Map<string, string>()
  const damaged: string[] = []
  records.forEach((record, at) => {
    const read = v.safeParse(fileSchema, record)
    if (read.success) texts.set(read.output.path, read.output.text)
    else damaged.push(keys[at]?.[1] ?? '')
  })
  return { texts, damaged }
}

function readMedia(keys: [string, string][], records: MediaRecord[]) {
  const media: MediaRecord[] = []
  const damagedMedia: string[] = []
  records.forEach((record, at) => {
    const read = v.safeParse(mediaSchema, record)
    if (read.success) media.push(read.output)
    else damagedMedia.push(keys[at]?.[1] ?? '')
  })
  return { media, damagedMedia }
}
