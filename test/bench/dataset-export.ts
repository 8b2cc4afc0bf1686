import JSZip from 'jszip'
import { compile } from '../../src/laegna.ts'
import type { SourceFile } from '../../src/document/model.ts'
import { sizeOf } from './corpus.ts'
import { putCards } from './cards.ts'
import { measurePair, timed } from './measure.ts'
import type { Figure } from './table.ts'
import { exporterOf } from './card-export.ts'

/** The dataset zip of about `bytes`, made of `corpus` with cards, beside JSZip alone on the same files. */
export async function exportDataset(
  corpus: SourceFile[],
  bytes: number,
  rounds: number
): Promise<Figure> {
  const write = datasetWriter(await projectFor(corpus, bytes))
  const contents = await unzip(await write())
  let ourZip = 0
  let peerZip = 0
  const { ours, peer, share } = await measurePair(
    rounds,
    () => timed(async () => (ourZip = (await write()).length)),
    () => timed(async () => (peerZip = (await zipAlone(contents)).length))
  )
  const size = megabytes(lengthOf(contents))
  return {
    what: `dataset zip of ${size} MB in ${contents.length} files, beside JSZip alone`,
    ours: `${ours.median.toFixed(2)} s`,
    peer: `${peer.median.toFixed(2)} s`,
    ratio: share.median,
    firstRatio: share.first,
    reach: { most: 1.3 },
    checked: `zips of ${megabytes(ourZip)} and ${megabytes(peerZip)} MB`
  }
}

/** So much of the corpus that its dataset comes to about `bytes`, for it holds the text several times. */
async function projectFor(corpus: SourceFile[], bytes: number): Promise<SourceFile[]> {
  const { files } = putCards(corpus, 1700)
  const sample = thin(files, 0.2)
  const growth = lengthOf(await unzip(await datasetWriter(sample)())) / sizeOf(sample)
  return thin(files, bytes / (growth * sizeOf(files)))
}

/** That share of the files, spread evenly; all of them for a share of 1 or more. */
function thin(files: SourceFile[], share: number): SourceFile[] {
  return files.filter((_, index) => Math.floor((index + 1) * share) > Math.floor(index * share))
}

function datasetWriter(files: SourceFile[]): () => Promise<Uint8Array> {
  const exporter = exporterOf('dataset')
  const settings = { capture: 'all' } as const
  const compilation = compile(files, settings)
  return async () => {
    const context = { now: new Date(0), seed: 1 }
    const input = { name: 'bench', compilation, files, settings }
    const { files: written } = await exporter.run(input, {}, context)
    const zip = written.find(({ name }) => name.endsWith('.zip'))
    if (!zip) throw new Error('The dataset exporter gave no zip')
    return zip.bytes
  }
}

async function unzip(bytes: Uint8Array): Promise<{ name: string; bytes: Uint8Array }[]> {
  const entries = Object.values((await JSZip.loadAsync(bytes)).files).filter(({ dir }) => !dir)
  return Promise.all(
    entries.map(async (entry) => ({ name: entry.name, bytes: await entry.async('uint8array') }))
  )
}

function zipAlone(files: { name: string; bytes: Uint8Array }[]): Promise<Uint8Array> {
  const zip = new JSZip()
  for (const { name, bytes } of files) zip.file(name, bytes, { createFolders: false })
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}

function lengthOf(files: { bytes: Uint8Array }[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes.length, 0)
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1)
}
