import { rowsFile } from '../zip/row-file.ts'
import { stringify } from 'yaml'
import { chatRow } from '../records/chat.ts'
import type { Row } from '../records/record.ts'
import { promptRow } from './prompt-row.ts'
import { isOwnStyle, LORA, type Trainer, type TrainerRun } from './trainer.ts'

/**
 * For MLX-LM, which asks for `train.jsonl` and `valid.jsonl`. It puts each pair of prompt and answer
 * into the chat template of the model; where that is not the style, it gets whole texts.
 */
export const mlx: Trainer = {
  files: (run) => {
    const worded = wording(run)
    return [
      rowsFile('mlx/train.jsonl', run.content.train, worded),
      rowsFile('mlx/valid.jsonl', run.content.validation, worded),
      { path: 'mlx/lora.yaml', text: [HEADER, stringify(settings(run))] }
    ]
  },
  how: ({ plan, method }) =>
    '`pip install mlx-lm`, then in this folder `mlx_lm.lora --config mlx/lora.yaml`. ' +
    (method === 'full'
      ? 'The model’s weights come into `out/mlx`.'
      : `One model of both: \`mlx_lm.fuse --model ${plan.choice.model} --adapter-path out/mlx --save-path out/mlx-model\`.`) +
    (method === 'qlora'
      ? ` For 4 bits first \`mlx_lm.convert --hf-path ${plan.choice.model} -q\`, and \`--model mlx_model\` behind both.`
      : '')
}

const HEADER = '# MLX-LM, for this dataset. In its folder: mlx_lm.lora --config mlx/lora.yaml\n'

function wording({ style }: TrainerRun): (row: Row) => object {
  if (isOwnStyle(style)) return ({ record }) => chatRow(record)
  return ({ record }) => {
    const { prompt, completion } = promptRow(record, style)
    return { text: prompt + completion }
  }
}

function settings({ content, plan, method, style }: TrainerRun): object {
  const { numbers, choice } = plan
  // It refuses a batch that is larger than the set to check with.
  const batch = Math.min(numbers.microBatch, content.validation.length, content.train.length)
  const batches = Math.max(1, Math.floor(content.train.length / batch))
  const iters = numbers.epochs * batches
  return {
    model: choice.model,
    train: true,
    data: 'mlx',
    fine_tune_type: method === 'full' ? 'full' : 'lora',
    num_layers: -1,
    batch_size: batch,
    // It counts batches, not steps.
    iters,
    grad_accumulation_steps: Math.max(1, Math.floor(numbers.globalBatch / batch)),
    max_seq_length: numbers.maxSeqLength,
    mask_prompt: isOwnStyle(style),
    optimizer: 'adamw',
    learning_rate: numbers.learningRate,
    lora_parameters: { rank: LORA.rank, dropout: LORA.dropout, scale: LORA.alpha / LORA.rank },
    val_batches: -1,
    steps_per_report: Math.max(1, Math.min(10, batches)),
    steps_per_eval: batches,
    save_every: iters,
    adapter_path: 'out/mlx',
    seed: 1337
  }
}
