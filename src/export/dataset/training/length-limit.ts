import type { DatasetStats } from './training.ts'
import { findModel } from './models.ts'
import { USUAL_BLOCK_SIZE } from './sizes.ts'

/** The most tokens of a record that a model reads, its prompt aside, and words for it. */
export function lengthLimit(repo: string, { promptTokens }: Pick<DatasetStats, 'promptTokens'>) {
  const model = findModel(repo)
  const blockSize = model?.blockSize ?? USUAL_BLOCK_SIZE
  const said = (tokens: number) => tokens.toLocaleString('en')
  const value = Math.max(0, blockSize - promptTokens)
  const reads = model ? 'this model reads' : 'a model that is not in our list is taken to read'
  return {
    value,
    label:
      `${said(value)}: ${reads} ${said(blockSize)} tokens at once, and the prompt takes ` +
      `${said(promptTokens)}; longer records are cut off. ` +
      'Training makes only as much room as the longest record needs'
  }
}
