import { parametersOf } from './models.ts'
import type { TrainingPlan } from './training.ts'

/** A number of the plan, and in a sentence or two where it comes from. */
export interface Figure {
  name: string
  value: string
  why: string
}

const said = (value: number): string => value.toLocaleString('en')

/** Every number of a plan, computed from this dataset, with what it means and how it came about. */
export function planFigures(plan: TrainingPlan): Figure[] {
  const { stats, numbers, choice } = plan
  return [
    {
      name: 'Records to learn from',
      value: said(stats.train),
      why: `Each is one example in litgpt/train.json: ${kinds(plan)}.`
    },
    {
      name: 'Records to check with',
      value: said(stats.validation),
      why: `Never trained on; split by ${stats.splitBy}, ${stats.onBothSides > 0 ? `with ${said(stats.onBothSides)} paragraphs on both sides` : 'so that no paragraph stands on both sides'}. If the model gets these wrong while it knows the others, it learned by heart.`
    },
    tokens(plan),
    choice.method === 'pretrain' ? stretch(plan) : longest(plan),
    {
      name: 'Epochs',
      value: said(numbers.epochs),
      why: 'Times that all of it is read. Too few and little stays, too many and only the wording stays.'
    },
    { name: 'Steps', value: said(numbers.steps), why: steps(plan) },
    {
      name: 'Batch',
      value: `${said(numbers.globalBatch)} (${said(numbers.microBatch)} at once)`,
      why: `So much is read before the model changes once. ${said(numbers.microBatch)} at a time fit on one device; small sets get small batches, or there would be too few steps.`
    },
    {
      name: 'Warm-up',
      value: `${said(numbers.warmup)} ${numbers.warmup === 1 ? 'step' : 'steps'}`,
      why: `A tenth of the steps, in which the learning rate rises to ${numbers.learningRate}, the usual one for this method. LitGPT fails when it is none or all of them.`
    },
    {
      name: 'Precision',
      value: numbers.precision,
      why:
        numbers.precision === '32-true'
          ? 'Processors compute with 32 bits: 16 would be slower still.'
          : 'Half the memory of 32 bits. A card that cannot do it gets 16-mixed from the script.'
    },
    { name: 'Memory, about', value: `${said(numbers.memoryGb)} GB`, why: memory(plan) }
  ]
}

function kinds({ stats }: TrainingPlan): string {
  const names = {
    qa: 'cards',
    block: 'blocks',
    chapter: 'chapters',
    outline: 'outlines',
    next: 'of what comes next'
  }
  return stats.kinds.map(({ kind, train }) => `${said(train)} ${names[kind]}`).join(', ')
}

/** Under the name that the export panel has for the same number, or for another one another. */
function tokens({ stats, choice }: TrainingPlan): Figure {
  const text = choice.method === 'pretrain'
  const [train, validation] = text
    ? [stats.textTrainTokens, stats.textValidationTokens]
    : [stats.trainTokens, stats.validationTokens]
  const how = stats.exact
    ? `Counted with ${stats.tokenizer}.`
    : `Estimated with the encoding ${stats.tokenizer}: the model’s own tokenizer makes more or fewer. Choose its tokenizer.json to count exactly.`
  return {
    name: `Tokens${text ? ' of the text' : ''}${stats.exact ? '' : ', about'}`,
    value: said(train + validation),
    why:
      `Pieces of words in ${text ? 'the text under litgpt/text' : 'all records'}: ${said(train)} to learn from, ${said(validation)} to check with. ` +
      `The words of a prompt around them are not counted. ${how}`
  }
}

function longest({ stats, numbers }: TrainingPlan): Figure {
  const [record] = stats.longest
  const most = record?.tokens ?? 0
  const place = record ? ` (${record.file}, line ${record.line})` : ''
  return {
    name: 'Room for a record',
    value: `${said(numbers.maxSeqLength)} tokens`,
    why:
      `The longest record has ${said(most)} tokens${place}, and the prompt puts ${said(stats.promptTokens)} around it` +
      `${stats.exact ? '' : '; 20 % are added because this is an estimate'}. ` +
      (numbers.cut > 0
        ? 'The model reads no more at once, and what is longer is cut off at the end.'
        : 'All of them fit, so nothing is cut off; more would only cost memory.')
  }
}

function stretch({ numbers }: TrainingPlan): Figure {
  return {
    name: 'Text at once',
    value: `${said(numbers.maxSeqLength)} tokens`,
    why: `The text is read in stretches of this length. It is short where there is little text to check with: LitGPT needs ${said(numbers.microBatch)} stretches of it.`
  }
}

function steps({ stats, numbers, choice }: TrainingPlan): string {
  const world = choice.devices * choice.nodes
  if (choice.method === 'pretrain') {
    return `It stops after ${said(numbers.maxTokens)} tokens: ${said(numbers.epochs)} × the text, read ${said(numbers.globalBatch)} × ${said(numbers.maxSeqLength)} tokens a step.`
  }
  const batches = Math.ceil(Math.ceil(stats.train / world) / numbers.microBatch)
  const gather = numbers.globalBatch / (numbers.microBatch * world)
  return (
    `${said(stats.train)} records in ${said(batches)} batches${world > 1 ? ' on each device' : ''}, ${said(gather)} of them a step, ` +
    `${said(numbers.epochs)} times. The model changes once a step; how long one takes hangs on the machine.`
  )
}

function memory({ choice, model, numbers }: TrainingPlan): string {
  const size = model
    ? parametersOf(model)
    : 'a model of a thousand million parameters, as yours is not in the list'
  const kept = {
    lora: 'its weights, and small adapters that learn',
    qlora: 'its weights in 4 bits, and small adapters that learn',
    full: 'its weights, and for each what learning needs',
    pretrain: 'its weights, and for each what learning needs'
  }
  return `A rule of thumb for each device. It has ${size}. In memory are ${kept[choice.method]}; then what one batch of ${said(numbers.microBatch)} × ${said(numbers.maxSeqLength)} tokens leaves behind.`
}
