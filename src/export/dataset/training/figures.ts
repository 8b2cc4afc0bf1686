import { say, sayCount, type Said } from '../../../say/say.ts'
import { parametersOf } from './models.ts'
import type { TrainingPlan } from './training.ts'

/** A number of the plan, and in a sentence or two where it comes from. */
export interface Figure {
  name: Said
  value: Said
  why: Said
}

/** A number by itself. */
const bare = (value: number): Said => say('{value}', { value })
const tokensOf = (count: number): Said => sayCount(count, '{count} token', '{count} tokens')

/** Every number of a plan, computed from this dataset, with what it means and how it came about. */
export function planFigures(plan: TrainingPlan): Figure[] {
  const { stats, numbers, choice } = plan
  const { globalBatch, microBatch, warmup, learningRate, precision } = numbers
  return [
    {
      name: say('Records to learn from'),
      value: bare(stats.train),
      why: say('Each is one example in litgpt/train.json: {kinds}.', { kinds: kinds(plan) })
    },
    { name: say('Records to check with'), value: bare(stats.validation), why: apart(plan) },
    tokens(plan),
    choice.method === 'pretrain' ? stretch(plan) : longest(plan),
    {
      name: say('Epochs'),
      value: bare(numbers.epochs),
      why: say(
        'Times that all of it is read. Too few and little stays, too many and only the wording stays.'
      )
    },
    { name: say('Steps'), value: bare(numbers.steps), why: steps(plan) },
    {
      name: say('Batch'),
      value: say('{globalBatch} ({microBatch} at once)', { globalBatch, microBatch }),
      why: say(
        'So much is read before the model changes once. {microBatch} at a time fit on one device; small sets get small batches, or there would be too few steps.',
        { microBatch }
      )
    },
    {
      name: say('Warm-up'),
      value: sayCount(warmup, '{count} step', '{count} steps'),
      why: say(
        'A tenth of the steps, in which the learning rate rises to {rate}, the usual one for this method. LitGPT fails when it is none or all of them.',
        { rate: String(learningRate) }
      )
    },
    {
      name: say('Precision'),
      value: say('{precision}', { precision }),
      why:
        precision === '32-true'
          ? say('Processors compute with 32 bits: 16 would be slower still.')
          : say(
              'Half the memory of 32 bits. A card that cannot do it gets 16-mixed from the script.'
            )
    },
    {
      name: say('Memory, about'),
      value: say('{gigabytes} GB', { gigabytes: numbers.memoryGb }),
      why: memory(plan)
    }
  ]
}

function kinds({ stats }: TrainingPlan): Said {
  const inWords = {
    qa: (count: number) => sayCount(count, '{count} card', '{count} cards'),
    block: (count: number) => sayCount(count, '{count} block', '{count} blocks'),
    chapter: (count: number) => sayCount(count, '{count} chapter', '{count} chapters'),
    outline: (count: number) => sayCount(count, '{count} outline', '{count} outlines'),
    next: (count: number) => say('{count} of what comes next', { count })
  }
  const all = stats.kinds.map(({ kind, train }) => inWords[kind](train))
  return all.length === 0
    ? bare(0)
    : all.reduce((list, next) => say('{list}, {next}', { list, next }))
}

function apart({ stats: { splitBy, onBothSides } }: TrainingPlan): Said {
  const level = levelOf(splitBy)
  return onBothSides > 0
    ? sayCount(
        onBothSides,
        'Never trained on; split by {level}, with {count} paragraph on both sides. If the model gets these wrong while it knows the others, it learned by heart.',
        'Never trained on; split by {level}, with {count} paragraphs on both sides. If the model gets these wrong while it knows the others, it learned by heart.',
        { level }
      )
    : say(
        'Never trained on; split by {level}, so that no paragraph stands on both sides. If the model gets these wrong while it knows the others, it learned by heart.',
        { level }
      )
}

/** What was kept whole when records to check with were taken away. */
function levelOf(splitBy: string): Said {
  const [, depth] = /^chapters at level (\d+)$/.exec(splitBy) ?? []
  if (depth !== undefined) return say('chapters at level {depth}', { depth })
  switch (splitBy) {
    case 'marked files':
      return say('marked files')
    case 'passages':
      return say('passages')
    case 'single chapters':
      return say('single chapters')
    default:
      return say('top-level chapters')
  }
}

