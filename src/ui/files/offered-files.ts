import type { OfferedFile } from '../../state/read-offered.ts'

/** Files that a person picked with a button; those of a folder come with their paths in it. */
export function pickedFiles(list: FileList | null): OfferedFile[] {
  return Array.from(list ?? [], (file) => ({
    path: file.webkitRelativePath || file.name,
    file,
    inFolder: file.webkitRelativePath !== ''
  }))
}

/** Whether something dragged over the page is files, not text. */
export function holdsFiles(transfer: DataTransfer | null): boolean {
  return transfer?.types.includes('Files') ?? false
}

/** Files that were pasted. A picture that is in no file has the name image.png in every browser. */
export async function pastedFiles(transfer: DataTransfer): Promise<OfferedFile[]> {
  const files = await droppedFiles(transfer)
  return files.map((one) => ({ ...one, isNew: one.path === 'image.png' }))
}

/** Files that were dropped or pasted, with all files of dropped folders. */
export async function droppedFiles(transfer: DataTransfer): Promise<OfferedFile[]> {
  // Entries can only be asked for before the first wait: afterwards the list is empty.
  const entries = Array.from(transfer.items)
    .filter(({ kind }) => kind === 'file')
    .map((item) => item.webkitGetAsEntry() ?? item.getAsFile())
  const files: OfferedFile[] = []
  for (const entry of entries) {
    if (entry instanceof File) files.push({ path: entry.name, file: entry, inFolder: false })
    else if (entry) await gather(entry, files, false)
  }
  return files
}

async function gather(
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
    children.push(...some)
  }
  return children.sort((one, other) => one.name.localeCompare(other.name, 'en', { numeric: true }))
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory
}
