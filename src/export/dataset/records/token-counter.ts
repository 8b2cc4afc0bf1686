import type { Tokenizer } from '@huggingface/tokenizers'
import { codes } from 'micromark-util-symbol'
import { say } from '../../../say/say.ts'
import { ExportError } from '../../contract.ts'
import { readTokenizer } from './read-tokenizer.ts'

declare module '../../contract.ts' {
  interface ExportInputExtras {
    /** The tokenizer.json of the model to train, to count tokens as it does; else they are estimated. */
    tokenizer?: TokenizerFile
  }
}

/** A model's tokenizer.json: its text, and a name to show. */
export interface TokenizerFile {
  name: string
  json: string
}

/** Counts tokens as some tokenizer makes them. */
export interface TokenCounter {
  /** Name of the encoding, or of the model's tokenizer. */
  name: string
  /** The tokenizer is the model's own, so its counts are what training will see. */
  exact: boolean
  count: (text: string) => number
}

/** A run without (or of nothing but) blanks from here on makes encoders quadratic. */
const LONG_RUN = 400
const SLICE = 256

/**
 * The counter of a model's own tokenizer.json, else an estimate: gpt-tokenizer with the encoding
 * o200k_base, whose vocabulary is as large as those of today's models. Older ones have none for blanks
 * in a row, and count tables and code twice. Throws `ExportError` where the file is no tokenizer.
 */
export async function tokenCounter(file?: TokenizerFile): Promise<TokenCounter> {
  if (file) return ownCounter(file)
  const { countTokens } = await import('gpt-tokenizer/encoding/o200k_base')
  const plain = { disallowedSpecial: new Set<string>() }
  const count = inSlices((text) => countTokens(text, plain))
  return { name: 'o200k_base', exact: false, count }
}

let last: { json: string; tokenizer: Tokenizer } | undefined

async function ownCounter({ name, json }: TokenizerFile): Promise<TokenCounter> {
  // Reading one takes up to a second, and the same comes with every question.
  const tokenizer = last?.json === json ? last.tokenizer : await load(name, json)
  last = { json, tokenizer }
  const encode = (text: string) => tokenizer.encode(text, { add_special_tokens: false })
  const count = inSlices((text) => refusing(name, () => encode(text).ids.length))
  count('A word.')
  return { name, exact: true, count }
}

async function load(name: string, json: string): Promise<Tokenizer> {
  const { Tokenizer } = await import('@huggingface/tokenizers')
  const parsed = refusing(name, () => readTokenizer(json))
  if (!parsed) throw unreadable(name)
  return refusing(name, () => new Tokenizer(parsed, {}))
}

function refusing<Value>(name: string, work: () => Value): Value {
  try {
    return work()
  } catch (error) {
    throw unreadable(name, error)
  }
}

/** What the library says is of use where it names what it does not know. */
function unreadable(name: string, error?: unknown): ExportError {
  if (!(error instanceof Error) || error instanceof TypeError) {
    return new ExportError(
      say(
        '{name} is no tokenizer that can be read here. Take the tokenizer.json from the page of the model on the Hugging Face hub, or leave it out: tokens are estimated then.',
        { name }
      )
    )
  }
  return new ExportError(
    say(
      '{name} is no tokenizer that can be read here ({why}). Take the tokenizer.json from the page of the model on the Hugging Face hub, or leave it out: tokens are estimated then.',
      { name, why: error.message }
    )
  )
}

/** Long runs are counted in slices: their tokens are few, and nothing waits for them. */
function inSlices(count: (text: string) => number): (text: string) => number {
  return (text) => {
    if (!hasLongRun(text)) return count(text)
    let tokens = 0
    for (let at = 0; at < text.length; at += SLICE) tokens += count(text.slice(at, at + SLICE))
    return tokens
  }
}

function hasLongRun(text: string): boolean {
  const isBlank = (at: number) => text.charCodeAt(at) <= codes.space
  let start = 0
  while (start + LONG_RUN <= text.length) {
    // From its end back: what differs there ends the run, and no run begins before it.
    let at = start + LONG_RUN - 1
    const isRun = isBlank(at)
    while (at > start && isBlank(at - 1) === isRun) at--
    if (at === start) return true
    start = at
  }
  return false
}

/** Beyond this many characters an estimate looks at the beginning of each text only. */
const SAMPLED = 400_000

/**
 * Tokens of each text, in order. An estimate of very much text is drawn from its beginnings. The
 * texts are gone through twice, so that nobody has to hold all of them.
 */
export function countAll(texts: Iterable<string>, { count, exact }: TokenCounter): number[] {
  let total = 0
  for (const { length } of texts) total += length
  if (exact || total <= SAMPLED) return Array.from(texts, count)
  const step = Math.ceil(total / SAMPLED)
  return Array.from(texts, (text) => {
    const part = text.slice(0, Math.ceil(text.length / step))
    return part === '' ? 0 : Math.round((count(part) * text.length) / part.length)
  })
}
