import { inEnglish } from '../../../say/say.ts'
import { cleanLine } from '../../../render/clean-text.ts'
import type { ItemFile } from '../zip/dataset-files.ts'
import { canPretrain, hasText } from '../zip/dataset-files.ts'
import { bothSidesNote, datasetNotes } from '../zip/dataset-notes.ts'
import { qualityNote } from '../quality/left-out-kinds.ts'
import type { DatasetContent } from '../zip/read-dataset.ts'
import type { TrainerRun } from '../trainers/trainer.ts'
import { trainerLines } from '../trainers/trainers.ts'
import { trainingCommands } from '../training/commands.ts'
import { promptStyleFor } from '../training/prompt-styles.ts'
import type { DatasetStats, System, TrainingPlan } from '../training/training.ts'

/** What README.md says to people, made for this dataset. */
export function cardBody(
  name: string,
  run: TrainerRun,
  plan: TrainingPlan,
  items: ItemFile[]
): string {
  const { content } = run
  const { stats, numbers, warnings } = plan
  const about = stats.exact ? `counted with ${cleanLine(stats.tokenizer)}` : 'estimate'
  const remarks = [
    ...warnings.map(({ message }) => message),
    ...datasetNotes(content, stats).map(inEnglish),
    ...qualityNote(content).map(inEnglish)
  ]
  return [
    `# ${cleanLine(name)}`,
    'A dataset made from Markdown with Laegna AI Training.',
    table(
      ['', 'training', 'validation'],
      ...stats.kinds.map(({ kind, train, validation }) => [KINDS[kind], train, validation]),
      ['records made of them', stats.train, stats.validation],
      [`tokens of the records (${about})`, stats.trainTokens, stats.validationTokens],
      [`tokens of the text (${about})`, stats.textTrainTokens, stats.textValidationTokens]
    ),
    ...recordsOfBlocks(content),
    `From ${counted(stats.cards, 'card')}, ${counted(stats.blocks, 'block')} and ` +
      `${counted(stats.chapters, 'chapter')} of ${counted(content.files, 'file')}, split by ${content.level}: ${apart(stats)} ` +
      'manifest.json says how it was made and names all that was left out.',
    ...license(content),
    ...(remarks.length > 0
      ? ['## Remarks', remarks.map((remark) => `- ${remark}`).join('\n')]
      : []),
    '## A record',
    ...sample(plan, content),
    '## Files',
    files(content, stats, items),
    '## Train',
    ...scripts(plan),
    `That makes ${numbers.steps} steps with at most ${numbers.maxSeqLength} tokens a record, the ` +
      'words around it included. The choices (MODEL, METHOD, EPOCHS and others) stand at the top of the scripts.',
    '## Load',
    code('python', [
      'from datasets import load_dataset',
      'load_dataset("path/to/this/folder")           # every item, with its place in the source',
      `load_dataset("path/to/this/folder", "${items[0]?.kind ?? 'qa'}")`.padEnd(46) +
        '# of one kind',
      'load_dataset("path/to/this/folder", "prompt") # prompt and completion, for trainers',
      'load_dataset("path/to/this/folder", "chat")   # messages, for trainers that read those'
    ]),
    '## Other trainers',
    otherTrainers(run),
    '## Check',
    code('sh', ['sha256sum -c SHA256SUMS     # macOS: shasum -a 256 -c SHA256SUMS'])
  ].join('\n\n')
}

const KINDS = {
  qa: 'cards',
  block: 'blocks',
  chapter: 'chapters',
  outline: 'outlines',
  next: 'what comes next'
}

