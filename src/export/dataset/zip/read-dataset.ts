import type { Card } from '../../../document/model.ts'
import { isPlain } from '../../../render/clean-text.ts'
import { cardIdentities } from '../../anki/deck/anki-notes.ts'
import type { ExportInput } from '../../contract.ts'
import { askedCards } from '../items/asked-cards.ts'
import { keepingChunks } from '../items/paragraphs.ts'
import type { TrainingRecord } from '../records/record.ts'
import { sourceHashes } from '../items/items.ts'
import { licensesOf } from './licenses.ts'
import { datasetOptions } from '../options-schema.ts'
import type { DatasetOptions } from '../options.ts'
import { promptTokens } from '../records/prompt-tokens.ts'
import { withoutMdxComments } from '../quality/mdx-comments.ts'
import { withOwnTexts } from '../quality/own-texts.ts'
import { tellsOnce } from '../quality/quality.ts'
import type { PretrainingText } from '../records/text-pieces.ts'
import { type ReadRows, readRows } from '../records/read-rows.ts'
import { presetFor } from '../items/templates.ts'
import { tokenCounter, type TokenCounter } from '../records/token-counter.ts'
import { findModel } from '../training/models.ts'
import { MARGIN, USUAL_BLOCK_SIZE } from '../training/sizes.ts'

/** The dataset before it is written to files. */
export interface DatasetContent extends Omit<ReadRows, 'pieces'> {
  options: DatasetOptions
  /** Markdown files that it was made of. */
  files: number
  counter: TokenCounter
  /** Tokens that the chosen model reads at once, as far as is known. */
  blockSize: number
  /** Of the sources, by path. */
  hashes: ReadonlyMap<string, string>
  /** Of the project's cards, in their order. */
  guids: string[]
  /** What the cards ask. */
  cards: Card[]
  text: PretrainingText
  /** Licences that the files name, and how many name none. */
  licenses: { named: string[]; without: number }
}

/** Reads a project as a dataset. Throws `ExportError` where no sound one can be made of it. */
export async function readDataset(
  project: ExportInput,
  wishes: Partial<DatasetOptions>,
  seed: number
): Promise<DatasetContent> {
  const options = datasetOptions(wishes)
  options.preset = presetFor(options.preset, project.compilation)
  options.validationFiles = marksHere(options.validationFiles, project)
  const counter = await tokenCounter(project.tokenizer)
  const blockSize = findModel(options.model)?.blockSize ?? USUAL_BLOCK_SIZE
  const guids = cardIdentities(project)
  const asked = askedCards(project.compilation.cards, guids)
  const compilation = withoutMdxComments({ ...project.compilation, cards: asked.cards })
  const whole = { ...project, compilation }
  const texts = tellsOnce(options) ? withOwnTexts(whole) : { input: whole, own: new Set<string>() }
  const { input } = texts
  const hashes = await sourceHashes(input.files)
  const isTooLong = lengthRule(options, counter, blockSize)
  const wish = { guids: asked.guids, hashes, seed, isTooLong }
  const { pieces, ...read } = keepingChunks(() => readRows(texts, options, wish, counter))
  const text = {
    train: pieces.filter(({ split }) => split === 'train'),
    validation: pieces.filter(({ split }) => split === 'validation')
  }
  const files = input.files.length
  const { cards } = asked
  const licenses = licensesOf(input.compilation.files)
  const known = { options, files, licenses, counter, blockSize, hashes, guids, cards }
  return { ...read, ...known, text }
}

/**
 * Marks of files that are there. Those of files that went, or of another project, count no more: no
 * list shows them. A single file cannot be marked, because nothing would be left to train on.
 */
function marksHere(marked: string[], { files }: ExportInput): string[] {
  if (files.length < 2) return []
  const paths = new Set(files.map(({ path }) => path))
  return marked.filter((path) => paths.has(path))
}

/** Whether a record is longer than the model reads; a text of few bytes never is. */
function lengthRule(
  options: DatasetOptions,
  counter: TokenCounter,
  blockSize: number
): (record: TrainingRecord) => boolean {
  const most = blockSize / (counter.exact ? 1 : MARGIN)
  const around = promptTokens(options, counter)
  // The records of an item have the same output.
  let last = { output: '', tokens: 0 }
  const tokensOf = (output: string): number => {
    if (output !== last.output) last = { output, tokens: countOne(output, counter) }
    return last.tokens
  }
  return ({ instruction, input, output }) => {
    // No tokenizer makes more tokens than a text has bytes.
    const bytes = mostBytes(instruction) + mostBytes(input) + mostBytes(output)
    if (around + bytes <= most) return false
    const prompt = countOne(instruction, counter) + countOne(input, counter)
    return around + prompt + tokensOf(output) > most
  }
}

/** Bytes of a text in UTF-8, at most. */
function mostBytes(text: string): number {
  return isPlain(text) ? text.length : 3 * text.length
}

/** An estimate goes by the beginning of a long text: to count many chapters whole takes long. */
function countOne(text: string, { exact, count }: TokenCounter): number {
  if (exact || text.length <= BEGINNING) return count(text)
  return Math.round((count(text.slice(0, BEGINNING)) * text.length) / BEGINNING)
}

const BEGINNING = 2000
