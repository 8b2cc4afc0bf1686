import { rowsFile } from '../zip/row-file.ts'
import type { Trainer } from './trainer.ts'

/** Messages by upload: chat/ has that form already. */
export const openai: Trainer = {
  files: () => [],
  how: ({ content: { train } }) =>
    'upload `chat/train.jsonl`, and `chat/validation.jsonl` to check with, where a service takes ' +
    '`messages` as OpenAI does. Your text leaves your machine then.' +
    (train.length < 10
      ? ` OpenAI asks for 10 examples at least; here ${train.length === 1 ? 'is 1' : `are ${String(train.length)}`}.`
      : '')
}

/** Alpaca's three keys, a record a line. */
export const alpaca: Trainer = {
  files: ({ content }) => [
    rowsFile('alpaca/train.jsonl', content.train, ({ record }) => record),
    rowsFile('alpaca/validation.jsonl', content.validation, ({ record }) => record)
  ],
  how: () => '`alpaca/` holds `instruction`, `input` and `output`, a record a line.'
}

/** Conversations as ShareGPT has them. */
export const sharegpt: Trainer = {
  files: ({ content }) =>
    (['train', 'validation'] as const).map((split) =>
      rowsFile(`sharegpt/${split}.jsonl`, content[split], ({ record }) => {
        const { instruction, input, output } = record
        return {
          conversations: [
            { from: 'human', value: input === '' ? instruction : `${instruction}\n\n${input}` },
            { from: 'gpt', value: output }
          ]
        }
      })
    ),
  how: () => '`sharegpt/` holds `conversations` of `human` and `gpt`, a record a line.'
}
