import { BlobReader, BlobWriter, configure, ZipWriter } from '@zip.js/zip.js/lib/zip-core-native.js'
import { Names } from './names.ts'

configure({ useWebWorkers: false })

/** Packs files as they are, without anything else: a way out where nothing can be stored. */
export async function writeFiles(files: { path: string; blob: Blob }[]): Promise<Blob> {
  const zip = new ZipWriter(new BlobWriter('application/zip'))
  const names = new Names()
  for (const { path, blob } of files) await zip.add(names.give(path), new BlobReader(blob))
  return zip.close()
}
