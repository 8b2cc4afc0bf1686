import {
  ankiDelivery,
  datasetStats,
  ExportError,
  exporters,
  type Exporter,
  type ExportContext,
  type ExportInput
} from '../laegna.ts'
import type {
  ExportAnswer,
  ExporterInfo,
  ExportOrder,
  ExportRequest,
  ReadProject
} from './messages.ts'
import { serve, type Progress, type Served } from './serve.ts'

let project: ReadProject | undefined

serve<{ request: ExportRequest; answer: ExportAnswer }>(
  answer,
  (error) => error instanceof ExportError
)

async function answer(request: ExportRequest, progress: Progress): Promise<Served<ExportAnswer>> {
  switch (request.kind) {
    case 'list':
      return { answer: { kind: 'listed', exporters: exporters.map(infoOf) } }
    case 'take':
      project = await nextMessage(request.from)
      return { answer: { kind: 'taken' } }
    case 'stats': {
      const { input, options, context } = read(request.order, progress)
      return { answer: { kind: 'stats', stats: await datasetStats(input, options, context) } }
    }
    case 'preview': {
      const { exporter, input, options, context } = read(request.order, progress)
      const preview = await exporter.preview(input, options, context)
      return { answer: { kind: 'previewed', preview } }
    }
    case 'export': {
      const { exporter, input, options, context } = read(request.order, progress)
      const result = await exporter.run(input, options, context)
      const transfer = result.files.map(({ bytes }) => bytes.buffer)
      return { answer: { kind: 'exported', result }, transfer }
    }
    case 'deliver': {
      const { input, options } = read(request.order, progress)
      const delivery = ankiDelivery(input, options)
      const transfer = delivery.media.map(({ bytes }) => bytes.buffer)
      return { answer: { kind: 'delivered', delivery }, transfer }
    }
  }
}

/** An order with the project that it is about. */
function read(order: ExportOrder, progress: Progress) {
  const { exporter: id, options, now, seed, ...rest } = order
  const exporter = exporters.find((other) => other.id === id)
  if (!exporter) throw new Error(`There is no exporter ${id}.`)
  if (!project) throw new Error('The project has not arrived.')
  const input: ExportInput = { ...rest, ...project }
  const context: ExportContext = { now: new Date(now), seed, progress }
  return { exporter, input, options, context }
}

function nextMessage(port: MessagePort): Promise<ReadProject> {
  return new Promise((resolve) => {
    port.onmessage = ({ data }: MessageEvent<ReadProject>) => {
      port.close()
      resolve(data)
    }
  })
}

/** Functions cannot be posted. */
function infoOf(exporter: Exporter): ExporterInfo {
  const { id, group, label, noun, description, extension, defaults, fields } = exporter
  return { id, group, label, noun, description, extension, defaults, fields }
}
