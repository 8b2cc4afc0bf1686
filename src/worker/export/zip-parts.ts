import JSZip from 'jszip'
import type { ExportFile } from '../../laegna.ts'

/** A file inside a zip, by its path without the folder that holds all. */
export interface ZipPart {
  path: string
  /** Bytes. */
  size: number
}

/** The files of one written zip, to be given out alone; it holds one zip at a time. */
export class ZipParts {
  #open: { key: string; zip: JSZip } | undefined

  /** Lists the files of the zip that `write` gives, which is asked only when `key` is another. */
  async list(key: string, write: () => Promise<ExportFile[]>): Promise<ZipPart[]> {
    if (this.#open?.key !== key) {
      const [file] = await write()
      if (!file) return []
      this.#open = { key, zip: await JSZip.loadAsync(file.bytes, { checkCRC32: true }) }
    }
    const parts: ZipPart[] = []
    for (const [path, entry] of this.#entries()) {
      parts.push({ path, size: (await entry.async('uint8array')).length })
    }
    return parts
  }

  /** One of the listed files, by the name that it has at the end of its path. */
  async take(path: string): Promise<{ name: string; blob: Blob } | undefined> {
    const entry = this.#entries().get(path)
    const bytes = await entry?.async('uint8array')
    if (!bytes) return undefined
    return { name: path.split('/').at(-1) ?? path, blob: new Blob([new Uint8Array(bytes)]) }
  }

  #entries(): Map<string, JSZip.JSZipObject> {
    const files = Object.values(this.#open?.zip.files ?? {}).filter(({ dir }) => !dir)
    return new Map(files.map((entry) => [entry.name.slice(entry.name.indexOf('/') + 1), entry]))
  }
}
