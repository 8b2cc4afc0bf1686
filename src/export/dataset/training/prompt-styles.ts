import { presetOf, type PresetName, type PromptChoice } from '../presets.ts'
import { findModel } from './models.ts'

/** How LitGPT puts a record before a model. */
export interface PromptStyle {
  /** Its class in LitGPT: `litgpt.prompts.Alpaca`. */
  className: string
  /** Whether a record's input is put in; the others leave it out. */
  readsInput: boolean
  /** What the model reads before it answers. */
  prompt(instruction: string, input: string): string
}

const ALPACA = {
  alone: 'Below is an instruction that describes a task. ',
  paired:
    'Below is an instruction that describes a task, paired with an input that provides further context. ',
  end: 'Write a response that appropriately completes the request.\n\n'
}

/**
 * An instruction with its input for `litgpt generate`, which takes no input: with `system` in place
 * of the first words the model reads exactly what it was trained on.
 */
export function alpacaWithInput(instruction: string, input: string) {
  return { prompt: `${instruction}\n\n### Input:\n${input}`, system: ALPACA.paired + ALPACA.end }
}

const alpaca: PromptStyle = {
  className: 'Alpaca',
  readsInput: true,
  prompt: (instruction, input) =>
    input === ''
      ? `${ALPACA.alone}${ALPACA.end}### Instruction:\n${instruction}\n\n### Response:\n`
      : `${ALPACA.paired}${ALPACA.end}### Instruction:\n${instruction}\n\n### Input:\n${input}\n\n### Response:\n`
}

function style(className: string, prompt: (instruction: string) => string): PromptStyle {
  return { className, readsInput: false, prompt }
}

const chatMl = (className: string, system: string): PromptStyle =>
  style(
    className,
    (instruction) =>
      (system && `<|im_start|>system\n${system}<|im_end|>\n`) +
      `<|im_start|>user\n${instruction}<|im_end|>\n<|im_start|>assistant\n`
  )

/** The styles of the listed models, word for word as in LitGPT 0.5.13; a test asks it. */
export const promptStyles: PromptStyle[] = [
  alpaca,
  style('Default', (instruction) => instruction),
  chatMl('SmolLM2', 'You are a helpful AI assistant named SmolLM, trained by Hugging Face'),
  chatMl('Qwen2_5', 'You are Qwen, created by Alibaba Cloud. You are a helpful assistant.'),
  chatMl('Qwen3', ''),
  style(
    'TinyLlama',
    (instruction) =>
      '<|system|>\nYou are a friendly chatbot who always gives helpful, detailed, and polite answers.</s>\n' +
      `<|user|>\n${instruction}</s>\n<|assistant|>\n`
  ),
  style('OLMo', (instruction) => `<|endoftext|><|user|>\n${instruction}\n<|assistant|>\n`),
  style(
    'Gemma',
    (instruction) => `<start_of_turn>user\n${instruction}<end_of_turn>\n<start_of_turn>model\n`
  ),
  style(
    'Llama3',
    (instruction) =>
      '<|begin_of_text|><|start_header_id|>system<|end_header_id|>\n\nYou are a helpful assistant.<|eot_id|>' +
      `<|start_header_id|>user<|end_header_id|>\n\n${instruction}<|eot_id|>` +
      '<|start_header_id|>assistant<|end_header_id|>\n\n'
  ),
  style('Phi1', (instruction) => `${instruction}\n\nAnswer:`),
  style('Phi2', (instruction) => `Instruct: ${instruction}\nOutput:`)
]

/** What decides on the style. */
export interface PromptWish {
  preset: PresetName | 'auto'
  /** `preset`: as the preset says. */
  prompt: PromptChoice | 'preset'
  /** Name on the hub. */
  model: string
}

/**
 * The style for these choices. A base model has no style of its own, nor does one that is not in
 * the list: where theirs is asked for, they get Alpaca's.
 */
export function promptStyleFor({ preset, prompt, model }: PromptWish): PromptStyle {
  const choice = prompt === 'preset' ? presetOf(preset).prompt : prompt
  const own = findModel(model)?.promptStyle
  const wanted = choice === 'none' ? 'Default' : own === 'Default' ? undefined : own
  if (choice === 'alpaca' || wanted === undefined) return alpaca
  return promptStyles.find(({ className }) => className === wanted) ?? alpaca
}
