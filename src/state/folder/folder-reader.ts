import { listFolder, type DiskFile } from '../../storage/disk-folder.ts'
import {
  acceptBytes,
  looksLikeMarkdown,
  sizeLimit,
  withPlainLines
} from '../../import/offered/accept-file.ts'

/** What stands in a folder now. */
export interface FolderContent {
  texts: Map<string, string>
  /** All files, of whatever kind. */
  files: DiskFile[]
  /** Texts that cannot be read; they are never written over. */
  unreadable: string[]
}

interface Seen {
  modified: number
  size: number
  text: string | undefined
}

/** Reads a folder again and again: only files that changed since are read anew. */
export class FolderReader {
  readonly #folder: FileSystemDirectoryHandle
  #seen = new Map<string, Seen>()

  constructor(folder: FileSystemDirectoryHandle) {
    this.#folder = folder
  }

  /** Rejects where the folder is gone or may not be read. */
  async read(): Promise<FolderContent> {
    const files = await listFolder(this.#folder)
    const seen = new Map<string, Seen>()
    const content: FolderContent = { texts: new Map(), files, unreadable: [] }
    for (const { path, handle } of files) {
      if (!looksLikeMarkdown(path)) continue
      const now = await this.#look(path, await handle.getFile())
      seen.set(path, now)
      if (now.text === undefined) content.unreadable.push(path)
      else content.texts.set(path, now.text)
    }
    this.#seen = seen
    return content
  }

  async #look(path: string, file: File): Promise<Seen> {
    const before = this.#seen.get(path)
    const { lastModified: modified, size } = file
    if (before?.modified === modified && before.size === size) return before
    return { modified, size, text: await readText(path, file) }
  }
}

async function readText(path: string, file: File): Promise<string | undefined> {
  if (file.size >= sizeLimit) return undefined
  const bytes = new Uint8Array(await file.arrayBuffer())
  const verdict = acceptBytes(path, bytes)
  if (verdict.taken) return verdict.file.text
  // Beside others a blank file is a file like them.
  const isBlank = bytes.every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d))
  return isBlank ? withPlainLines(new TextDecoder().decode(bytes)) : undefined
}

/** A text with the line ends and the mark at its start that the file on the disk has. */
export function asOnDisk(text: string, old: string): string {
  const lines = old.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text
  return old.startsWith('\ufeff') ? `\ufeff${lines}` : lines
}
