import { say, type Said } from '../../../say/say.ts'
import type { Model } from './training.ts'

/** Makers who ask for consent before a download. */
const GATED = ['meta-llama/', 'google/']

/** Licences as the makers state them on the hub, by the beginning of the name; all others are Apache-2.0. */
const LICENCES: [begin: string, licence: string][] = [
  ['meta-llama/Llama-3.2', 'Llama 3.2 Community'],
  ['google/gemma', 'Gemma terms'],
  ['microsoft/phi', 'MIT'],
  ['Qwen/Qwen2.5-3B', 'Qwen Research']
]

/** Name, millions of parameters, most tokens at once, prompt style: as LitGPT 0.5.13 lists them. */
const LISTED: [repo: string, millions: number, blockSize: number, promptStyle: string][] = [
  ['EleutherAI/pythia-14m', 14.1, 512, 'Default'],
  ['EleutherAI/pythia-31m', 30.5, 1024, 'Default'],
  ['EleutherAI/pythia-70m', 70.4, 2048, 'Default'],
  ['EleutherAI/pythia-160m', 162.3, 2048, 'Default'],
  ['HuggingFaceTB/SmolLM2-135M', 162.8, 8192, 'Default'],
  ['HuggingFaceTB/SmolLM2-135M-Instruct', 162.8, 8192, 'SmolLM2'],
  ['keeeeenw/MicroLlama', 304.6, 2048, 'Default'],
  ['EleutherAI/pythia-410m', 405.3, 2048, 'Default'],
  ['HuggingFaceTB/SmolLM2-360M', 409, 8192, 'Default'],
  ['HuggingFaceTB/SmolLM2-360M-Instruct', 409, 8192, 'SmolLM2'],
  ['Qwen/Qwen2.5-0.5B', 630.2, 32768, 'Qwen2_5'],
  ['Qwen/Qwen2.5-0.5B-Instruct', 630.2, 32768, 'Qwen2_5'],
  ['Qwen/Qwen3-0.6B', 751.6, 40960, 'Qwen3'],
  ['Qwen/Qwen3-0.6B-Base', 751.6, 40960, 'Qwen3'],
  ['EleutherAI/pythia-1b', 1011.8, 2048, 'Default'],
  ['TinyLlama/TinyLlama-1.1B-Chat-v1.0', 1100, 2048, 'TinyLlama'],
  ['TinyLlama/TinyLlama-1.1B-intermediate-step-1431k-3T', 1100, 2048, 'Default'],
  ['allenai/OLMo-1B-hf', 1279.8, 2048, 'OLMo'],
  ['google/gemma-3-1b-it', 1301.9, 131072, 'Gemma'],
  ['microsoft/phi-1_5', 1418.3, 2048, 'Phi1'],
  ['meta-llama/Llama-3.2-1B', 1498.5, 131072, 'Default'],
  ['meta-llama/Llama-3.2-1B-Instruct', 1498.5, 131072, 'Llama3'],
  ['Qwen/Qwen2.5-1.5B', 1777.1, 131072, 'Qwen2_5'],
  ['Qwen/Qwen2.5-1.5B-Instruct', 1777.1, 131072, 'Qwen2_5'],
  ['HuggingFaceTB/SmolLM2-1.7B', 1812, 8192, 'Default'],
  ['HuggingFaceTB/SmolLM2-1.7B-Instruct', 1812, 8192, 'SmolLM2'],
  ['Qwen/Qwen3-1.7B', 2031.7, 40960, 'Qwen3'],
  ['Qwen/Qwen3-1.7B-Base', 2031.7, 40960, 'Qwen3'],
  ['microsoft/phi-2', 2779.7, 2048, 'Phi2'],
  ['google/gemma-2-2b', 3204.2, 8192, 'Default'],
  ['google/gemma-2-2b-it', 3204.2, 8192, 'Gemma'],
  ['Qwen/Qwen2.5-3B', 3397.1, 32768, 'Qwen2_5'],
  ['Qwen/Qwen2.5-3B-Instruct', 3397.1, 32768, 'Qwen2_5'],
  ['meta-llama/Llama-3.2-3B', 3606.8, 131072, 'Default'],
  ['meta-llama/Llama-3.2-3B-Instruct', 3606.8, 131072, 'Llama3']
]

/** Small models that LitGPT trains, the smallest first. It knows more. */
export const models: Model[] = LISTED.map(([repo, millions, blockSize, promptStyle]) => ({
  repo,
  millions,
  blockSize,
  promptStyle,
  gated: GATED.some((maker) => repo.startsWith(maker)),
  licence: LICENCES.find(([begin]) => repo.startsWith(begin))?.[1] ?? 'Apache-2.0'
}))

/**
 * Its size in words. LitGPT keeps a model's table of words at both ends, also where the maker shares one
 * between them: so much more than the name says has to fit into memory.
 */
export function parametersOf({ repo, millions }: Model): Said {
  const [, count, unit] = /(\d+(?:\.\d+)?)([mb])(?![a-z])/i.exec(repo) ?? []
  const named = Number(count) * (unit?.toLowerCase() === 'b' ? 1000 : 1)
  const rounded = { millions: Math.round(millions) }
  return millions > 1.1 * named
    ? say('{millions} million parameters in LitGPT, which keeps the table of words twice', rounded)
    : say('{millions} million parameters', rounded)
}

/** Why a name cannot stand on the hub; nothing where it can. The scripts hold it between quotes: it must not hold any. */
export function nameTrouble(repo: string): Said | undefined {
  if (/^\w[\w.-]*\/\w[\w.-]*$/.test(repo)) return undefined
  return say('“{repo}” is no model’s name on the Hugging Face hub, like maker/model.', { repo })
}

/** A model by its name on the hub, or nothing where it is not in the list. */
export function findModel(repo: string): Model | undefined {
  return models.find((model) => model.repo === repo)
}
