import { datasetStats, ExportError, exporters, type Exporter } from '../laegna.ts'
import type { ExportAnswer, ExporterInfo, ExportRequest } from './messages.ts'
import { serve, type Progress, type Served } from './serve.ts'

serve<{ request: ExportRequest; answer: ExportAnswer }>(
  answer,
  (error) => error instanceof ExportError
)

async function answer(request: ExportRequest, progress: Progress): Promise<Served<ExportAnswer>> {
  switch (request.kind) {
    case 'list':
      return {
        answer: {
          kind: 'listed',
          exporters: exporters.map(infoOf)
        }
      }
    case 'stats': {
      const { input, options, seed } = request
      return { answer: { kind: 'stats', stats: await datasetStats(input, options, { seed }) } }
    }
    case 'export': {
      const exporter = exporters.find(({ id }) => id === request.exporter)
      if (!exporter) throw new Error(`There is no exporter ${request.exporter}.`)
      const context = { now: new Date(request.now), seed: request.seed, progress }
      const result = await exporter.run(request.input, request.options, context)
      const transfer = result.files.map(({ bytes }) => bytes.buffer)
      return { answer: { kind: 'exported', result }, transfer }
    }
  }
}

/** Functions cannot be posted. */
function infoOf(exporter: Exporter): ExporterInfo {
  const { id, group, label, noun, description, extension, defaults, fields } = exporter
  return { id, group, label, noun, description, extension, defaults, fields }
}
