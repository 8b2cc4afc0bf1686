import type { OfferedFile } from '../../state/import/offered-file.ts'

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
    else if (entry) {
      const { gather } = await import('./dropped-entries.ts')
      await gather(entry, files, false)
    }
  }
  return files
}
