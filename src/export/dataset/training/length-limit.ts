import { say } from '../../../say/say.ts'
import type { DatasetStats } from './training.ts'
import { findModel } from './models.ts'
import { USUAL_BLOCK_SIZE } from './sizes.ts'

/** The most tokens of a record that a model reads, its prompt aside, and words for it. */
export function lengthLimit(repo: string, { promptTokens }: Pick<DatasetStats, 'promptTokens'>) {
  const model = findModel(repo)
  const blockSize = model?.blockSize ?? USUAL_BLOCK_SIZE
  const value = Math.max(0, blockSize - promptTokens)
  const numbers = { value, blockSize, promptTokens }
  return {
    value,
    label: model
      ? say(
          'Limit {value}: this model reads {blockSize} tokens at once, and the prompt takes {promptTokens}; longer records are cut off. Training makes only as much room as the longest record needs.',
          numbers
        )
      : say(
          'Limit {value}: a model that is not in our list is taken to read {blockSize} tokens at once, and the prompt takes {promptTokens}; longer records are cut off. Training makes only as much room as the longest record needs.',
          numbers
        )
  }
}
