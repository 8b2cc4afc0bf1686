import * as v from 'valibot'
import { say, type Said } from '../../say/say.ts'
import type { Settings, SourceFile } from '../../document/model.ts'
import { ledgerSchema, mediaKind, reportSchema, type Ledger, type Report } from '../../laegna.ts'
import type { CardWeights, SnapshotRecord } from '../schema.ts'
import { readZip, type ZipContents } from '../zip/read-zip.ts'
import type { ZipLimits } from '../zip/zip-limits.ts'
import {
  contentFolder,
  extrasFolder,
  historySchema,
  manifestPath,
  manifestSchema,
  newerManifestSchema,
  type Manifest,
  type ManifestProject
} from './format.ts'

/** A medium of a backup. */
export interface BackupMedium {
  path: string
  type: string
  blob: Blob
}

/** An earlier text of a backup. */
export interface BackupVersion {
  path: string
  revision: number
  text: string
}

/** A project as a backup has it; settings and times only where the backup still says them. */
export interface BackupProject {
  folder: string
  id: string | undefined
  name: string
  settings: Settings | undefined
  changedAt: number | undefined
  /** Fingerprints of found cards that are not to be offered again. */
  skipped: string[]
  files: SourceFile[]
  media: BackupMedium[]
  ledger: Ledger | undefined
  cardWeights: CardWeights | undefined
  /** What a model answered. */
  report: Report | undefined
  snapshots: SnapshotRecord[]
  versions: BackupVersion[]
}

/** What a backup holds, or as much of it as can be read; `refused` says what cannot. */
export interface BackupContents {
  madeAt: number | undefined
  projects: BackupProject[]
  refused: Said[]
}

/** More than any project of this page; a zip that says it holds more is not unpacked. */
const limits: ZipLimits = { count: 200_000, each: () => 200_000_000, all: 4_000_000_000 }

/**
 * Reads a backup; of a damaged one what can be read. Gives no project where the zip is none of
 * ours. Throws `ZipRefused`.
 */
export async function readBackup(
  zip: Blob,
  progress?: (done: number, total: number) => void
): Promise<BackupContents> {
  const { files, refused } = await readZip(zip, { limits, progress })
  const manifest = await readJson(files, manifestPath, manifestSchema, async () =>
    refused.push(
      (await readJson(files, manifestPath, newerManifestSchema))
        ? say(
            'The backup was made by a newer version of this page, so names and settings are not read.'
          )
        : say('The list of projects in the backup is damaged: names and settings are lost.')
    )
  )
  const folders = new Set(manifest?.projects.map(({ folder }) => folder) ?? foldersIn(files))
  const projects = []
  for (const folder of folders) projects.push(await readOne(files, folder, manifest, refused))
  return { madeAt: manifest?.madeAt, projects, refused }
}

async function readOne(
  zip: ZipContents['files'],
  folder: string,
  manifest: Manifest | undefined,
  refused: Said[]
): Promise<BackupProject> {
  const known = manifest?.projects.find((project) => project.folder === folder)
  const contents = inFolder(zip, contentFolder(folder))
  const { texts, pictures } = sortContents(contents, known)
  const unlike = new Unlike()
  const files: SourceFile[] = []
  for (const { path, name } of texts) {
    const blob = contents.get(name)
    if (!blob) refused.push(say('{path} of {folder} is not in the backup.', { path, folder }))
    else if (!unlike.takes(path, name)) {
      refused.push(say('{path} of {folder} is in the backup twice.', { path, folder }))
    } else files.push({ path, text: await textOf(blob) })
  }
  const media: BackupMedium[] = []
  for (const { path, name, type: said } of pictures) {
    const blob = contents.get(name)
    if (!blob || !unlike.takes(path, name)) continue
    // Opened alone, anything but a picture or sound would be a page of this address.
    const type = /^(?:image|audio|video)\/[\w.+-]+$/.test(said) ? said : ''
    media.push({ path, type, blob: blob.slice(0, blob.size, type) })
  }
  const extras = inFolder(zip, extrasFolder(folder))
  const leaveOut = (sentence: Said) => () => refused.push(sentence)
  return {
    folder,
    id: known?.id,
    name: known?.name ?? folder,
    settings: known?.settings,
    changedAt: known?.changedAt,
    skipped: known?.skipped ?? [],
    files,
    media,
    ledger: await readJson(
      extras,
      'ledger.json',
      ledgerSchema,
      leaveOut(
        say(
          'What {folder} exported to Anki before is damaged in the backup. Take it over from an earlier package before you export again.',
          { folder }
        )
      )
    ),
    cardWeights: known?.cardWeights,
    report: await readJson(
      extras,
      'report.json',
      reportSchema,
      leaveOut(
        say('What a model answered in {folder} is damaged in the backup and was left out.', {
          folder
        })
      )
    ),
    ...(await readHistory(
      extras,
      leaveOut(
        say('The earlier versions of {folder} are damaged in the backup and were left out.', {
          folder
        })
      )
    ))
  }
}

