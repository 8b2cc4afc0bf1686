import {
  ankiDelivery,
  cardIdentities,
  datasetStats,
  estimateTokens,
  examQuestions,
  ExportError,
  exporters,
  type Comparable,
  type Exporter,
  type ExportContext,
  type ExportFile,
  type ExportInput,
  type Ledger,
  type LedgerComparison
} from '../../laegna.ts'
import { UnreadableLedger } from '../../storage/ledgers.ts'
import { checkFiles } from '../reader/check-files.ts'
import { askDrawings } from '../protocol/drawing-line.ts'
import { EarlierExport } from './earlier-export.ts'
import { LedgerKeeper } from './ledger-keeper.ts'
import type {
  ExportAnswer,
  ExporterInfo,
  ExportOrder,
  ExportRequest,
  ReadProject
} from '../protocol/messages.ts'
import { ProjectMedia } from '../reader/project-media.ts'
import { serve, type Progress, type Served } from '../protocol/serve.ts'
import { ZipParts } from './zip-parts.ts'

let project: ReadProject | undefined
/** Projects that came so far: each is another. */
let takes = 0
const ledgers = new LedgerKeeper()
const media = new ProjectMedia()
const earlierExport = new EarlierExport()
const zip = new ZipParts()

serve<{ request: ExportRequest; answer: ExportAnswer }>(
  answer,
  (error) => error instanceof ExportError || error instanceof UnreadableLedger
)

async function answer(request: ExportRequest, progress: Progress): Promise<Served<ExportAnswer>> {
  switch (request.kind) {
    case 'list':
      return { answer: { kind: 'listed', exporters: exporters.map(infoOf) } }
    case 'take':
      project = await nextMessage(request.from)
      takes += 1
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
      if (!exporter.tracksCards) return { answer: { kind: 'previewed', preview } }
      const { comparison, shared } = await compared(input, request.order)
      const said = [...shared, ...preview.said]
      const changes = countsOf(comparison)
      return { answer: { kind: 'previewed', preview: { ...preview, said }, changes } }
    }
    case 'export': {
      const { input, context } = await readToWrite(request.order, progress)
      const { options, place } = request.order
      const exporter = exporterOf(request.order.exporter)
      const drawing = { ...context, ...drawingOver(request.drawings) }
      const exported = await exporter.run(input, options, drawing)
      const { ledger, said: notes = [] } = exported
      // The browser keeps blobs elsewhere: a large file must not stand here twice.
      const next = exporter.next?.(exported.files[0]?.name ?? '', place, options)
      const files = exported.files.splice(0).map(blobOf)
      await checkFiles(files)
      const gone = goneSince(input.ledger, ledger)
      const held = ledger && { held: ledgers.hold(request.order.project, ledger) }
      return { answer: { kind: 'exported', written: { files, notes, next, gone, ...held } } }
    }
    case 'deliver': {
      const { input, context } = await readToWrite(request.order, progress)
      const drawing = { ...context, ...drawingOver(request.drawings) }
      const { delivery, ledger } = await ankiDelivery(input, request.order.options, drawing)
      delivery.said = [...(await compared(input, request.order)).shared, ...delivery.said]
      const held = ledgers.hold(request.order.project, ledger)
      const transfer = delivery.media.map(({ bytes }) => bytes.buffer)
      return { answer: { kind: 'delivered', delivered: { delivery, held } }, transfer }
    }
    case 'exam': {
      const { input, context } = await read(request.order, progress)
      const { options } = request.order
      const questions = await examQuestions(input, options, context.seed, request.sample)
      return { answer: { kind: 'exam', questions } }
    }
    case 'known': {
      const { input } = await read(request.order, progress)
      const guids = cardIdentities(input)
      const cards = input.compilation.cards.map(({ path, question, answer, gaps }, at) => {
        return { guid: guids[at] ?? '', path, question, answer, ...(gaps && { gaps }) }
      })
      return { answer: { kind: 'known', cards } }
    }
    case 'tokens':
      return { answer: { kind: 'tokens', tokens: await estimateTokens(request.texts) } }
    case 'earlier': {
      const { report, comparison } = await look(request.order, progress)
      return { answer: { kind: 'earlier', report, changes: countsOf(comparison) } }
    }
    case 'adopt': {
      // Another tab may have exported while somebody looked.
      earlierExport.forget()
      const { ledger, before } = await look(request.order, progress)
      await ledgers.put(request.order.project, ledger)
      return { answer: { kind: 'adopted', adopted: { before, after: ledger } } }
    }
    case 'renew':
      return { answer: { kind: 'adopted', adopted: await ledgers.renew(request.project) } }
    case 'learn': {
      const adopted = await ledgers.learn(request.project, request.ledger)
      return { answer: { kind: 'adopted', adopted } }
    }
    case 'ledger-trouble': {
      const { trouble } = await ledgers.read(request.project)
      return { answer: { kind: 'ledger-trouble', ...(trouble !== undefined && { trouble }) } }
    }
    case 'put-back':
      await ledgers.putBack(request.project, request.adopted)
      return { answer: { kind: 'kept' } }
    case 'changes': {
      const { of, from, count, order } = request
      const comparison = order.earlier
        ? (await look(order, progress)).comparison
        : ledgers.compare(await comparable((await read(order, progress)).input, order))
      const cards = comparison[of].slice(from, from + count)
      return { answer: { kind: 'changes', cards } }
    }
    case 'parts': {
      const { input, context } = await read(request.order, progress)
      const { exporter, options, now: _now, ...rest } = request.order
      const key = JSON.stringify([takes, exporter, options, rest])
      const write = async () => (await exporterOf(exporter).run(input, options, context)).files
      return { answer: { kind: 'parts', parts: await zip.list(key, write) } }
    }
    case 'part':
      return { answer: { kind: 'part', file: await zip.take(request.path) } }
    case 'recount':
      ledgers.recount()
      return { answer: { kind: 'kept' } }
    case 'keep':
      await ledgers.keep(request.held, request.added)
      return { answer: { kind: 'kept' } }
  }
}

