import { wordedError } from '../page/worded.ts'
import { worded } from '../page/worded.ts'
import type { Settings, SourceFile } from '../../document/model.ts'
import { importKindOfFile } from '../../import/kinds.ts'
import { isLeftOut } from '../../storage/left-out.ts'
import { bytesOf } from '../../storage/media.ts'
import { isModel, isTokenizer } from './find-model.ts'
import { isReport } from './find-report.ts'
import { isEarlierExport } from './find-earlier.ts'
import { ReadAhead } from './read-ahead.ts'
import { acceptBytes, judgeOutside, looksLikeMarkdown } from '../../import/offered/accept-file.ts'
import { acceptMedium, mediaTypeOf } from '../../import/offered/accept-media.ts'
import type { NewMedium } from '../media/media.svelte.ts'
import type { Unpacked } from '../../import/offered/unpack-offered.ts'
import { isTrouble } from '../../worker/protocol/trouble.ts'
import { UnpackClient } from '../../worker/import/unpack-client.ts'
import type { Notices } from '../page/notices.svelte.ts'
import type { OfferedFile } from './offered-file.ts'
import { plainPath } from '../../import/offered/plain-path.ts'
import { isVaultFile, readVault } from '../../import/offered/vault.ts'

/** What was read; `refused` are sentences about the others of the `wanted`. */
export interface ReadFiles {
  files: SourceFile[]
  media: NewMedium[]
  /** Files of other programs, which are converted first. */
  foreign: OfferedFile[]
  /** Exports of cards, which are read when somebody asks what they would change. */
  earlier: OfferedFile[]
  /** What models answered to the cards. */
  reports: OfferedFile[]
  /** Language models to ask. */
  models: OfferedFile[]
  /** What says how a model counts tokens. */
  tokenizers: OfferedFile[]
  /** Backups, which are opened to be looked at. */
  backups: OfferedFile[]
  refused: string[]
  /** How many more were refused in a zip: nobody reads thousands of sentences. */
  unnamed: number
  wanted: number
  /** Paths of files of other kinds that came along in a folder or zip. */
  aside: string[]
  /** What a vault that they came in says to a project of theirs. */
  vault?: Partial<Settings>
}

/** So many files that were not added are named. */
export const mostNamed = 500

/**
 * Reads texts and media, also of zips, and finds earlier exports, reports and backups; nothing throws, what
 * cannot be taken is named. What takes a while is shown, and can be cancelled.
 */
export async function readOffered(offered: OfferedFile[], notices: Notices): Promise<ReadFiles> {
  const read: ReadFiles = {
    files: [],
    media: [],
    foreign: [],
    earlier: [],
    reports: [],
    models: [],
    tokenizers: [],
    backups: [],
    refused: [],
    unnamed: 0,
    wanted: 0,
    aside: []
  }
  const zips = { client: new UnpackClient(), notices }
  try {
    await readAll(offered, read, zips)
  } finally {
    zips.client.stop()
  }
  return read
}

/** What reads zips, and where that is shown. */
interface Zips {
  client: UnpackClient
  notices: Notices
}

