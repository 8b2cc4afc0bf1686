import {
  ankiDelivery,
  datasetStats,
  estimateTokens,
  ExportError,
  exporters,
  type Exporter,
  type ExportContext,
  type ExportInput
} from '../laegna.ts'
import { checkFiles } from './check-files.ts'
import { LedgerKeeper } from './ledger-keeper.ts'
import type {
  ExportAnswer,
  ExporterInfo,
  ExportOrder,
  ExportRequest,
  ReadProject
} from './messages.ts'
import { serve, type Progress, type Served } from './serve.ts'

let project: ReadProject | undefined
const ledgers = new LedgerKeeper()

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
      const { input, context } = await read(request.order, progress)
      const stats = await datasetStats(input, request.order.options, context)
      return { answer: { kind: 'stats', stats } }
    }
    case 'preview': {
      const { input, context } = await read(request.order, progress)
      const exporter = exporterOf(request.order.exporter)
      const preview = await exporter.preview(input, request.order.options, context)
      const changes = exporter.group === 'anki' ? ledgers.compare(input) : undefined
      return { answer: { kind: 'previewed', preview, ...(changes && { changes }) } }
    }
    case 'export': {
      const { input, context } = await read(request.order, progress)
      const { exporter, options } = request.order
      const { ledger, ...result } = await exporterOf(exporter).run(input, options, context)
      await checkFiles(result.files)
      if (ledger) ledgers.hold(request.order.project, ledger)
      const transfer = result.files.map(({ bytes }) => bytes.buffer)
      return { answer: { kind: 'exported', result }, transfer }
    }
    case 'deliver': {
      const { input, context } = await read(request.order, progress)
      const { delivery, ledger } = await ankiDelivery(input, request.order.options, context)
      ledgers.hold(request.order.project, ledger)
      const transfer = delivery.media.map(({ bytes }) => bytes.buffer)
      return { answer: { kind: 'delivered', delivery }, transfer }
    }
    case 'tokens':
      return { answer: { kind: 'tokens', tokens: await estimateTokens(request.texts) } }
    case 'changes': {
      const { of, from, count } = request
      return { answer: { kind: 'changes', cards: ledgers.list(of, from, count) } }
    }
    case 'keep':
      await ledgers.keep()
      return { answer: { kind: 'kept' } }
  }
}

/** What an order is about: the project that is held, and what is known of its earlier exports. */
async function read(order: ExportOrder, progress: Progress) {
  const { name, settings, media, tokenizer, now, seed } = order
  if (!project) throw new Error('The project has not arrived.')
  const input: ExportInput = {
    name,
    ...project,
    ...(await ledgers.read(order.project)),
    ...(settings && { settings }),
    ...(media && { media }),
    ...(tokenizer && { tokenizer })
  }
  const context: ExportContext = { now: new Date(now), seed, progress }
  return { input, context }
}

function exporterOf(id: string): Exporter {
  const exporter = exporters.find((other) => other.id === id)
  if (!exporter) throw new Error(`There is no exporter ${id}.`)
  return exporter
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
