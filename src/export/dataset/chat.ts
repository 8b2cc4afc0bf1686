import type { TrainingRecord } from './training/training.ts'

/** A record as a line of chat/*.jsonl, for trainers that read messages; the input follows the instruction. */
export function chatLine({ instruction, input, output }: TrainingRecord): string {
  const content = input === '' ? instruction : `${instruction}\n\n${input}`
  return JSON.stringify({
    messages: [
      { role: 'user', content },
      { role: 'assistant', content: output }
    ]
  })
}