async function readAll(offered: OfferedFile[], read: ReadFiles, zips: Zips): Promise<void> {
  const ahead = new ReadAhead(offered)
  for (const [index, one] of offered.entries()) {
    const { path, file, inFolder } = one
    ahead.turnTo(index)
    const type = mediaTypeOf(path)
    if (inFolder && isVaultFile(path)) read.vault = await readVault(path, file, read.vault)
    if (inFolder && isLeftOut(path)) continue
    if (type === undefined && (await isForeign(one, zips.client))) {
      read.wanted += 1
      read.foreign.push({ ...one, path: plainPath(path) })
      continue
    }
    if (inFolder && type === undefined && !looksLikeMarkdown(path)) {
      read.aside.push(path)
      continue
    }
    read.wanted += 1
    if (!inFolder && /\.zip$/i.test(path) && file.size > 0) {
      await unpack(one, read, zips)
      continue
    }
    if (!inFolder && type === undefined) {
      if (await isEarlierExport(one, zips.client, await ahead.beginOf(file))) {
        read.earlier.push(one)
        continue
      }
    }
    const shown = !inFolder && type === undefined && (await shownIn(one, read))
    if (shown) {
      shown.push(one)
      continue
    }
    if (type === undefined) {
      const verdict = await judgeText(path, file, ahead)
      if (typeof verdict === 'string') read.refused.push(verdict)
      else read.files.push(verdict)
    } else {
      const fault = acceptMedium(path, file.size)
      const verdict = fault ? worded(fault) : await copyOf(path, file, type)
      if (typeof verdict === 'string') read.refused.push(verdict)
      else read.media.push({ path: plainPath(path), blob: verdict })
    }
  }
}

/** Where files belong that come alone and are no part of the project. */
async function shownIn(one: OfferedFile, read: ReadFiles): Promise<OfferedFile[] | undefined> {
  if (await isReport(one)) return read.reports
  if (await isModel(one)) return read.models
  return (await isTokenizer(one)) ? read.tokenizers : undefined
}

/** Whether a file of another program is converted first; a package from here is none. */
async function isForeign(one: OfferedFile, zips: UnpackClient): Promise<boolean> {
  const kind = await importKindOfFile(one.path, one.file)
  return kind === 'deck' ? !(await isEarlierExport(one, zips)) : kind !== undefined
}

async function unpack(zip: OfferedFile, read: ReadFiles, { client, notices }: Zips): Promise<void> {
  const { path, file: blob } = zip
  const watch = notices.watch(`Unpacking ${path}`)
  try {
    const { holds, ...notes } = await client.unpack({ path, blob }, watch)
    if (holds === 'backup') read.backups.push(zip)
    else if (holds === 'ledger') read.earlier.push(zip)
    else takeNotes(notes, read)
  } catch (error) {
    const why = wordedError(error)
    read.refused.push(
      isTrouble(error, 'cancelled')
        ? `${path} was not unpacked: you cancelled it.`
        : `${path} was not unpacked: ${why}`
    )
  } finally {
    watch.end()
  }
}

function takeNotes(notes: Omit<Unpacked, 'holds'>, read: ReadFiles): void {
  const { files, media, foreign, refused, aside, vault } = notes
  for (const one of files) read.files.push(one)
  for (const one of media) read.media.push(one)
  for (const { path, blob } of foreign) read.foreign.push({ path, file: blob, inFolder: true })
  for (const one of refused.slice(0, mostNamed)) read.refused.push(worded(one))
  read.unnamed += Math.max(0, refused.length - mostNamed)
  for (const one of aside) read.aside.push(one)
  if (vault) read.vault = { ...read.vault, ...vault }
  // The zip itself is none of the files that are wanted, but for what is said of it.
  read.wanted += files.length + media.length + foreign.length + refused.length - 1
}

async function judgeText(path: string, file: Blob, ahead: ReadAhead): Promise<SourceFile | string> {
  const fault = judgeOutside(path, file.size)
  if (fault) return worded(fault)
  const bytes = await ahead.bytesOf(file)
  if (!bytes) return unreadable(path)
  const verdict = acceptBytes(path, bytes)
  return verdict.taken ? verdict.file : worded(verdict.sentence)
}

/**
 * The bytes of a medium under the type that its ending says. A copy: in a private window the browser
 * stores a file of the disk as a mere reference, which is lost as soon as the file changes.
 */
async function copyOf(path: string, file: Blob, type: string): Promise<Blob | string> {
  const bytes = await bytesOf(file)
  return bytes ? new Blob([bytes], { type }) : unreadable(path)
}

function unreadable(path: string): string {
  return `${path} could not be read from the disk. Check that it is still there and add it again.`
}
