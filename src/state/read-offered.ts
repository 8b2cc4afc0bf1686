import type { SourceFile } from '../document/model.ts'
import { isEarlierExport } from './find-earlier.ts'
import { judgeBytes, judgeOutside, looksLikeMarkdown } from './judge-file.ts'
import { judgeMedium, mediaTypeOf } from './judge-media.ts'
import type { NewMedium } from './media.svelte.ts'

/** A file that was dropped or picked, not yet read. */
export interface OfferedFile {
  /** With its folders: `notes/cells.md`. */
  path: string
  file: Blob
  /** Came with its folder: other kinds of file are left aside without a word about each. */
  inFolder: boolean
}

/** What was read; `refused` are sentences about the others of the `wanted`. */
export interface ReadFiles {
  files: SourceFile[]
  media: NewMedium[]
  /** Exports of cards, which are read when somebody asks what they would change. */
  earlier: OfferedFile[]
  refused: string[]
  wanted: number
}

/** Reads texts and media, and finds earlier exports; nothing throws, what cannot be taken is named. */
export async function readOffered(offered: OfferedFile[]): Promise<ReadFiles> {
  const read: ReadFiles = { files: [], media: [], earlier: [], refused: [], wanted: 0 }
  for (const one of offered) {
    const { path, file, inFolder } = one
    const type = mediaTypeOf(path)
    if (inFolder && type === undefined && !looksLikeMarkdown(path)) continue
    read.wanted += 1
    if (!inFolder && type === undefined && (await isEarlierExport(one))) {
      read.earlier.push(one)
      continue
    }
    if (type === undefined) {
      const verdict = await judgeText(path, file)
      if (typeof verdict === 'string') read.refused.push(verdict)
      else read.files.push(verdict)
    } else {
      const fault = judgeMedium(path, file.size) ?? (await judgeReading(path, file))
      if (fault !== undefined) read.refused.push(fault)
      // A slice is the same bytes under the type that the ending says.
      else read.media.push({ path: path.normalize('NFC'), blob: file.slice(0, file.size, type) })
    }
  }
  return read
}

async function judgeText(path: string, file: Blob): Promise<SourceFile | string> {
  const fault = judgeOutside(path, file.size)
  if (fault !== undefined) return fault
  try {
    const verdict = judgeBytes(path, new Uint8Array(await file.arrayBuffer()))
    return verdict.taken ? verdict.file : verdict.sentence
  } catch {
    return unreadable(path)
  }
}

/** Media are not read before they are stored; their first byte shows whether they can be. */
async function judgeReading(path: string, file: Blob): Promise<string | undefined> {
  try {
    await file.slice(0, 1).arrayBuffer()
    return undefined
  } catch {
    return unreadable(path)
  }
}

function unreadable(path: string): string {
  return `${path} could not be read from the disk. Check that it is still there and add it again.`
}
