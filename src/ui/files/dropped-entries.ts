import type { OfferedFile } from '../../state/import/offered-file.ts'

/** Adds the file that a dropped entry is, or all files of the folder, with their paths. */
export async function gather(
  entry: FileSystemEntry,
  files: OfferedFile[],
  inFolder: boolean
): Promise<void> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject))
    files.push({ path: entry.fullPath.replace(/^\//, ''), file, inFolder })
  } else if (isFolder(entry)) {
    for (const child of await childrenOf(entry)) await gather(child, files, true)
  }
}

/** A folder gives its children in portions; an empty one is the end. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const children: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject)
    )
    if (some.length === 0) break
    for (const one of some) children.push(one)
  }
  return children.sort((one, other) => one.name.localeCompare(other.name, 'en', { numeric: true }))
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory
}
