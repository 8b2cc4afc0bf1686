import type {
  Compilation,
  DatasetStats,
  ExportInput,
  Exporter,
  ExportResult,
  Settings,
  SourceFile
} from '../laegna.ts'
import type { Piece } from './html-pieces.ts'

/** What the page knows newer than the worker; sent along with the next request. */
export interface Change {
  put: SourceFile[]
  /** All paths in order, when any came, went or moved; files not named here are dropped. */
  paths?: string[]
  settings?: Settings
  /** Paths of the project's media, when any came, went or moved. */
  media?: string[]
}

/** Asked of a reader worker. */
export type ReaderRequest =
  /** Compiles the project, which the worker keeps between requests. */
  | { kind: 'compile'; change: Change }
  /** Compiles one file alone, to find out which one takes too long. */
  | { kind: 'probe'; file: SourceFile; settings: Settings }
  | { kind: 'render'; file: SourceFile; settings: Settings }

export type ReaderAnswer =
  | { kind: 'compiled'; compilation: Compilation }
  | { kind: 'probed' }
  | { kind: 'rendered'; pieces: Piece[] }

/** An exporter as the page needs it: its code stays in the worker. */
export type ExporterInfo = Omit<Exporter, 'run' | 'preview'>

/** Asked of the export worker, which keeps nothing. */
export type ExportRequest =
  | { kind: 'list' }
  | { kind: 'stats'; input: ExportInput; options: object; seed: number }
  | {
      kind: 'export'
      exporter: string
      input: ExportInput
      options: object
      now: number
      seed: number
    }

export type ExportAnswer =
  | { kind: 'listed'; exporters: ExporterInfo[] }
  | { kind: 'stats'; stats: DatasetStats }
  | { kind: 'exported'; result: ExportResult }

/** A request on its way to a worker. */
export interface Envelope<Request> {
  id: number
  request: Request
}

/** What a worker says of a request: any number of `progress`, then one of the others. */
export type Reply<Answer> =
  | { id: number; kind: 'progress'; done: number; total: number }
  | { id: number; kind: 'done'; answer: Answer }
  | { id: number; kind: 'failed'; refusal: boolean; message: string }
