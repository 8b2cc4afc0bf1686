import { stringify } from 'yaml'
import { cleanLine } from '../clean-text.ts'
import type { ItemFile } from './dataset-files.ts'
import type { DatasetItem } from './items.ts'
import type { DatasetContent } from './read-dataset.ts'
import { trainingCommands } from './training/commands.ts'
import type { TrainingPlan } from './training/training.ts'

/** Types of the columns: declared, because an empty list beside a filled one breaks the loader (D3). */
const FEATURES: Record<keyof DatasetItem, 'string' | 'int64' | 'strings'> = {
  id: 'string',
  kind: 'string',
  file_id: 'string',
  chapter_id: 'string',
  chapter_tree: 'strings',
  title: 'string',
  question: 'string',
  answer: 'string',
  content: 'string',
  block_kind: 'string',
  lang: 'string',
  start_line: 'int64',
  end_line: 'int64',
  source_sha256: 'string',
  guid: 'string',
  split: 'string'
}

/** The text of README.md: a dataset card that `load_dataset(folder)` reads, then words for people. */
export function datasetCard(
  name: string,
  content: DatasetContent,
  plan: TrainingPlan,
  items: ItemFile[]
): string {
  return `---\n${stringify(metadata(items), { aliasDuplicateObjects: false })}---\n\n${body(name, content, plan)}\n`
}

function metadata(items: ItemFile[]): object {
  const kinds = [...new Set(items.map(({ kind }) => kind))]
  const config = (name: string, files: ItemFile[]) => ({
    config_name: name,
    ...(name === 'all' ? { default: true } : {}),
    data_files: (['train', 'validation'] as const).flatMap((split) => {
      const path = files.filter((file) => file.split === split).map((file) => file.path)
      return path.length === 0 ? [] : [{ split, path }]
    })
  })
  const features = Object.entries(FEATURES).map(([name, type]) =>
    type === 'strings' ? { name, sequence: 'string' } : { name, dtype: type }
  )
  const configs = [
    config('all', items),
    ...kinds.map((kind) =>
      config(
        kind,
        items.filter((file) => file.kind === kind)
      )
    )
  ]
  const info = configs.map(({ config_name }) => ({ config_name, features }))
  return { configs, dataset_info: info }
}

function body(name: string, content: DatasetContent, plan: TrainingPlan): string {
  const { stats, numbers, warnings } = plan
  const left = content.duplicates.length + content.blank.length
  return [
    `# ${cleanLine(name)}`,
    'A dataset made from Markdown with Laegna AI Training.',
    table(
      ['', 'training', 'validation'],
      ['records', stats.train, stats.validation],
      ['tokens of the records (estimate)', stats.trainTokens, stats.validationTokens],
      ['tokens of the text (estimate)', stats.textTrainTokens, stats.textValidationTokens]
    ),
    `From ${stats.cards} cards, ${stats.blocks} blocks and ${stats.chapters} chapters, split by ` +
      `${content.level}. ${left} left out as repeated or blank; manifest.json names each.`,
    '## Files',
    FILES,
    '## Train',
    ...scripts(plan),
    `That makes ${numbers.steps} steps with at most ${numbers.maxSeqLength} tokens a record. The ` +
      'choices (MODEL, METHOD, EPOCHS and others) stand at the top of the scripts.',
    ...(warnings.length > 0 ? [warnings.map(({ message }) => `- ${message}`).join('\n')] : []),
    '## Load',
    code('python', ['from datasets import load_dataset', 'load_dataset("path/to/this/folder")'])
  ].join('\n\n')
}

function scripts(plan: TrainingPlan): string[] {
  const [train, ask] = trainingCommands(plan, 'linux')
  const [windows] = trainingCommands(plan, 'windows')
  return [
    'Linux and macOS:',
    code('sh', train?.commands ?? []),
    'Windows:',
    code('powershell', windows?.commands ?? []),
    'Then ask the model:',
    code('sh', ask?.commands ?? [])
  ]
}

function code(language: string, lines: string[]): string {
  return ['```' + language, ...lines, '```'].join('\n')
}

function table(...rows: (string | number)[][]): string {
  const [head = [], ...others] = rows.map((cells) => `| ${cells.join(' | ')} |`)
  return [head, '|---|---|---|', ...others].join('\n')
}

const FILES = `- \`items/\`: every captured item with its place in the source, one a line, by kind and split
- \`litgpt/train.json\`, \`litgpt/val.json\`: instruction, input, output, for LitGPT
- \`litgpt/text/\`: the same text as running text, for pretraining
- \`litgpt/training_corpus.txt\`: the cards as lines \`Q: …\` and \`A: …\`
- \`chat/\`: the records as messages, for other trainers
- \`anki/\`: the cards for Anki and for other programs
- \`train.sh\`, \`train.ps1\`: train a model; \`finetune.yaml\`, \`pretrain.yaml\`: their settings
- \`manifest.json\`: how all this was made, with a hash of every file`
