import { say } from '../../../say/say.ts'
import type { ExportPlot } from '../../contract.ts'
import { lengthLimit } from './length-limit.ts'
import type { DatasetStats } from './training.ts'

/** How long the records are, beside what a model reads at once. */
export function recordPlot(
  model: string,
  stats: Pick<DatasetStats, 'recordTokens' | 'promptTokens'>
): ExportPlot {
  return {
    kind: 'histogram',
    title: say('Length of the records'),
    unit: say('tokens'),
    values: stats.recordTokens,
    limit: lengthLimit(model, stats)
  }
}
