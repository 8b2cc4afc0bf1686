import { say, type Said } from '../../say/say.ts'
import type { TrainingRecord } from './records/record.ts'
import type { WordingName } from './items/wordings.ts'

/** How an item becomes a record: text with `{placeholders}` for each of the three keys (D2). */
export type Template = TrainingRecord

/** Those of a preset, or written over them. */
export type Templates = Partial<Record<WordingName, Template>>

export type PresetName = 'study' | 'instruct' | 'seed' | 'chat' | 'completion'

/** How the model is prompted: as Alpaca was, as its makers prompt it, or with the record alone. */
export type PromptChoice = 'alpaca' | 'model' | 'none'

/** A way to word records, for the kind of model that will read them. */
export interface Preset {
  name: PresetName
  label: Said
  /** For whom it is, in one line. */
  hint: Said
  prompt: PromptChoice
  templates: Templates
}

const chapter: Template = {
  instruction: 'file_id: {file_id}\nchapter_id: {chapter_id}\nchapter tree: {chapter_tree}',
  input: '',
  output: '{content}'
}

const asked = (instruction: string): Template => ({
  instruction,
  input: '{context}',
  output: '{content}'
})

const open: Template = { instruction: '{question}', input: '{passage}', output: '{answer}' }

const outline = asked('Write the outline of “{title}” in {file_id}.')
const next = asked('What comes after “{title}” in {file_id}?')

const block: Template = {
  instruction: 'Q={file_id}#block{N}',
  input: '{context}',
  output: '{content}'
}

/** The wordings to begin with, the usual one first. */
export const presets: Preset[] = [
  {
    name: 'instruct',
    label: say('Instruct'),
    hint: say('Question, context, answer: what LitGPT reads best with any model.'),
    prompt: 'alpaca',
    templates: {
      qa: { instruction: '{question}', input: '{context}', output: '{answer}' },
      'qa-passage': open,
      block,
      chapter,
      outline,
      next
    }
  },
  {
    name: 'study',
    label: say('Study'),
    hint: say('For plain documents: cards in several wordings, chapters asked for in plain words.'),
    prompt: 'alpaca',
    templates: {
      qa: { instruction: '{question}', input: '', output: '{answer}' },
      'qa-context': { instruction: '{question}', input: '{context}', output: '{answer}' },
      'qa-title': { instruction: 'About “{topic}”: {question}', input: '', output: '{answer}' },
      'qa-back': {
        instruction: 'What question about “{topic}” does this answer?',
        input: '{answer}',
        output: '{question}'
      },
      'qa-passage': open,
      gap: { instruction: 'Fill in the gap: {question}', input: '', output: '{answer}' },
      'gap-context': {
        instruction: 'What belongs where ____ stands?',
        input: '{context}\n\n{question}',
        output: '{answer}'
      },
      ask: {
        instruction: 'What is there to know about “{topic}”?',
        input: '{above}',
        output: '{content}'
      },
      'ask-question': { instruction: '{topic}', input: '{above}', output: '{text}' },
      name: { instruction: 'Which title fits this text?', input: '{text}', output: '{topic}' },
      'go-on': {
        instruction: 'How does this go on in “{topic}”? {beginning} …',
        input: '{above}',
        output: '{content}'
      },
      block,
      chapter,
      outline,
      next
    }
  },
  {
    name: 'seed',
    label: say('Seed'),
    hint: say('The original words: Q: and A: for cards, Q=<id> and A= for blocks.'),
    prompt: 'alpaca',
    templates: {
      qa: { instruction: 'Q: {question}', input: '{context}', output: 'A: {answer}' },
      'qa-passage': { instruction: 'Q: {question}', input: '{passage}', output: 'A: {answer}' },
      block: { instruction: 'Q={file_id}#block{N}', input: '{context}', output: 'A={content}' },
      chapter,
      outline,
      next
    }
  },
  {
    name: 'chat',
    label: say('Chat'),
    hint: say('Questions as they are, prompted as the makers of the model do.'),
    prompt: 'model',
    templates: {
      qa: { instruction: '{question}', input: '{context}', output: '{answer}' },
      'qa-passage': open,
      block,
      chapter,
      outline,
      next
    }
  },
  {
    name: 'completion',
    label: say('Completion'),
    hint: say('For base models: the text simply goes on, nothing is put around it.'),
    prompt: 'none',
    templates: {
      qa: { instruction: '{context}\nQ: {question}\nA:', input: '', output: ' {answer}' },
      'qa-passage': {
        instruction: '{passage}\n\nQ: {question}\nA:',
        input: '',
        output: ' {answer}'
      },
      block: { instruction: 'Q={file_id}#block{N}\nA=', input: '', output: '{content}' },
      chapter: {
        // No line ends at the end of a prompt: shells drop them from what is typed.
        instruction: '{file_id} {chapter_id}: {chapter_tree}',
        input: '',
        output: '\n\n{content}'
      },
      outline: { instruction: 'Outline of {chapter_tree}:', input: '', output: '\n{content}' },
      next: { instruction: 'After {chapter_tree} comes:', input: '', output: ' {content}' }
    }
  }
]

/** A preset by its name; the usual one where there is none of that name. */
export function presetOf(name: string): Preset {
  const [usual] = presets
  const found = presets.find((preset) => preset.name === name) ?? usual
  if (!found) throw new Error('There are no presets.')
  return found
}
