import { stringify } from 'yaml'
import { LEARNING_RATE } from './learning-rates.ts'
import type { PromptStyle } from './prompt-styles.ts'
import type { TrainingPlan } from './training.ts'

/** LitGPT reads its choices from these; the scripts override what depends on the computer. */
function header(what: string, command: string): string {
  return `# ${what} with LitGPT, for this dataset. train.sh and train.ps1 use it; by hand:\n# ${command}\n`
}

/** The text of finetune.yaml: for LoRA, QLoRA and full training. */
export function finetuneYaml(plan: TrainingPlan, style: PromptStyle): string {
  const { numbers, choice } = plan
  const method = choice.method === 'pretrain' ? 'lora' : choice.method
  const settings = {
    ...hardware(plan),
    data: {
      class_path: 'litgpt.data.JSON',
      init_args: {
        json_path: 'litgpt',
        mask_prompt: true,
        prompt_style: { class_path: `litgpt.prompts.${style.className}` },
        num_workers: 4
      }
    },
    train: {
      ...batches(plan),
      epochs: numbers.epochs,
      max_seq_length: numbers.maxSeqLength
    },
    eval: { interval: 100, max_new_tokens: 100, max_iters: 100 },
    optimizer: optimizer(LEARNING_RATE[method]),
    logger_name: 'csv',
    seed: 1337
  }
  const command = 'litgpt finetune_lora checkpoints/MAKER/MODEL --config finetune.yaml'
  return header('Training on instructions', command) + stringify(settings)
}

/** The text of pretrain.yaml: training goes on with plain text. */
export function pretrainYaml(plan: TrainingPlan): string {
  const { numbers } = plan
  const settings = {
    ...hardware(plan),
    data: {
      class_path: 'litgpt.data.TextFiles',
      init_args: {
        train_data_path: 'litgpt/text/train',
        val_data_path: 'litgpt/text/val',
        num_workers: 0
      }
    },
    train: {
      ...batches(plan),
      max_tokens: numbers.maxTokens,
      max_seq_length: numbers.maxSeqLength,
      max_norm: 1,
      min_lr: 0.00001,
      tie_embeddings: false
    },
    eval: { interval: 100, max_iters: 100 },
    optimizer: optimizer(LEARNING_RATE.pretrain),
    logger_name: 'csv',
    seed: 42
  }
  const command =
    'litgpt pretrain MODEL --config pretrain.yaml --tokenizer_dir checkpoints/MAKER/MODEL ' +
    '--initial_checkpoint_dir checkpoints/MAKER/MODEL'
  return header('Training on plain text', command) + stringify(settings)
}

function hardware({ choice }: TrainingPlan): object {
  return { precision: 'bf16-true', devices: choice.devices, num_nodes: choice.nodes }
}

function batches({ numbers }: TrainingPlan): object {
  return {
    save_interval: 1000,
    log_interval: 1,
    global_batch_size: numbers.globalBatch,
    micro_batch_size: numbers.microBatch,
    lr_warmup_steps: numbers.warmup
  }
}

function optimizer(rate: number): object {
  return {
    class_path: 'torch.optim.AdamW',
    init_args: { lr: rate, weight_decay: 0.01, betas: [0.9, 0.95] }
  }
}
