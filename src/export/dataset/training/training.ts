/**
 * Types of the training plan. How to use it, in three calls (all pure, all usable in a page):
 *
 *   const stats = await datasetStats(input, options?)      // ../dataset-stats.ts; tokens are counted, so call it in the worker
 *   const plan = planTraining(stats, choice)               // ./plan.ts; instant, call it on every change of a choice
 *   const blocks = trainingCommands(plan, choice.system)   // ./commands.ts; what to print, in order
 *
 * The models to choose from: `models` in ./models.ts. Defaults of a choice: `defaultChoice` in ./plan.ts.
 *
 * `renderSamples(stats.samples, options?)` in ../render-samples.ts words the samples anew, at once and
 * without counting: for a preview beside the fields where templates are written.
 */

import type { Said } from '../../../say/say.ts'
import type { ItemKind } from '../items/item.ts'
import type { RecordSample } from '../records/record.ts'
import type { SpecialToken } from '../records/special-tokens.ts'

/** How LitGPT learns: adapters (`lora`, `qlora`: in 4 bits, NVIDIA only), all weights, or plain text. */
export type Method = 'lora' | 'full' | 'qlora' | 'pretrain'

export type System = 'linux' | 'macos' | 'windows'

/** What the person chooses on the Training page. */
export interface TrainingChoice {
  /** Name on the Hugging Face hub, one of `models`, or any other that LitGPT knows. */
  model: string
  method: Method
  /** Processors that compute: a graphics card (CUDA), or none. */
  accelerator: 'gpu' | 'cpu'
  /** GPUs in each machine, at least 1. On a CPU always 1. */
  devices: number
  /** Machines, at least 1. */
  nodes: number
  /** How several machines are started; nothing for one. */
  launcher?: 'torchrun' | 'slurm'
  /** Times that every record is seen, at least 1. */
  epochs: number
  system: System
}

/** A model LitGPT can train, from its own list. */
export interface Model {
  /** Name on the Hugging Face hub. */
  repo: string
  /** Parameters as LitGPT holds them, in millions: its table of words stands at both ends, where others keep one. */
  millions: number
  /** Most tokens it can read at once. */
  blockSize: number
  /** LitGPT's name of the prompt style that the model was tuned with; `Default` for base models. */
  promptStyle: string
  /** The maker asks for consent first: the download may need a token. */
  gated: boolean
  /** Licence of its weights, by its usual short name. */
  licence: string
}

/** What a dataset holds. Token counts are estimates unless `exact`. */
export interface DatasetStats {
  /** Captured items and what they became. */
  cards: number
  blocks: number
  chapters: number
  /** Records of litgpt/train.json and litgpt/val.json. */
  train: number
  validation: number
  /** Share of the answers to learn that those of cards are, in tokens: 0 to 1. */
  cardShare: number
  /** Items of each kind, those that exist, in the order of the files. */
  kinds: { kind: ItemKind; train: number; validation: number }[]
  /** Captured, but no record: how many, and why. */
  leftOut: {
    /** Another says exactly the same. */
    duplicates: number
    /** Would validate, but nearly repeats what is trained on. */
    nearDuplicates: number
    /** Without instruction or output. */
    blank: number
    /** Chapters longer than the model reads at once, where these are left out. */
    tooLong: number
    /** Blocks and chapters that teach nothing by themselves. */
    poor: number
    /** Outlines and the like that would tell of one side on the other. */
    across: number
    /** Records with a paragraph of the other side. */
    shared: number
  }
  /** Chapters that are without paragraphs of the other side. */
  cutChapters: number
  /** Paragraphs that stand on both sides, as the author wants it or for want of others. */
  onBothSides: number
  /** Chapters that were split because they were too long for the model. */
  splitChapters: number
  /** Level at which the split was made: `top-level chapters`, `marked files`, … or `passages`. */
  splitBy: string
  /** Chapters captured whole that are trained on without what validates. */
  parted: number
  /** Tokens of each record of both sides (instruction + input + output), ascending. */
  recordTokens: number[]
  /** Tokens that the prompt style puts around each of them. */
  promptTokens: number
  /** The longest records, the longest first, at most ten. */
  longest: { id: string; file: string; line: number; tokens: number }[]
  /** Tokens of all records of litgpt/train.json. */
  trainTokens: number
  validationTokens: number
  /** Tokens of litgpt/text/train/train.txt and litgpt/text/val/val.txt. */
  textTrainTokens: number
  textValidationTokens: number
  /** Name of the encoding or the tokenizer that counted. */
  tokenizer: string
  /** Counted with the model's own tokenizer. */
  exact: boolean
  /** Text that a model may read as a command: the first twenty, and how many there are. */
  specialTokens: { count: number; first: SpecialToken[] }
  /** For prompts to try after training, each present where the dataset holds such an item. */
  prompts: { question?: string; block?: string; chapter?: string; unseen?: string }
  /** What went along as input when those were trained; `litgpt generate` has no place for it. */
  inputs: { question?: string; block?: string; chapter?: string; unseen?: string }
  /** The first record of each kind, of those to learn from where there is one. */
  samples: RecordSample[]
}

/** The numbers of a run, computed from the dataset. Sizes are tokens unless said otherwise. */
export interface TrainingNumbers {
  /** Raised above the wish where fewer would give no training step. */
  epochs: number
  /** Optimizer steps in all; an estimate for pretraining. */
  steps: number
  /** Records (sequences) for one step over all devices and nodes. */
  globalBatch: number
  /** Records (sequences) at once on one device. */
  microBatch: number
  /** Steps in which the learning rate rises. */
  warmup: number
  maxSeqLength: number
  /** Pretraining only: where it stops. */
  maxTokens: number
  learningRate: number
  precision: string
  /** Gigabytes of memory for each device, roughly. */
  memoryGb: number
  /** Records longer than `maxSeqLength`: LitGPT would cut them in silence. */
  cut: number
}

/** A warning to read before the download: `error` where the run cannot work. */
export interface TrainingWarning {
  severity: 'error' | 'warning' | 'info'
  message: string
  /** The message, as a template and what stands in its places, for pages in other languages. */
  said: Said
}

export interface TrainingPlan {
  choice: TrainingChoice
  /** `undefined` for a name that is not in `models`. */
  model: Model | undefined
  numbers: TrainingNumbers
  warnings: TrainingWarning[]
  stats: DatasetStats
}

/** A group of lines to copy together. */
export interface TrainingCommands {
  title: Said
  /** Where they are typed. */
  shell: 'sh' | 'powershell'
  /** One command a line, none broken over lines; none where nothing would work. */
  commands: string[]
  /** A sentence to show with them. */
  note?: Said
}
