import type { TrainingRecord } from './record.ts'

/** A line of chat/*.jsonl. */
export interface ChatRow {
  messages: [{ role: 'user'; content: string }, { role: 'assistant'; content: string }]
}

/** A record as messages, for trainers that read those; the input follows the instruction. */
export function chatRow({ instruction, input, output }: TrainingRecord): ChatRow {
  const content = input === '' ? instruction : `${instruction}\n\n${input}`
  return {
    messages: [
      { role: 'user', content },
      { role: 'assistant', content: output }
    ]
  }
}
