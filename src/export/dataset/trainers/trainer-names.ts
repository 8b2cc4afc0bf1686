import { say } from '../../../say/say.ts'

/** The programs and forms beside LitGPT, in the order in which they are offered. */
export const trainerChoices = [
  {
    name: 'trl',
    label: 'TRL',
    hint: say('A script for Hugging Face’s own trainer.')
  },
  { name: 'axolotl', label: 'Axolotl', hint: say('A configuration for NVIDIA cards.') },
  {
    name: 'llama-factory',
    label: 'LLaMA-Factory',
    hint: say('Configurations for records and for plain text.')
  },
  {
    name: 'unsloth',
    label: 'Unsloth',
    hint: say('A notebook for a free graphics card in the cloud.')
  },
  { name: 'mlx', label: 'MLX-LM', hint: say('For Macs with Apple’s own processors.') },
  {
    name: 'openai',
    label: 'Upload',
    hint: say('Messages, as OpenAI and others take them by upload.')
  },
  { name: 'alpaca', label: 'Alpaca', hint: say('One more copy: instruction, input, output.') },
  {
    name: 'sharegpt',
    label: 'ShareGPT',
    hint: say('One more copy: conversations of human and gpt.')
  }
] as const

export type TrainerName = (typeof trainerChoices)[number]['name']

/** Those that need no copy of the records but LLaMA-Factory’s, which asks for its own keys. */
export const usualTrainers: TrainerName[] = ['trl', 'axolotl', 'llama-factory', 'unsloth']
