import { rowsFile } from '../zip/row-file.ts'
import { stringify } from 'yaml'
import type { ArchiveFile } from '../zip/archive.ts'
import type { TrainingRecord } from '../records/record.ts'
import { alpacaWithInput, type PromptStyle } from '../training/prompt-styles.ts'
import type { TrainingPlan } from '../training/training.ts'
import { promptRow } from './prompt-row.ts'
import { gathered, isOwnStyle, LORA, type Trainer, type TrainerRun } from './trainer.ts'

/**
 * Configurations of LLaMA-Factory, and what it trains on. Its template *alpaca* has another text for
 * records with an input, so each record brings the first words of its prompt along.
 */
export const llamaFactory: Trainer = {
  files: (run) => [
    ...records(run),
    { path: 'dataset_info.json', text: [JSON.stringify(info(run), null, 2) + '\n'] },
    settingsFile('llama-factory/sft.yaml', 'train', tuning(run)),
    ...(run.method === 'full'
      ? []
      : [settingsFile('llama-factory/export.yaml', 'export', merging(run))]),
    ...(run.textPlan
      ? [settingsFile('llama-factory/pt.yaml', 'train', reading(run, run.textPlan))]
      : [])
  ],
  how: ({ textPlan, style, method }) =>
    'in this folder `llamafactory-cli train llama-factory/sft.yaml`' +
    (method === 'full' ? '' : ', then `llamafactory-cli export llama-factory/export.yaml`') +
    (textPlan ? '. For plain text `llama-factory/pt.yaml`' : '') +
    '. The model comes into `out/llama-factory`; cards older than NVIDIA’s Ampere ask for `bf16=false fp16=true` behind it.' +
    (style.className === 'Default'
      ? ' Its template *empty* does not teach the model where an answer ends.'
      : '')
}

function settingsFile(path: string, verb: string, settings: object): ArchiveFile {
  const header = `# LLaMA-Factory, for this dataset. In its folder: llamafactory-cli ${verb} ${path}\n`
  return { path, text: [header, stringify(settings)] }
}

/** Where the tokenizer knows the words around a record, the messages are enough. */
function records({ content, style }: TrainerRun): ArchiveFile[] {
  if (isOwnStyle(style)) return []
  return [
    rowsFile('llama-factory/train.jsonl', content.train, ({ record }) => worded(record, style)),
    rowsFile('llama-factory/validation.jsonl', content.validation, ({ record }) =>
      worded(record, style)
    )
  ]
}

function worded(record: TrainingRecord, style: PromptStyle): object {
  if (style.className === 'Default') {
    const { prompt, completion } = promptRow(record, style)
    return { system: '', prompt, response: completion }
  }
  const { instruction, input, output } = record
  const { prompt, system } = alpacaWithInput(instruction, input)
  if (input !== '') return { system, prompt, response: output }
  const whole = style.prompt(instruction, '')
  const first = whole.slice(0, whole.indexOf('### Instruction:'))
  return { system: first, prompt: instruction, response: output }
}

function info({ name, style, textPlan }: TrainerRun): object {
  const chat = (file_name: string) => ({
    file_name,
    formatting: 'sharegpt',
    columns: { messages: 'messages' },
    tags: {
      role_tag: 'role',
      content_tag: 'content',
      user_tag: 'user',
      assistant_tag: 'assistant'
    }
  })
  const own = (file_name: string) => ({
    file_name,
    columns: { prompt: 'prompt', response: 'response', system: 'system' }
  })
  const text = (file_name: string) => ({ file_name, columns: { prompt: 'text' } })
  return {
    ...(isOwnStyle(style)
      ? {}
      : {
          [`${name}_train`]: own('llama-factory/train.jsonl'),
          [`${name}_validation`]: own('llama-factory/validation.jsonl')
        }),
    [`${name}_chat_train`]: chat('chat/train.jsonl'),
    [`${name}_chat_validation`]: chat('chat/validation.jsonl'),
    ...(textPlan
      ? {
          [`${name}_text_train`]: text('text/train.jsonl'),
          [`${name}_text_validation`]: text('text/validation.jsonl')
        }
      : {})
  }
}

function tuning({ name, plan, method, style }: TrainerRun): object {
  const key = isOwnStyle(style) ? `${name}_chat` : name
  return {
    stage: 'sft',
    model_name_or_path: plan.choice.model,
    ...(method === 'full' ? { finetuning_type: 'full' } : adapter()),
    ...(method === 'qlora' ? { quantization_bit: 4, quantization_method: 'bnb' } : {}),
    dataset_dir: '.',
    dataset: `${key}_train`,
    eval_dataset: `${key}_validation`,
    ...templateOf(style),
    ...common(plan),
    output_dir: `out/llama-factory/${method}`
  }
}

/** One model of the base and what was learned. */
function merging({ plan, method, style }: TrainerRun): object {
  return {
    model_name_or_path: plan.choice.model,
    adapter_name_or_path: `out/llama-factory/${method}`,
    ...templateOf(style),
    finetuning_type: 'lora',
    export_dir: 'out/llama-factory/model',
    export_device: 'cpu'
  }
}

function reading({ name, method }: TrainerRun, plan: TrainingPlan): object {
  return {
    stage: 'pt',
    model_name_or_path: plan.choice.model,
    ...(method === 'full' ? { finetuning_type: 'full' } : adapter()),
    dataset_dir: '.',
    dataset: `${name}_text_train`,
    eval_dataset: `${name}_text_validation`,
    ...common(plan),
    output_dir: 'out/llama-factory/pt'
  }
}

/** Without a template it takes the one of the tokenizer. */
function templateOf(style: PromptStyle): object {
  if (isOwnStyle(style)) return {}
  return { template: style.className === 'Default' ? 'empty' : 'alpaca' }
}

function adapter(): object {
  return {
    finetuning_type: 'lora',
    lora_rank: LORA.rank,
    lora_alpha: LORA.alpha,
    lora_dropout: LORA.dropout,
    lora_target: 'all'
  }
}

function common(plan: TrainingPlan): object {
  const { numbers } = plan
  return {
    do_train: true,
    cutoff_len: numbers.maxSeqLength,
    preprocessing_num_workers: 1,
    per_device_train_batch_size: numbers.microBatch,
    per_device_eval_batch_size: numbers.microBatch,
    gradient_accumulation_steps: gathered(plan),
    num_train_epochs: numbers.epochs,
    learning_rate: numbers.learningRate,
    lr_scheduler_type: 'cosine',
    warmup_steps: numbers.warmup,
    bf16: true,
    eval_strategy: 'epoch',
    save_strategy: 'epoch',
    save_total_limit: 1,
    logging_steps: 1,
    overwrite_output_dir: true,
    report_to: 'none',
    seed: 1337
  }
}