/** Rows of the table that do not add up need a word. */
function recordsOfBlocks({ samples, options }: DatasetContent): string[] {
  if (options.preset !== 'study') return []
  const silent = samples.some(({ item, records }) => item.kind === 'block' && records.length === 0)
  return [
    'A card or chapter gives several records, in other words each' +
      (silent ? '; a block gives none, for its words stand in those of its chapter.' : '.')
  ]
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

function license({ licenses: { named, without } }: DatasetContent): string[] {
  if (named.length === 0) return []
  const rest = without > 0 ? ` ${without} ${without === 1 ? 'file names' : 'files name'} none.` : ''
  return [`Licence, as the files say: ${named.join('; ')}.${rest}`]
}

function apart(stats: DatasetStats): string {
  return stats.onBothSides > 0
    ? inEnglish(bothSidesNote(stats))
    : 'no paragraph stands on both sides.'
}

function sample({ stats: { samples } }: TrainingPlan, { options }: DatasetContent): string[] {
  const [first] = samples
  if (!first) return []
  const style = promptStyleFor(options).className
  return [
    `As the model reads it, in LitGPT’s prompt style ${style}; it learns what comes after \`»\`:`,
    indented(`${first.prompt}» ${first.answer}`)
  ]
}

/** Code that may hold any fence itself. */
function indented(text: string): string {
  return text
    .slice(0, 2000)
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n')
}

function scripts(plan: TrainingPlan): string[] {
  const { devices, nodes } = plan.choice
  const group = (title: string, system: System) =>
    trainingCommands(plan, system).find((group) => inEnglish(group.title) === title)
  const typed = (title: string, system: System) => group(title, system)?.commands ?? []
  const noted = (title: string, system: System) => {
    const note = group(title, system)?.note
    return note ? inEnglish(note) : ''
  }
  const onEach =
    nodes > 1
      ? [
          `On each machine the same, with NODE_RANK from 0 to ${nodes - 1} and the address of the first.`
        ]
      : []
  return [
    ...(devices * nodes > 1
      ? ['Linux (on Windows and macOS graphics cards cannot train together; WSL does as well):']
      : ['Linux and macOS:']),
    code('sh', typed('Train', 'linux')),
    noted('Train', 'linux'),
    ...onEach,
    ...(devices * nodes > 1
      ? []
      : ['Windows:', code('powershell', typed('Train', 'windows')), noted('Train', 'windows')]),
    'Then ask the model:',
    code('sh', typed('Ask the model', 'linux')),
    noted('Ask the model', 'linux')
  ]
}

function otherTrainers(run: TrainerRun): string {
  const lines = trainerLines(run)
  const { numbers } = run.plan
  return [
    'All of them can read `prompt/` (prompt and completion, worded as the model reads them), `chat/` (messages) and, where it is there, `text/` (a chapter or card a line).' +
      ` The longest record asks for ${numbers.maxSeqLength} tokens: set so many where you write settings of your own, as what a trainer takes by itself may cut records off in silence.`,
    ...(lines.length > 0 ? [lines.join('\n')] : [])
  ].join('\n\n')
}

function files(content: DatasetContent, stats: DatasetStats, items: ItemFile[]): string {
  const rows = items.map(({ path, rows }) => `\`${path}\` (${rows})`).join(', ')
  const cards = content.guids.length > 0
  const settings = canPretrain(content, stats)
    ? '`finetune.yaml`, `pretrain.yaml`'
    : '`finetune.yaml`'
  return [
    `- ${rows}: every item with its place in the source, one a line`,
    `- \`litgpt/train.json\` (${content.train.length}), \`litgpt/val.json\` (${content.validation.length}): instruction, input, output, for LitGPT`,
    '- `litgpt/train.sources.jsonl`, `val.sources.jsonl`: row for row where those records are from: file, lines, hash; the rows of all other files with records stand in the same order',
    ...(hasText(content)
      ? [
          canPretrain(content, stats)
            ? '- `litgpt/text/`: the whole dataset as running text, for pretraining'
            : '- `litgpt/text/`: the whole dataset as running text; too little of it to pretrain on'
        ]
      : []),
    ...(cards
      ? [
          '- `litgpt/training_corpus.txt`: the cards of both sides as lines `Q: …` and `A: …`: to read, not to train on before checking'
        ]
      : []),
    '- `prompt/`, `chat/`: the records as prompt and completion, and as messages, for other trainers',
    ...(hasText(content)
      ? [
          '- `text/`: the running text for other trainers, a chapter or card a line; `train.sources.jsonl` and `validation.sources.jsonl` there say row for row where it is from'
        ]
      : []),
    ...(cards ? ['- `anki/`: the cards for Anki and for other programs'] : []),
    `- \`train.sh\`, \`train.ps1\`: train a model; ${settings}: their settings; \`requirements.txt\`: what they install`,
    '- `Modelfile`: the prompt, for Ollama; train.sh makes a whole one of it beside the model',
    ...(cards
      ? ['- `evaluate.py`: asks a model your cards, before and after training, and writes a report']
      : []),
    ...(content.options.sources ? ['- `sources/`: the Markdown'] : []),
    '- `manifest.json`: how all this was made, with a hash of every file, as `manifest.schema.json` describes it',
    '- `SHA256SUMS`: the same hashes, for `sha256sum -c`'
  ].join('\n')
}

function code(language: string, lines: string[]): string {
  return ['```' + language, ...lines, '```'].join('\n')
}

function table(...rows: (string | number)[][]): string {
  const [head = [], ...others] = rows.map((cells) => `| ${cells.join(' | ')} |`)
  return [head, '|---|---|---|', ...others].join('\n')
}
