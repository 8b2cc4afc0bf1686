import { openDB, type DBSchema } from 'idb'
import * as v from 'valibot'

/** A folder of the disk that a project is edited in. */
export interface KeptFolder {
  handle: FileSystemDirectoryHandle
  /** The texts as they were when folder and project were last the same, by path. */
  base: Map<string, string>
}

interface FolderSchema extends DBSchema {
  folders: { key: string; value: KeptFolder }
}

const folderSchema = v.object({
  handle: v.custom<FileSystemDirectoryHandle>(
    (value) => value instanceof FileSystemDirectoryHandle
  ),
  base: v.map(v.string(), v.string())
})

// A database of its own: other browsers have no handles, and no copy of a project holds one.
const open = () =>
  openDB<FolderSchema>('laegna-folders', 1, {
    upgrade: (database) => void database.createObjectStore('folders')
  })

/** Keeps which folder a project is edited in. */
export async function keepFolder(projectId: string, folder: KeptFolder): Promise<void> {
  const database = await open()
  await database.put('folders', folder, projectId)
  database.close()
}

/** The folder of a project, if it has one. */
export async function keptFolder(projectId: string): Promise<KeptFolder | undefined> {
  const database = await open()
  const read = v.safeParse(folderSchema, await database.get('folders', projectId))
  database.close()
  return read.success ? read.output : undefined
}

/** Forgets the folders of all projects but these. */
export async function keepFoldersOf(projectIds: ReadonlySet<string>): Promise<void> {
  const database = await open()
  for (const id of await database.getAllKeys('folders')) {
    if (!projectIds.has(id)) await database.delete('folders', id)
  }
  database.close()
}
