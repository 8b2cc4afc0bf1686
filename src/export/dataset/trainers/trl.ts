import { gathered, LORA, type Trainer, type TrainerRun } from './trainer.ts'
import { trlPy } from './trl-py.ts'

/** A program that trains with TRL, and leaves one model that others read. */
export const trl: Trainer = {
  files: (run) => [
    { path: 'trl/train.py', text: [trlPy.replace('@SETTINGS@', () => settings(run))] }
  ],
  how: () =>
    '`pip install "trl==1.16.0" "peft==0.21.2"`, then `python trl/train.py`; its first lines name the choices. The model comes into `out/trl-…/model`.'
}

/** JSON in a raw string of Python: numbers, and a name that holds neither quotes nor backslashes. */
function settings({ plan, method }: TrainerRun): string {
  const { numbers, choice } = plan
  return JSON.stringify({
    MODEL: choice.model,
    METHOD: method,
    EPOCHS: numbers.epochs,
    RATE: numbers.learningRate,
    MICRO: numbers.microBatch,
    GATHER: gathered(plan),
    WARMUP: numbers.warmup,
    RANK: LORA.rank,
    ALPHA: LORA.alpha,
    DROPOUT: LORA.dropout
  })
}
