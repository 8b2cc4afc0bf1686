import { defaultSettings, type SourceFile } from '../../src/laegna.ts'
import type { Database } from '../../src/storage/database.ts'
import { createProject, readProject } from '../../src/storage/projects.ts'
import { saveMedia, type MediaChange } from '../../src/storage/media.ts'
import { saveProject, type ProjectChange } from '../../src/storage/save.ts'

/** Makes a project with these texts by path. */
export async function make(
  database: Database,
  id: string,
  texts: Record<string, string>,
  name = 'Biology'
): Promise<void> {
  const project = { id, name, settings: defaultSettings, files: filesOf(texts) }
  await createProject(database, project, 1000)
}

/** Stores texts as a tab does that has read the newest. */
export async function write(
  database: Database,
  id: string,
  texts: Record<string, string>,
  change: Partial<ProjectChange> = {}
): Promise<void> {
  const { project, files } = await readProject(database, id)
  const put = filesOf(texts).map((file) => {
    const known = files.find(({ path }) => path === file.path)
    return { ...file, base: known?.revision ?? 0, strand: 'ours' }
  })
  await saveProject(
    database,
    id,
    project.revision,
    { put, remove: [], record: {}, ...change },
    2000
  )
}

/** Stores media by path, or takes paths out. */
export async function putMedia(
  database: Database,
  id: string,
  contents: Record<string, string>,
  change: Partial<MediaChange> = {}
): Promise<void> {
  const { project, media } = await readProject(database, id)
  const before = new Map(media.map(({ path, blobId }) => [path, blobId]))
  const put = Object.entries(contents).map(([path, content]) => ({
    path,
    blobId: `${content} at ${path}`,
    size: content.length,
    type: 'image/png',
    blob: new Blob([content], { type: 'image/png' })
  }))
  await saveMedia(database, id, project.revision, { put, remove: [], before, ...change }, 2000)
}

/** Texts by path, as they are stored. */
export async function textsOf(database: Database, id: string): Promise<Record<string, string>> {
  const { files } = await readProject(database, id)
  return Object.fromEntries(files.map(({ path, text }) => [path, text]))
}

function filesOf(texts: Record<string, string>): SourceFile[] {
  return Object.entries(texts).map(([path, text]) => ({ path, text }))
}
