import { say, type Said } from '../../say/say.ts'
import { saidBy } from '../../say/said-error.ts'
import type { Settings, SourceFile } from '../../document/model.ts'
import { manifestPath } from '../../storage/backup/format.ts'
import { isLeftOut } from '../../storage/left-out.ts'
import { listZip } from '../../storage/zip/list-zip.ts'
import { unpackZip } from '../../storage/zip/unpack-zip.ts'
import { ZipRefused, type ZipFile, type ZipLimits } from '../../storage/zip/zip-limits.ts'
import { importKindOf, importKindOfFile } from '../kinds.ts'
import { acceptBytes, judgeOutside, looksLikeMarkdown, sizeLimit } from './accept-file.ts'
import { acceptMedium, mediaLimit, mediaTypeOf } from './accept-media.ts'
import { plainPath } from './plain-path.ts'
import { isVaultFile, readVault } from './vault.ts'

/** A file that is in a zip. */
export interface PackedFile {
  path: string
  blob: Blob
}

/** What is in a zip: texts and media as from a folder, or something that is looked at first. */
export interface Unpacked {
  holds: 'notes' | 'backup' | 'ledger'
  files: SourceFile[]
  media: PackedFile[]
  /** Files of other programs, which are converted first. */
  foreign: PackedFile[]
  /** What a vault that they are of says to a project of theirs. */
  vault?: Partial<Settings>
  /** Sentences about what was not taken. */
  refused: Said[]
  /** Paths of files of other kinds. */
  aside: string[]
}

/** The file that only packages from here hold; see `ledger-file.ts`. */
const ledgerName = 'laegna-ledger.json'

/** Files of the largest backup: so many names are read to see what a zip is. */
const mostNames = 200_000

/** More than any folder of notes; what says it holds more is not unpacked. */
const limits: ZipLimits = {
  count: 50_000,
  each: (path) => {
    if (mediaTypeOf(path) !== undefined) return mediaLimit
    return importKindOf(path) ? 200_000_000 : sizeLimit
  },
  all: 2_000_000_000
}

/** Texts of a zip, and their bytes: they come into the project at once. */
const mostTexts = 10_000
const mostText = 200_000_000
const tooManyTexts = say('it holds more than 10,000 texts. Make several zips of it.')
const tooMuchText = say('its texts are larger than 200 MB. Make several zips of it.')

/** Whether a zip is a package of cards from here. */
export async function holdsLedger(zip: Blob): Promise<boolean> {
  const entries = await listZip(zip, mostNames)
  return entries?.some(({ filename }) => filename === ledgerName) ?? false
}

/** Unpacks a zip of notes; nothing throws, what cannot be taken is named. */
export async function unpackOffered(
  { path, blob }: PackedFile,
  progress?: (done: number, total: number) => void
): Promise<Unpacked> {
  const unpacked = nothing()
  const entries = await listZip(blob, mostNames)
  const names = new Set(entries?.map(({ filename }) => filename))
  if (names.has(ledgerName)) return { ...unpacked, holds: 'ledger' }
  if (names.has(manifestPath)) return { ...unpacked, holds: 'backup' }
  let texts = 0
  let text = 0
  const wanted = (name: string, size: number): boolean => {
    const isWanted = isVaultFile(name) || (!isLeftOut(name) && judgeKind(name, unpacked))
    if (isWanted && looksLikeMarkdown(name) && size <= sizeLimit) {
      texts += 1
      text += size
    }
    if (texts > mostTexts) throw new ZipRefused(tooManyTexts)
    if (text > mostText) throw new ZipRefused(tooMuchText)
    return isWanted
  }
  const reading = { limits, wanted, progress }
  try {
    const outcome = await unpackZip(blob, reading, (file) => takeFile(file, unpacked), entries)
    const refused = [...unpacked.refused, ...outcome.refused]
    const sentences = refused.map((sentence) => say('In {path}: {sentence}', { path, sentence }))
    if (refused.length === 0) sentences.push(...sentencesOfAll(path, unpacked, outcome.damaged))
    return { ...unpacked, refused: sentences }
  } catch (error) {
    const why = saidBy(error)
    return { ...nothing(), refused: [say('{path} was not unpacked: {why}', { path, why })] }
  }
}

function nothing(): Unpacked {
  return { holds: 'notes', files: [], media: [], foreign: [], refused: [], aside: [] }
}

/** Whether a file is of a kind that is taken; one that is not is named. */
function judgeKind(path: string, { refused, aside }: Unpacked): boolean {
  if (looksLikeMarkdown(path) || mediaTypeOf(path) !== undefined) return true
  if (importKindOf(path)) return true
  if (/\.zip$/i.test(path)) {
    refused.push(say('{path} is a zip inside it. Unpack it, and add what is in it.', { path }))
  } else aside.push(path)
  return false
}

async function takeFile({ path, pieces, size }: ZipFile, unpacked: Unpacked): Promise<void> {
  const type = mediaTypeOf(path)
  const blob = new Blob(pieces, type === undefined ? {} : { type })
  if (isVaultFile(path)) {
    unpacked.vault = await readVault(path, blob, unpacked.vault)
    return
  }
  if (type !== undefined) {
    const fault = acceptMedium(path, size)
    if (fault === undefined) unpacked.media.push({ path: plainPath(path), blob })
    else unpacked.refused.push(fault)
    return
  }
  const kind = await importKindOfFile(path, blob)
  if (kind === 'deck' && (await holdsLedger(blob))) unpacked.aside.push(path)
  else if (kind !== undefined) unpacked.foreign.push({ path: plainPath(path), blob })
  else takeText({ path, pieces, size }, unpacked)
}

function takeText({ path, pieces, size }: ZipFile, { files, refused }: Unpacked): void {
  const fault = judgeOutside(path, size)
  if (fault) {
    refused.push(fault)
    return
  }
  const verdict = acceptBytes(path, joined(pieces, size))
  if (verdict.taken) files.push(verdict.file)
  else refused.push(verdict.sentence)
}

/** What is said of a zip of which nothing else is said. */
function sentencesOfAll(
  path: string,
  { files, media, foreign, vault }: Unpacked,
  damaged: boolean
): Said[] {
  if (files.length + media.length + foreign.length > 0 || vault) {
    return damaged ? [say('{path} is damaged: what could be read of it was taken.', { path })] : []
  }
  if (damaged) {
    return [say('{path} cannot be read: it is damaged, or no zip at all.', { path })]
  }
  return [say('{path} holds no Markdown, text, picture or sound that can be read.', { path })]
}

function joined(pieces: Uint8Array[], size: number): Uint8Array {
  const [first] = pieces
  if (first && pieces.length === 1) return first
  const bytes = new Uint8Array(size)
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.length
  }
  return bytes
}
