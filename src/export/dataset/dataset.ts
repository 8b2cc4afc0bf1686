import { utf8ToBytes } from '@noble/hashes/utils.js'
import { ExportError, type Exporter } from '../exporter.ts'
import { pace } from '../pace.ts'
import { type ArchiveFile, zipFiles } from './archive.ts'
import { datasetCard } from './dataset-card.ts'
import { ankiFiles, canPretrain, itemFiles, recordFiles, sourceFiles } from './dataset-files.ts'
import { countDataset } from './dataset-stats.ts'
import { folderName } from './folder-name.ts'
import { manifestText } from './manifest.ts'
import { datasetDefaults, type DatasetOptions } from './options.ts'
import { type DatasetContent, readDataset } from './read-dataset.ts'
import { previewDataset } from './preview-dataset.ts'
import { planTraining, suggestEpochs } from './training/plan.ts'
import { trainingFiles } from './training/training-files.ts'
import type { DatasetStats, TrainingPlan } from './training/training.ts'

/** `<project>-dataset.zip`: records, texts and scripts that train a model with LitGPT (D1). */
export const dataset: Exporter<DatasetOptions> = {
  id: 'dataset',
  group: 'dataset',
  label: 'Training dataset',
  noun: 'dataset',
  description: 'For LitGPT and other trainers, with scripts that train a model on it.',
  extension: 'zip',
  defaults: datasetDefaults,
  fields: [{ key: 'sources', control: 'switch', label: 'Put the Markdown files in, too' }],
  preview(input, options, { seed }) {
    return previewDataset(input, options, seed)
  },
  async run(input, options, context) {
    const { seed } = context
    await pace(context, 0, 100)
    const content = readDataset(input, options, seed)
    checkModel(content.options.model)
    await pace(context, 5, 100)
    const plan = planOf(content, await countDataset(input, content))
    await pace(context, 20, 100)
    const items = itemFiles(content)
    const texts = [
      ...items,
      ...recordFiles(input, content),
      ...ankiFiles(input, content),
      ...trainingFiles(plan, canPretrain(content)),
      ...sourceFiles(input, content)
    ]
    const readme = datasetCard(input.name, content, plan, items)
    const files: ArchiveFile[] = [{ path: 'README.md', text: readme }, ...texts].map((file) => ({
      path: file.path,
      bytes: utf8ToBytes(file.text),
      program: file.path === 'train.sh'
    }))
    await pace(context, 30, 100)
    const manifest = utf8ToBytes(await manifestText(input, content, plan, seed, files))
    files.splice(1, 0, { path: 'manifest.json', bytes: manifest })
    const folder = `${folderName(input.name)}-dataset`
    const placed = files.map((file) => ({ ...file, path: `${folder}/${file.path}` }))
    const bytes = await zipFiles(placed, {
      ...context,
      progress: (done, total) => context.progress?.(40 + (60 * done) / total, 100)
    })
    return {
      files: [{ name: `${folder}.zip`, mime: 'application/zip', bytes }],
      notes: notesOf(content, plan)
    }
  }
}

/** The scripts hold the name between quotes: it must not hold any itself. */
function checkModel(model: string): void {
  if (!/^[\w.-]+\/[\w.-]+$/.test(model)) {
    throw new ExportError(
      `“${model}” is no model’s name on the Hugging Face hub, like maker/model.`
    )
  }
}

function planOf({ options }: DatasetContent, stats: DatasetStats): TrainingPlan {
  const { model, method, devices, nodes } = options
  const epochs = options.epochs >= 1 ? options.epochs : suggestEpochs(stats)
  const place = { accelerator: 'gpu', system: 'linux' } as const
  return planTraining(stats, { model, method, devices, nodes, epochs, ...place })
}

function notesOf(content: DatasetContent, plan: TrainingPlan): string[] {
  const { duplicates, blank, level } = content
  const notes = plan.warnings.map(({ message }) => message)
  if (duplicates.length > 0) {
    notes.push(
      `${duplicates.length} left out that repeat others exactly; manifest.json names them.`
    )
  }
  if (blank.length > 0) {
    notes.push(`${blank.length} left out without text; manifest.json names them.`)
  }
  if (level !== 'top-level chapters' && level !== 'marked files') {
    notes.push(
      `There are too few chapters to split by, so training and validation part at ${level}.`
    )
  }
  if (!canPretrain(content))
    notes.push('There is too little text for pretraining, so it is left out.')
  return notes
}
