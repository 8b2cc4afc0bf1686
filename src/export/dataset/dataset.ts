import { say, type Said } from '../../say/say.ts'
import { ExportError, type ExportContext, type ExportInput, type Exporter } from '../contract.ts'
import { pace } from '../shared/pace.ts'
import { Archive, type ArchivedFile, type ArchiveFile } from './zip/archive.ts'
import { datasetCard } from './zip/dataset-card.ts'
import { datasetFields } from './zip/dataset-fields.ts'
import {
  ankiFiles,
  canPretrain,
  formFiles,
  type ItemFile,
  itemFiles,
  recordFiles,
  sourceFiles,
  sourceRowFiles
} from './zip/dataset-files.ts'
import { datasetNotes } from './zip/dataset-notes.ts'
import { countDataset } from './zip/dataset-stats.ts'
import { folderName } from '../shared/folder-name.ts'
import manifestSchema from './zip/manifest.schema.json' with { type: 'json' }
import { manifestText } from './zip/manifest.ts'
import { datasetDefaults, type DatasetOptions } from './options.ts'
import { previewDataset } from './preview-dataset.ts'
import { type DatasetContent, readDataset } from './zip/read-dataset.ts'
import { trainerRun } from './trainers/trainer.ts'
import { trainerFiles } from './trainers/trainers.ts'
import { qualityNote } from './quality/left-out-kinds.ts'
import { planTraining, suggestEpochs } from './training/plan.ts'
import { trainingStep } from './training/next-step.ts'
import { trainingFiles } from './training/training-files.ts'
import type { DatasetStats, TrainingPlan } from './training/training.ts'
import { noted } from '../shared/told.ts'

/** `<project>-dataset.zip`: records, texts and scripts that train a model with LitGPT (D1). */
export const dataset: Exporter<DatasetOptions> = {
  id: 'dataset',
  group: 'dataset',
  label: say('Training dataset'),
  download: say('Download dataset'),
  writing: say('Writing the dataset'),
  description: say('For LitGPT and other trainers, with scripts that train a model on it.'),
  extension: 'zip',
  writesRecords: true,
  defaults: datasetDefaults,
  fields: datasetFields,
  preview(input, options, { seed }) {
    return previewDataset(input, options, seed)
  },
  async run(input, options, context) {
    await pace(context, 0, 100)
    const content = await readDataset(input, options, context.seed)
    await pace(context, 10, 100)
    const stats = countDataset(input, content)
    const plan = planOf(content, stats)
    await pace(context, 20, 100)
    const folder = `${folderName(input.name)}-dataset`
    const bytes = await write(input, content, plan, folder, context)
    return {
      files: [{ name: `${folder}.zip`, mime: 'application/zip', bytes }],
      ...noted(notesOf(content, plan))
    }
  },
  next: trainingStep
}

function planOf({ options }: DatasetContent, stats: DatasetStats): TrainingPlan {
  const { model, method, devices, nodes } = options
  const epochs = options.epochs >= 1 ? options.epochs : suggestEpochs(stats)
  const place = { accelerator: 'gpu', system: 'linux' } as const
  return planTraining(stats, { model, method, devices, nodes, epochs, ...place })
}

async function write(
  input: ExportInput,
  content: DatasetContent,
  plan: TrainingPlan,
  folder: string,
  context: ExportContext
): Promise<Uint8Array> {
  const archive = new Archive(context, lettersOf(content))
  const written: (ArchivedFile & { rows?: number })[] = []
  const add = async (file: ArchiveFile & { rows?: number }) => {
    const { rows } = file
    const done = await archive.add(file, folder)
    written.push(rows === undefined ? done : { ...done, rows })
  }
  try {
    for (const file of allFiles(input, content, plan)) await add(file)
    const sums = written.map(({ path, sha256 }) => `${sha256}  ${path}\n`)
    await add({ path: 'SHA256SUMS', text: sums })
    const manifest = manifestText(input, content, plan, context.seed, written)
    await archive.add({ path: 'manifest.json', text: [manifest] }, folder)
    return await archive.finish()
  } catch (error) {
    // What engines throw when a text or an array grows beyond what they can hold.
    if (error instanceof RangeError) throw tooLarge(archive.written)
    throw error
  }
}

function allFiles(input: ExportInput, content: DatasetContent, plan: TrainingPlan): ArchiveFile[] {
  const items: ItemFile[] = itemFiles(content)
  const forms = formFiles(content)
  const withText = canPretrain(content, plan.stats)
  const run = trainerRun(folderName(input.name), content, plan, withText)
  return [
    { path: 'README.md', text: [datasetCard(input.name, run, plan, items, forms)] },
    { path: 'manifest.schema.json', text: [`${JSON.stringify(manifestSchema, null, 2)}\n`] },
    ...items,
    ...recordFiles(content),
    ...sourceRowFiles(content),
    ...forms.flatMap(({ files }) => files),
    ...ankiFiles(input, content),
    ...trainerFiles(run),
    ...trainingFiles(plan, content.options, withText, content.guids.length > 0),
    ...sourceFiles(input, content)
  ]
}

/** About as many as the zip will hold: every text stands in items, records, chat and prompts. */
function lettersOf({ train, validation, text }: DatasetContent): number {
  const sum = (lengths: number[]) => lengths.reduce((total, length) => total + length, 0)
  const records = [...train, ...validation].map(
    ({ record, item }) => record.output.length + item.question.length
  )
  const texts = [...text.train, ...text.validation].map((piece) => piece.text.length)
  return 4.3 * sum(records) + 2 * sum(texts)
}

function tooLarge(letters: number): ExportError {
  return new ExportError(
    say(
      'The browser ran out of memory after {done} MB of the dataset. Export fewer files at a time, put less into it, or use a browser with more memory.',
      { done: Math.round(letters / 1e6) }
    )
  )
}

function notesOf(content: DatasetContent, plan: TrainingPlan): Said[] {
  return [
    ...plan.warnings.map(({ said }) => said),
    ...datasetNotes(content, plan.stats),
    ...qualityNote(content),
    ...(canPretrain(content, plan.stats)
      ? []
      : [say('There is too little text for pretraining, so that is not offered.')])
  ]
}
