import { isLeftOut } from './left-out.ts'

/** A file in a folder of the disk. */
export interface DiskFile {
  /** From the folder on: `notes/cells.md`. */
  path: string
  handle: FileSystemFileHandle
}

const mostFiles = 10_000

/** All files in a folder and in those within, sorted; hidden ones and installed packages are left out. */
export async function listFolder(folder: FileSystemDirectoryHandle): Promise<DiskFile[]> {
  const files: DiskFile[] = []
  await gather(folder, '', files)
  return files.sort((one, other) => one.path.localeCompare(other.path, 'en', { numeric: true }))
}

async function gather(
  folder: FileSystemDirectoryHandle,
  before: string,
  files: DiskFile[]
): Promise<void> {
  for await (const [name, entry] of folder.entries()) {
    // Mac file systems take names apart (n + ~); put together they are equal on every machine.
    const path = before + name.normalize('NFC')
    if (isLeftOut(path) || files.length >= mostFiles) continue
    if (isFolder(entry)) await gather(entry, `${path}/`, files)
    else if (isFile(entry)) files.push({ path, handle: entry })
  }
}

/** Writes a file whole: the old one stays until the new one is complete. */
export async function writeInFolder(
  folder: FileSystemDirectoryHandle,
  path: string,
  content: Blob | string
): Promise<void> {
  const { parent, name } = await parentOf(folder, path, true)
  const handle = await parent.getFileHandle(name, { create: true })
  const stream = await handle.createWritable()
  await stream.write(content)
  await stream.close()
}

/** Deletes a file of the folder. */
export async function deleteInFolder(
  folder: FileSystemDirectoryHandle,
  path: string
): Promise<void> {
  const { parent, name } = await parentOf(folder, path, false)
  await parent.removeEntry(name)
}

async function parentOf(folder: FileSystemDirectoryHandle, path: string, create: boolean) {
  const names = path.split('/')
  const name = names.pop() ?? path
  let parent = folder
  for (const step of names) parent = await parent.getDirectoryHandle(step, { create })
  return { parent, name }
}

function isFile(entry: FileSystemHandle): entry is FileSystemFileHandle {
  return entry.kind === 'file'
}

function isFolder(entry: FileSystemHandle): entry is FileSystemDirectoryHandle {
  return entry.kind === 'directory'
}
