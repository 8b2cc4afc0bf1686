import {
  BlobReader,
  BlobWriter,
  configure,
  TextReader,
  ZipWriter
} from '@zip.js/zip.js/lib/zip-core-native.js'
import type * as v from 'valibot'
import type { Database } from '../database.ts'
import { listSnapshots, readSnapshot } from '../history.ts'
import { readLedger, UnreadableLedger } from '../ledgers.ts'
import { readBlob } from '../media.ts'
import { readStoredReport } from '../reports.ts'
import { readProject, type StoredProject } from '../projects.ts'
import {
  contentFolder,
  extrasFolder,
  type historySchema,
  manifestPath,
  readme,
  readmePath,
  type Manifest,
  type ManifestProject
} from './format.ts'
import { folderFor, Names } from './names.ts'
import { readBackup } from './read-backup.ts'

configure({ useWebWorkers: false })

/** What goes into a backup. */
export interface BackupOptions {
  /** Ids of projects. */
  projects: string[]
  history: boolean
  now: number
  progress?: (done: number, total: number) => void
}

/** A backup that was opened again and found whole. */
export interface Backup {
  zip: Blob
  /** Sentences about what could not be put in, because it is damaged. */
  missing: string[]
}

type Zip = ZipWriter<Blob>

/** Pictures and sounds are packed already; a text shrinks to a third. */
const asIs = { level: 0, dataDescriptor: false }
const packed = { level: 6, dataDescriptor: false }

/**
 * Writes a backup and reads it again: it is given only if everything is in it as it is stored.
 * Throws where it is not, or where a project cannot be read.
 */
export async function writeBackup(database: Database, options: BackupOptions): Promise<Backup> {
  const zip: Zip = new ZipWriter(new BlobWriter('application/zip'))
  const missing: string[] = []
  // The list of projects stands where their extras do.
  const taken = new Set(['backup.json'])
  const manifest: Manifest = {
    format: 'laegna-backup',
    version: 1,
    madeAt: options.now,
    projects: []
  }
  await zip.add(readmePath, new TextReader(readme), packed)
  for (const [at, id] of options.projects.entries()) {
    options.progress?.(at, options.projects.length)
    const stored = await readProject(database, id)
    const folder = folderFor(stored.project.name, taken)
    for (const path of stored.damaged) missing.push(`${path} of ${stored.project.name} is damaged.`)
    const names = new Names()
    const files = await addTexts(zip, folder, names, stored)
    const media = await addMedia(database, zip, folder, names, stored, missing)
    await addLedger(database, zip, folder, stored.project, missing)
    await addReport(database, zip, folder, id)
    if (options.history) await addHistory(database, zip, folder, id)
    const { name, settings, createdAt, changedAt, skipped, cardWeights } = stored.project
    const chosen = { ...(skipped && { skipped }), ...(cardWeights && { cardWeights }) }
    const record = { name, settings, createdAt, changedAt, ...chosen }
    manifest.projects.push({ folder, id, ...record, files, media })
  }
  await zip.add(manifestPath, new TextReader(JSON.stringify(manifest, null, 2)), packed)
  const blob = await zip.close()
  await check(database, blob, manifest)
  options.progress?.(options.projects.length, options.projects.length)
  return { zip: blob, missing }
}

async function addTexts(
  zip: Zip,
  folder: string,
  names: Names,
  { files }: StoredProject
): Promise<ManifestProject['files']> {
  const added: ManifestProject['files'] = []
  for (const { path, text } of files) {
    const name = names.give(path)
    await zip.add(`${contentFolder(folder)}/${name}`, new TextReader(text), packed)
    added.push({ path, name })
  }
  return added
}

async function addMedia(
  database: Database,
  zip: Zip,
  folder: string,
  names: Names,
  { project, media }: StoredProject,
  missing: string[]
): Promise<ManifestProject['media']> {
  const added: ManifestProject['media'] = []
  for (const { path, blobId, type } of media) {
    const blob = await readBlob(database, blobId)
    if (blob) {
      const name = names.give(path)
      await zip.add(`${contentFolder(folder)}/${name}`, new BlobReader(blob), asIs)
      added.push({ path, name, type })
    } else missing.push(`${path} of ${project.name} has lost its content.`)
  }
  return added
}

async function addLedger(
  database: Database,
  zip: Zip,
  folder: string,
  { id, name }: StoredProject['project'],
  missing: string[]
): Promise<void> {
  try {
    const ledger = await readLedger(database, id)
    if (!ledger) return
    const text = new TextReader(JSON.stringify(ledger))
    await zip.add(`${extrasFolder(folder)}/ledger.json`, text, packed)
  } catch (error) {
    if (!(error instanceof UnreadableLedger)) throw error
    missing.push(`The record of the cards that ${name} gave to Anki is damaged.`)
  }
}

async function addReport(database: Database, zip: Zip, folder: string, id: string): Promise<void> {
  const report = await readStoredReport(database, id)
  if (!report) return
  const text = new TextReader(JSON.stringify(report))
  await zip.add(`${extrasFolder(folder)}/report.json`, text, packed)
}

async function addHistory(database: Database, zip: Zip, folder: string, id: string): Promise<void> {
  const extras = extrasFolder(folder)
  const snapshots = await listSnapshots(database, id)
  const versions: v.InferOutput<typeof historySchema>['versions'] = []
  const added = new Set<string>()
  const names = new Names()
  for (const snapshot of snapshots) {
    const revisions = new Map(snapshot.files.map(({ path, revision }) => [path, revision]))
    for (const { path, text } of await readSnapshot(database, snapshot)) {
      const revision = revisions.get(path) ?? 0
      if (added.has(`${revision}/${path}`)) continue
      added.add(`${revision}/${path}`)
      const name = `history/${names.give(`${revision}/${path}`)}`
      await zip.add(`${extras}/${name}`, new TextReader(text), packed)
      versions.push({ path, revision, name })
    }
  }
  if (snapshots.length === 0) return
  // Media of earlier days are not in a backup.
  const texts = snapshots.map((snapshot) => ({ ...snapshot, media: [] }))
  const list = JSON.stringify({ snapshots: texts, versions }, null, 2)
  await zip.add(`${extras}/history.json`, new TextReader(list), packed)
}

/** Opens what was written and compares it with what is stored, text by text. */
async function check(database: Database, zip: Blob, manifest: Manifest): Promise<void> {
  const read = await readBackup(zip)
  for (const { id, folder, files: listed } of manifest.projects) {
    const paths = new Set(listed.map(({ path }) => path))
    const { files, media } = await readProject(database, id)
    const back = read.projects.find((project) => project.folder === folder)
    const texts = new Map(back?.files.map(({ path, text }) => [path, text]))
    const sizes = new Map(back?.media.map(({ path, blob }) => [path, blob.size]))
    const wrong =
      files.find(({ path, text }) => paths.has(path) && texts.get(path) !== asUtf8(text)) ??
      media.find(({ path, size }) => sizes.has(path) && sizes.get(path) !== size)
    if (!back || wrong) {
      throw new Error(`The backup did not read back as it was written: ${wrong?.path ?? folder}.`)
    }
  }
}

/** A text as a file can hold it: half a character becomes the sign for one that is broken. */
function asUtf8(text: string): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(text))
}