/** Under the name that the export panel has for the same number, or for another one another. */
function tokens({ stats, choice }: TrainingPlan): Figure {
  const isText = choice.method === 'pretrain'
  const [train, validation] = isText
    ? [stats.textTrainTokens, stats.textValidationTokens]
    : [stats.trainTokens, stats.validationTokens]
  const { exact, tokenizer } = stats
  const how = exact
    ? say('Counted with {tokenizer}.', { tokenizer })
    : say(
        'Estimated with the encoding {tokenizer}: the model’s own tokenizer makes more or fewer. Choose its tokenizer.json to count exactly.',
        { tokenizer }
      )
  const values = { train, validation, how }
  return {
    name: tokensName(isText, exact),
    value: bare(train + validation),
    why: isText
      ? say(
          'Pieces of words in the text under litgpt/text: {train} to learn from, {validation} to check with. The words of a prompt around them are not counted. {how}',
          values
        )
      : say(
          'Pieces of words in all records: {train} to learn from, {validation} to check with. The words of a prompt around them are not counted. {how}',
          values
        )
  }
}

function tokensName(isText: boolean, exact: boolean): Said {
  if (isText) return exact ? say('Tokens of the text') : say('Tokens of the text, about')
  return exact ? say('Tokens') : say('Tokens, about')
}

function longest({ stats, numbers }: TrainingPlan): Figure {
  const [record] = stats.longest
  const most = tokensOf(record?.tokens ?? 0)
  const around = stats.promptTokens
  const has = record
    ? say(
        'The longest record ({file}, line {line}) has {most}, and the prompt puts {around} around it.',
        { file: record.file, line: String(record.line), most, around }
      )
    : say('The longest record has {most}, and the prompt puts {around} around it.', {
        most,
        around
      })
  const room =
    numbers.cut > 0
      ? say('The model reads no more at once, and what is longer is cut off at the end.')
      : say('All of them fit, so nothing is cut off; more would only cost memory.')
  return {
    name: say('Room for a record'),
    value: tokensOf(numbers.maxSeqLength),
    why: stats.exact
      ? say('{has} {room}', { has, room })
      : say('{has} As this is an estimate, 20 % are added. {room}', { has, room })
  }
}

function stretch({ numbers }: TrainingPlan): Figure {
  return {
    name: say('Text at once'),
    value: tokensOf(numbers.maxSeqLength),
    why: say(
      'The text is read in stretches of this length. It is short where there is little text to check with: LitGPT needs {least} stretches of it.',
      { least: numbers.microBatch }
    )
  }
}

function steps({ stats, numbers, choice }: TrainingPlan): Said {
  const { epochs, globalBatch, microBatch, maxTokens, maxSeqLength } = numbers
  const world = choice.devices * choice.nodes
  if (choice.method === 'pretrain') {
    return say(
      'It stops after {maxTokens} tokens: {epochs} × the text, read {globalBatch} × {maxSeqLength} tokens a step.',
      { maxTokens, epochs, globalBatch, maxSeqLength }
    )
  }
  const batches = Math.ceil(Math.ceil(stats.train / world) / microBatch)
  const values = {
    records: sayCount(stats.train, '{count} record', '{count} records'),
    batches: sayCount(batches, '{count} batch', '{count} batches'),
    gather: globalBatch / (microBatch * world),
    epochs
  }
  return world > 1
    ? say(
        '{records} in {batches} on each device, {gather} of them a step, {epochs} times. The model changes once a step; how long one takes hangs on the machine.',
        values
      )
    : say(
        '{records} in {batches}, {gather} of them a step, {epochs} times. The model changes once a step; how long one takes hangs on the machine.',
        values
      )
}

function memory({ choice, model, numbers }: TrainingPlan): Said {
  const { microBatch, maxSeqLength } = numbers
  const size = model
    ? say('It has {parameters}.', { parameters: parametersOf(model) })
    : say('It has a thousand million parameters, taken for granted as yours is not in the list.')
  const kept = {
    lora: () => say('In memory are its weights, and small adapters that learn.'),
    qlora: () => say('In memory are its weights in 4 bits, and small adapters that learn.'),
    full: () => say('In memory are its weights, and for each what learning needs.'),
    pretrain: () => say('In memory are its weights, and for each what learning needs.')
  }
  return say(
    'A rule of thumb for each device. {size} {kept} Beside that stands what one batch of {microBatch} × {maxSeqLength} tokens leaves behind.',
    { size, kept: kept[choice.method](), microBatch, maxSeqLength }
  )
}
