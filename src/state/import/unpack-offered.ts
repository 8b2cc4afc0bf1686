import { isBackup } from '../../storage/backup/read-backup.ts'
import { manifestPath } from '../../storage/backup/format.ts'
import { importKindOf } from '../../import/kinds.ts'
import { isLeftOut } from '../../storage/left-out.ts'
import type { ZipLimits } from '../../storage/zip/zip-limits.ts'
import { readZip } from '../../storage/zip/read-zip.ts'
import { looksLikeMarkdown } from '../../import/offered/accept-file.ts'
import { mediaTypeOf } from '../../import/offered/accept-media.ts'
import type { OfferedFile } from './offered-file.ts'
import { isVaultFile } from '../../import/offered/vault.ts'

/** More than any folder of notes; a zip that says it holds more is not unpacked. */
const limits: ZipLimits = { count: 50_000, each: 200_000_000, all: 2_000_000_000 }

/** What a zip gave: texts and media as from a folder, or the zip is a backup to be restored. */
export interface Unpacked {
  files: OfferedFile[]
  isBackup: boolean
  /** Sentences about what was not taken. */
  refused: string[]
  /** Paths of files of other kinds. */
  aside: string[]
}

/** Unpacks a zip of notes; nothing throws, what cannot be taken is named. */
export async function unpackOffered({ path, file }: OfferedFile): Promise<Unpacked> {
  const aside: string[] = []
  const wanted = (name: string): boolean => {
    if (name === manifestPath || isVaultFile(name)) return true
    if (isLeftOut(name)) return false
    if (looksLikeMarkdown(name) || mediaTypeOf(name) !== undefined) return true
    if (importKindOf(name)) return true
    aside.push(name)
    return false
  }
  try {
    const { files, refused, damaged } = await readZip(file, limits, wanted)
    if (isBackup(files.keys())) return { files: [], isBackup: true, refused: [], aside: [] }
    const offered = Array.from(files, ([name, blob]) => ({
      path: name,
      file: blob,
      inFolder: true
    }))
    const sentences = refused.map((sentence) => `In ${path}: ${sentence}`)
    if (offered.length === 0 && damaged) {
      sentences.push(`${path} cannot be read: it is damaged, or no zip at all.`)
    } else if (offered.length === 0) {
      sentences.push(`${path} holds no Markdown, text, picture or sound that can be read.`)
    } else if (damaged && refused.length === 0) {
      sentences.push(`${path} is damaged: what could be read of it was taken.`)
    }
    return { files: offered, isBackup: false, refused: sentences, aside }
  } catch (error) {
    const why = error instanceof Error ? error.message : ''
    const refused = [`${path} was not unpacked: ${why}`]
    return { files: [], isBackup: false, refused, aside: [] }
  }
}
