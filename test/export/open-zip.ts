import JSZip from 'jszip'
import { dataset } from '../../src/export/dataset/dataset.ts'
import type { DatasetOptions } from '../../src/export/dataset/options.ts'
import type { TrainingRecord } from '../../src/export/dataset/records/record.ts'
import type { ExportInput } from '../../src/export/contract.ts'
import { context } from './projects.ts'

export interface OpenedDataset {
  /** Name of the zip file. */
  name: string
  /** The one folder at its top. */
  folder: string
  bytes: Uint8Array
  /** Text of each file by its path within the folder. */
  texts: Map<string, string>
  /** Unix permissions by path. */
  modes: Map<string, number>
  notes: string[]
}

/** Exports a project as a dataset, in the words of *instruct* unless told, and opens the zip again. */
export async function exportDataset(
  input: ExportInput,
  options: Partial<DatasetOptions> = {},
  seed = context.seed
): Promise<OpenedDataset> {
  const { files, notes = [] } = await dataset.run(
    input,
    { preset: 'instruct', ...options },
    { ...context, seed }
  )
  const { name, bytes } = files[0]!
  const zip = await JSZip.loadAsync(bytes)
  const texts = new Map<string, string>()
  const modes = new Map<string, number>()
  const folder = Object.keys(zip.files)[0]!.split('/')[0]!
  for (const [path, entry] of Object.entries(zip.files)) {
    const within = path.slice(folder.length + 1)
    texts.set(within, await entry.async('string'))
    modes.set(within, Number(entry.unixPermissions) & 0o777)
  }
  return { name, folder, bytes, texts, modes, notes }
}

/** The rows of a .jsonl file, none where the file is not there. */
export function jsonLines<Row>(text = ''): Row[] {
  return text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Row]))
}

/** The records of one side. */
export function records({ texts }: OpenedDataset, side: 'train' | 'val'): TrainingRecord[] {
  return JSON.parse(texts.get(`litgpt/${side}.json`)!) as TrainingRecord[]
}
