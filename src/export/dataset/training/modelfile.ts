import type { PromptStyle } from './prompt-styles.ts'

const QUESTION = 'QUESTION'

/**
 * What Ollama is told of a trained model but where it is: train.sh puts that line before. The prompt is the
 * one that the model was trained with; a token that begins every text Ollama adds itself.
 */
export function modelfileText(style: PromptStyle): string {
  const whole = style.prompt(QUESTION, '').replace(/^<\|begin_of_text\|>/, '')
  const template = whole.replace(QUESTION, '{{ .Prompt }}')
  const stop = style.className === 'Alpaca' ? 'PARAMETER stop "### Instruction:"\n' : ''
  return `TEMPLATE """${template}"""\nPARAMETER temperature 0\n${stop}`
}