/** What an order is about: the project that is held, and what is known of its earlier exports. */
async function read(order: ExportOrder, progress: Progress) {
  const { name, settings, drawsDiagrams = false, tokenizer, now, seed } = order
  if (!project) throw new Error('The project has not arrived.')
  const { trouble, ...known } = await ledgers.read(order.project)
  const input: ExportInput = {
    name,
    ...project,
    ...known,
    drawsDiagrams,
    ...(settings && { settings }),
    ...(tokenizer && { tokenizer })
  }
  const context: ExportContext = { now: new Date(now), seed, progress }
  return { input, context, trouble }
}

/**
 * `read`, with the bytes of pictures and sounds where they go out. Throws `ExportError` where cards
 * would be taken for new since nobody knows what went before, unless the person goes on.
 */
async function readToWrite(order: ExportOrder, progress: Progress) {
  const { input, context, trouble } = await read(order, progress)
  const { tracksCards, wantsMedia } = exporterOf(order.exporter)
  if (tracksCards && trouble !== undefined && !order.withoutLedger) throw new ExportError(trouble)
  if (!wantsMedia) return { input, context }
  return { input: { ...input, media: await media.read(order.media) }, context }
}

function drawingOver(port: MessagePort | undefined): Pick<ExportContext, 'drawDiagram'> {
  return port ? { drawDiagram: askDrawings(port) } : {}
}

/** A project to be compared with an earlier export: with the names of its media, if there was one. */
async function comparable(input: ExportInput, order: ExportOrder): Promise<Comparable> {
  if (!input.ledger && !order.earlier) return input
  return { ...input, mediaNames: await media.names(order.media, input.compilation.cards) }
}

/** A project's cards against its last export, and what to know of those that went from another project. */
async function compared(input: ExportInput, order: ExportOrder) {
  const comparison = ledgers.compare(await comparable(input, order))
  return { comparison, shared: await ledgers.sharedCardWarnings(order.project, comparison) }
}

/** The file of an earlier export that an order names, beside the project. */
async function look(order: ExportOrder, progress: Progress) {
  if (!order.earlier) throw new Error('No file was named.')
  const { input } = await read(order, progress)
  const opened = await earlierExport.open(order.earlier, await comparable(input, order))
  return { ...opened, before: input.ledger }
}

function goneSince(before: Ledger | undefined, after: Ledger | undefined): string[] {
  const there = new Set(before?.entries.flatMap(({ guid, present }) => (present ? guid : [])))
  const entries = after?.entries ?? []
  return entries.flatMap(({ guid, present }) => (!present && there.has(guid) ? guid : []))
}

function countsOf({ fresh, changed, unchanged, gone }: LedgerComparison) {
  return {
    fresh: fresh.length,
    changed: changed.length,
    unchanged: unchanged.length,
    gone: gone.length
  }
}

function blobOf({ name, mime, bytes }: ExportFile) {
  const { buffer, byteOffset, length } = bytes
  // A copy only where the memory is shared with others, of which no blob can be made.
  const own =
    buffer instanceof ArrayBuffer
      ? new Uint8Array(buffer, byteOffset, length)
      : new Uint8Array(bytes)
  return { name, blob: new Blob([own], { type: mime }) }
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
  const info: ExporterInfo & Partial<Exporter> = { ...exporter }
  delete info.run
  delete info.preview
  delete info.next
  return info
}
