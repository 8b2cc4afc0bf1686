import { say } from '../../../say/say.ts'
import { ExportError } from '../../contract.ts'
import { collect, type Collection, type CollectWish } from '../collect.ts'
import { withPassages } from '../items/card-passages.ts'
import {
  keepParagraphsApart,
  keysOn,
  type SharedParagraphs
} from '../split/remove-shared-paragraphs.ts'
import type { DatasetOptions } from '../options.ts'
import { cutChapters, cutPieces } from '../quality/cut-chapters.ts'
import type { OwnTexts } from '../quality/own-texts.ts'
import { tellsOnce } from '../quality/quality.ts'
import { tellOnce } from '../quality/tell-once.ts'
import type { Row } from './record.ts'
import { answerCounter, type AnswerTokens, rowsOf } from './rows.ts'
import { recordMaker } from '../items/templates.ts'
import { type Piece, textPieces } from './text-pieces.ts'
import type { TokenCounter } from './token-counter.ts'

/** The items of a dataset and the rows of its files. */
export interface ReadRows extends Collection {
  /** Rows of the files to train with, cards first. */
  train: Row[]
  validation: Row[]
  /** What stood on both sides. */
  shared: SharedParagraphs
  /** The text to pretrain on. */
  pieces: Piece[]
  answerTokens: AnswerTokens
}

/**
 * From a project to rows on two sides. In the preset *study* a document of so few chapters that single
 * paragraphs have to be checked with is asked for by paragraphs, too. Throws `ExportError` where no
 * sound dataset can be made.
 */
export function readRows(
  texts: OwnTexts,
  options: DatasetOptions,
  wish: CollectWish,
  counter: TokenCounter
): ReadRows {
  if (options.preset !== 'study') return read(texts, options, wish, counter, false)
  let byChapters: ReadRows | undefined
  try {
    byChapters = read(texts, options, wish, counter, false)
  } catch (error) {
    if (!(error instanceof ExportError)) throw error
  }
  if (byChapters && byChapters.level !== 'passages') return byChapters
  return read(texts, options, wish, counter, true)
}

function read(
  texts: OwnTexts,
  options: DatasetOptions,
  wish: CollectWish,
  counter: TokenCounter,
  asksBlocks: boolean
): ReadRows {
  const recordsOf = recordMaker(options, asksBlocks)
  const collection = collect(texts, options, wish, recordsOf)
  const whole = textPieces(texts.input.compilation, wish.guids, collection)
  const isMarked = options.validationFiles.length > 0
  const apart = keepParagraphsApart({ ...collection, pieces: whole }, recordsOf, isMarked)
  const { shared } = apart
  const pieces = cutPieces(apart.pieces, options, collection.leftOut.poor)
  const tidy = cutChapters(apart.samples, options, recordsOf)
  const once = tellsOnce(options) ? tellOnce(tidy, recordsOf) : { samples: tidy, left: [] }
  const poor = [...collection.leftOut.poor, ...once.left]
  const leftOut = { ...collection.leftOut, shared: shared.left, poor }
  const samples = withPassages(once.samples, texts.input, {
    options,
    keysOn: (side) => keysOn({ samples: once.samples, pieces }, side),
    isTooLong: wish.isTooLong,
    recordsOf
  })
  const answerTokens = answerCounter(samples, counter)
  const rows = rowsOf(samples, options, answerTokens)
  const train = rows.filter(({ item }) => item.split === 'train')
  const validation = rows.filter(({ item }) => item.split === 'validation')
  if (train.length === 0 || validation.length === 0) {
    throw new ExportError(
      say(
        'After what is too long or repeated was left out, one side of the dataset is empty: there must be something to learn from and something to check with. Put more into the dataset.'
      )
    )
  }
  return { ...collection, samples, leftOut, shared, pieces, train, validation, answerTokens }
}
