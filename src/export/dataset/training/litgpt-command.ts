import type { TrainingPlan } from './training.ts'

/** LitGPT's own name of a model: the part of the hub's name after the maker. */
export function litgptName(repo: string): string {
  return repo.split('/').at(-1) ?? repo
}

/** The words after `litgpt` that train by this plan, with all numbers on the command line. */
export function litgptCommand({ choice, numbers }: TrainingPlan): string[] {
  const checkpoint = `checkpoints/${choice.model}`
  const pretrain = choice.method === 'pretrain'
  const verb = choice.method === 'full' ? 'finetune_full' : 'finetune_lora'
  return [
    ...(pretrain ? ['pretrain', litgptName(choice.model)] : [verb, checkpoint]),
    ...['--config', pretrain ? 'pretrain.yaml' : 'finetune.yaml'],
    ...['--precision', numbers.precision],
    ...['--devices', String(choice.devices), '--num_nodes', String(choice.nodes)],
    ...['--train.global_batch_size', String(numbers.globalBatch)],
    ...['--train.micro_batch_size', String(numbers.microBatch)],
    ...['--train.lr_warmup_steps', String(numbers.warmup)],
    ...['--train.max_seq_length', String(numbers.maxSeqLength)],
    ...(pretrain
      ? ['--train.max_tokens', String(numbers.maxTokens), '--tokenizer_dir', checkpoint]
      : ['--train.epochs', String(numbers.epochs)]),
    ...(pretrain ? ['--initial_checkpoint_dir', checkpoint] : []),
    ...(choice.method === 'qlora' ? ['--quantize', 'bnb.nf4'] : []),
    // Each device draws its own sample text at the end and they wait for each other for ever: none is drawn.
    ...(!pretrain && choice.devices * choice.nodes > 1 ? ['--eval.max_new_tokens', '1000000'] : []),
    ...(!pretrain && choice.accelerator === 'cpu' ? ['--data.num_workers', '0'] : []),
    ...['--out_dir', `out/${choice.method}`]
  ]
}
