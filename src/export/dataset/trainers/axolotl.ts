import { stringify } from 'yaml'
import { gathered, LORA, type Trainer, type TrainerRun } from './trainer.ts'

/** The prompts stand whole in the files: nothing is put around them. */
const asItIs = {
  field_instruction: 'prompt',
  field_output: 'completion',
  format: '{instruction}',
  no_input_format: '{instruction}'
}

/** A configuration of Axolotl that trains as it stands. */
export const axolotl: Trainer = {
  files: (run) => [
    {
      path: 'axolotl.yaml',
      text: [HEADER, stringify(settings(run), { aliasDuplicateObjects: false })]
    }
  ],
  how: () => 'in this folder `axolotl train axolotl.yaml`. The model comes into `out/axolotl`.'
}

const HEADER = '# Axolotl, for this dataset. In this folder: axolotl train axolotl.yaml\n'

function settings({ plan, method }: TrainerRun): object {
  const { numbers, choice } = plan
  const data = (path: string) => ({ path, ds_type: 'json', split: 'train', type: asItIs })
  return {
    base_model: choice.model,
    ...(method === 'qlora' ? { load_in_4bit: true } : {}),
    ...(method === 'full' ? {} : adapter(method)),
    datasets: [data('prompt/train.jsonl')],
    test_datasets: [data('prompt/validation.jsonl')],
    dataset_prepared_path: 'out/axolotl-prepared',
    train_on_inputs: false,
    sequence_len: numbers.maxSeqLength,
    // What is longer would be left out in silence; cut off, as LitGPT does, it is at least begun.
    excess_length_strategy: 'truncate',
    sample_packing: false,
    pad_to_sequence_len: false,
    micro_batch_size: numbers.microBatch,
    gradient_accumulation_steps: gathered(plan),
    num_epochs: numbers.epochs,
    learning_rate: numbers.learningRate,
    lr_scheduler: 'cosine',
    warmup_steps: numbers.warmup,
    optimizer: 'adamw_torch',
    weight_decay: 0.01,
    bf16: 'auto',
    logging_steps: 1,
    evals_per_epoch: 1,
    saves_per_epoch: 1,
    save_total_limit: 1,
    seed: 1337,
    output_dir: 'out/axolotl'
  }
}

function adapter(method: 'lora' | 'qlora'): object {
  return {
    adapter: method,
    lora_r: LORA.rank,
    lora_alpha: LORA.alpha,
    lora_dropout: LORA.dropout,
    lora_target_linear: true
  }
}