async function readHistory(
  extras: ReadonlyMap<string, Blob>,
  damaged: () => unknown
): Promise<Pick<BackupProject, 'snapshots' | 'versions'>> {
  const history = await readJson(extras, 'history.json', historySchema, damaged)
  const versions: BackupVersion[] = []
  const unlike = new Unlike()
  for (const { path, revision, name } of history?.versions ?? []) {
    const blob = extras.get(name)
    const isFirst = unlike.takes(JSON.stringify([path, revision]), name)
    if (blob && isFirst) versions.push({ path, revision, text: await textOf(blob) })
  }
  return { snapshots: history?.snapshots ?? [], versions }
}

/** Takes each path once, and the bytes of each name once: a list can name one text a million times. */
class Unlike {
  readonly #paths = new Set<string>()
  readonly #names = new Set<string>()

  takes(path: string, name: string): boolean {
    if (this.#paths.has(path) || this.#names.has(name)) return false
    this.#paths.add(path)
    this.#names.add(name)
    return true
  }
}

/** What is text and what is not: as the list says, and by their endings where it names none. */
function sortContents(contents: ReadonlyMap<string, Blob>, known: ManifestProject | undefined) {
  const listed = new Set([...(known?.files ?? []), ...(known?.media ?? [])].map(({ name }) => name))
  const others = [...contents.keys()].filter((name) => !listed.has(name))
  const isText = (name: string): boolean => mediaKind(name) === undefined
  const asIs = (name: string) => ({ path: name, name, type: '' })
  return {
    texts: [...(known?.files ?? []), ...others.filter(isText).map(asIs)],
    pictures: [...(known?.media ?? []), ...others.filter((name) => !isText(name)).map(asIs)]
  }
}

/** Files below a folder, by their paths inside it. */
function inFolder(files: ReadonlyMap<string, Blob>, folder: string): Map<string, Blob> {
  const start = `${folder}/`
  const inside = [...files].filter(([path]) => path.startsWith(start))
  return new Map(inside.map(([path, blob]) => [path.slice(start.length), blob]))
}

/** Folders of projects, where no list names them any more. */
function foldersIn(files: ReadonlyMap<string, Blob>): string[] {
  const start = contentFolder('')
  const inside = [...files.keys()].filter((path) => path.startsWith(start))
  return [...new Set(inside.map((path) => path.slice(start.length).split('/')[0] ?? ''))]
}

/** What a file of the backup says, if it is there; calls `damaged` where it is not as it has to be. */
async function readJson<Value>(
  files: ReadonlyMap<string, Blob>,
  path: string,
  schema: v.GenericSchema<unknown, Value>,
  damaged?: () => unknown
): Promise<Value | undefined> {
  const blob = files.get(path)
  if (!blob) return undefined
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), await textOf(blob))
  if (read.success) return read.output
  await damaged?.()
  return undefined
}

/** A byte order mark is part of the text. */
async function textOf(blob: Blob): Promise<string> {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await blob.arrayBuffer())
}
