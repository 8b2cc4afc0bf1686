/**
 * Types of the training plan. How to use it, in three calls (all pure, all usable in a page):
 *
 *   const stats = await datasetStats(input, options?)      // ../dataset-stats.ts; tokens are counted, so call it in the worker
 *   const plan = planTraining(stats, choice)               // ./plan.ts; instant, call it on every change of a choice
 *   const blocks = trainingCommands(plan, choice.system)   // ./commands.ts; what to print, in order
 *
 * The models to choose from: `models` in ./models.ts. Defaults of a choice: `defaultChoice` in ./plan.ts.
 */

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
  /** Times that every record is seen, at least 1. */
  epochs: number
  system: System
}

/** A model LitGPT can train, from its own list. */
export interface Model {
  /** Name on the Hugging Face hub. */
  repo: string
  /** Parameters as LitGPT counts them, in millions. */
  millions: number
  /** Most tokens it can read at once. */
  blockSize: number
  /** LitGPT's name of the prompt style that the model was tuned with; `Default` for base models. */
  promptStyle: string
  /** The maker asks for consent first: the download may need a token. */
  gated: boolean
}

/** What a dataset holds. Token counts are estimates (see `tokenizer`). */
export interface DatasetStats {
  /** Captured items and what they became. */
  cards: number
  blocks: number
  chapters: number
  /** Records of litgpt/train.json and litgpt/val.json. */
  train: number
  validation: number
  /** Records left out because another says exactly the same. */
  duplicates: number
  /** Level at which the split was made: by `file`, `chapter` (top level), … or single `item`. */
  splitBy: string
  /** Tokens of each record of both sides (instruction + input + output), ascending. */
  recordTokens: number[]
  /** Tokens of all records of litgpt/train.json. */
  trainTokens: number
  validationTokens: number
  /** Tokens of litgpt/text/train/train.txt and litgpt/text/val/val.txt. */
  textTrainTokens: number
  textValidationTokens: number
  /** Encoding that the estimates were made with. */
  tokenizer: string
  /** For prompts to try after training, each present where the dataset holds such an item. */
  prompts: { question?: string; block?: string; chapter?: string; unseen?: string }
  /** A few records as they stand in the files, to show. */
  samples: TrainingRecord[]
}

/** A record of litgpt/*.json: exactly these keys. */
export interface TrainingRecord {
  instruction: string
  input: string
  output: string
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
  title: string
  /** Where they are typed. */
  shell: 'sh' | 'powershell'
  /** One command a line, none broken over lines. */
  commands: string[]
  /** A sentence to show with them. */
  note?: string
}
