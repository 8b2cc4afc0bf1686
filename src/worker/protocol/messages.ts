import type { Said } from '../../say/say.ts'
import type {
  Card,
  ComparedCard,
  Compilation,
  DatasetStats,
  DrawnCard,
  EditedCard,
  ExamQuestion,
  FindSettings,
  FoundCard,
  FoundWords,
  Delivery,
  ExportInput,
  ExportPreview,
  Exporter,
  Ledger,
  MediaUse,
  PackageOptions,
  Settings,
  SourceFile,
  NextStep,
  Place
} from '../../laegna.ts'
import type { Pasted, PastedHtml } from '../../import/html/pasted-html.ts'
import type { ImportAnswers, Imported, ImportSource } from '../../import/importer.ts'
import type { Adopted, EarlierFile, EarlierReport } from '../export/earlier-export.ts'
import type { FindQuery, FoundFile } from '../found/find-text.ts'
import type { ChangeKind } from '../export/ledger-keeper.ts'
import type { PiecesChange } from '../reader/pieces-change.ts'
import type { ProjectMedium } from '../reader/project-media.ts'
import type { CompiledNews } from '../reader/shown-parts.ts'
import type { ZipPart } from '../export/zip-parts.ts'
import type { ListPath, Slice } from './slices.ts'
import type { FileNews } from './text-news.ts'
import type { Unpacked } from '../../import/offered/unpack-offered.ts'
import type { BackupContents } from '../../storage/backup/read-backup.ts'

/** What the page knows newer than the worker; sent along with the next request. */
export interface Change {
  put: FileNews[]
  /** All paths in order, when any came, went or moved; files not named here are dropped. */
  paths?: string[]
  settings?: Settings
  /** Paths of the project's media, when any came, went or moved. */
  media?: string[]
}

/** Asked of a reader worker. */
export type ReaderRequest =
  /** Compiles the project, which the worker keeps between requests; `since` is the version that the page has. */
  | { kind: 'compile'; change: Change; since?: number }
  /** Makes all safe fixes of the project; the texts come back, nothing is kept. */
  | { kind: 'mend'; change: Change }
  /** Cards that texts hold without tags; nothing is kept. */
  | { kind: 'find-cards'; files: SourceFile[]; settings: FindSettings }
  /** Gives a found card other words. */
  | {
      kind: 'edit-found'
      file: SourceFile
      card: KnownFound
      words: FoundWords
      settings: FindSettings
    }
  /** All places of the project that name media. */
  | { kind: 'media-uses'; change: Change }
  /** Gives a medium another path in all texts; they come back, nothing is kept. */
  | { kind: 'move-medium'; change: Change; from: string; to: string }
  /** Compiles one file alone, to find out which one takes too long. */
  | { kind: 'probe'; file: SourceFile; settings: Settings }
  /** Posts the project to the other end of a channel: a `ReadProject`. */
  | { kind: 'hand-over'; change: Change; to: MessagePort }
  | {
      kind: 'render'
      file: FileNews
      settings: Settings
      media: readonly string[]
      notes: readonly string[]
      texts: readonly SourceFile[]
      since?: number
    }
  /** Draws a card as Anki will show it by the options of the package. */
  | { kind: 'draw-card'; card: Card; options: Partial<PackageOptions>; settings: Settings }

/** A preview as it differs from the version that the page shows, or from nothing. */
export interface Drawn {
  /** Paths of the notes that the text embeds. */
  asked: string[]
  /** Ids of the blocks of Logseq that it shows; the texts that hold them have to be sent. */
  askedBlocks: string[]
  version: number
  /** Whether the change counts from nothing, because the worker does not know that version. */
  isWhole: boolean
  /** Whether the text goes on behind what was drawn; asked for again, more of it comes. */
  isPartial: boolean
  change: PiecesChange
}

export type ReaderAnswer =
  /** Of blocks and chapters only the beginnings; `isKept`: of an earlier visit, and not read now. */
  | { kind: 'compiled'; news: CompiledNews; isKept: boolean }
  | { kind: 'mended'; files: SourceFile[]; fixes: number }
  /** By file, in their order. */
  | { kind: 'cards-found'; cards: KnownFound[][] }
  | { kind: 'found-edited'; edited: EditedCard }
  | { kind: 'media-used'; uses: MediaUse[] }
  | { kind: 'medium-moved'; files: SourceFile[]; links: number }
  | { kind: 'handed' }
  | { kind: 'probed' }
  | { kind: 'rendered'; drawn: Drawn }
  | { kind: 'card-drawn'; card: DrawnCard }

/** A card that a text holds without tags, and what it is known by. */
export interface KnownFound extends FoundCard {
  /** See `fingerprintOf`: of the card as it was found, whatever became of its words. */
  fingerprint: string
}

/** A text, and the cards that it holds without tags. */
export interface FoundInFile extends SourceFile {
  cards: KnownFound[]
}

/** A project's files and what was read of them. */
export interface ReadProject {
  files: SourceFile[]
  compilation: Compilation
}

/** An exporter as the page needs it: its code stays in the worker. */
export type ExporterInfo = Omit<Exporter, 'run' | 'preview' | 'next'>

/** What is to be made of the project that the export worker holds; `options` are over the defaults. */
export interface ExportOrder extends Pick<
  ExportInput,
  'name' | 'settings' | 'drawsDiagrams' | 'tokenizer'
> {
  /** Id of the project, under which its ledger lies. */
  project: string
  exporter: string
  options: object
  /** Where its file will be downloaded. */
  place: Place
  media: ProjectMedium[]
  /** The person goes on although what is known of earlier exports cannot be read. */
  withoutLedger?: boolean
  /** A file of an earlier export that is asked about. */
  earlier?: EarlierFile
  /** Milliseconds since 1970. */
  now: number
  seed: number
}

/** Asked of the export worker, which keeps the project between requests. */
export type ExportRequest =
  | { kind: 'list' }
  /** Takes the project that comes over the channel, past the page: a large one would stop it. */
  | { kind: 'take'; from: MessagePort }
  | { kind: 'preview'; order: ExportOrder }
  | { kind: 'stats'; order: ExportOrder }
  /** `drawings` leads to who draws diagrams, if anybody does. */
  | { kind: 'export'; order: ExportOrder; drawings?: MessagePort }
  /** What Anki is to have, for sending it there; by the options of the package. */
  | { kind: 'deliver'; order: ExportOrder; drawings?: MessagePort }
  /** The cards as a model is asked them; of those to learn from some, at most so many. */
  | { kind: 'exam'; order: ExportOrder; sample: number }
  /** The cards with their lasting identities. */
  | { kind: 'known'; order: ExportOrder }
  /** Estimates the tokens of each text, which need not be of the held project. */
  | { kind: 'tokens'; texts: string[] }
  /** What the file of an earlier export would be for the project. */
  | { kind: 'earlier'; order: ExportOrder }
  /** Takes the identities of its cards into the project's ledger. */
  | { kind: 'adopt'; order: ExportOrder }
  /** Lets the next export write each note anew. */
  | { kind: 'renew'; project: string }
  /** Takes notes that Anki has into what is known of a project's earlier exports. */
  | { kind: 'learn'; project: string; ledger: Ledger }
  /** Whether what is known of a project's earlier exports can be read. */
  | { kind: 'ledger-trouble'; project: string }
  /** Puts back what was there before, unless something was exported since. */
  | { kind: 'put-back'; project: string; adopted: Adopted }
  /** A part of a list of cards that a preview counted, or the look at an earlier export. */
  | { kind: 'changes'; order: ExportOrder; of: ChangeKind; from: number; count: number }
  /** The files that a zip will hold. */
  | { kind: 'parts'; order: ExportOrder }
  /** One of them alone. */
  | { kind: 'part'; path: string }
  /** What was exported was handed over: from now on what is held of it counts as exported. */
  | { kind: 'keep'; held: number; added: string[] }
  /** Another tab has exported: what was counted holds no longer. */
  | { kind: 'recount' }

export type ExportAnswer =
  | { kind: 'listed'; exporters: ExporterInfo[] }
  | { kind: 'taken' }
  | { kind: 'previewed'; preview: ExportPreview; changes?: Record<ChangeKind, number> }
  | { kind: 'earlier'; report: EarlierReport; changes: Record<ChangeKind, number> }
  | { kind: 'adopted'; adopted: Adopted }
  | { kind: 'ledger-trouble'; trouble?: Said }
  | { kind: 'stats'; stats: DatasetStats }
  | { kind: 'exported'; written: Written }
  | { kind: 'delivered'; delivered: Delivered }
  | { kind: 'exam'; questions: ExamQuestion[] }
  | { kind: 'known'; cards: KnownCard[] }
  | { kind: 'tokens'; tokens: number[] }
  | { kind: 'changes'; cards: ComparedCard[] }
  | { kind: 'parts'; parts: ZipPart[] }
  | { kind: 'part'; file: WrittenFile | undefined }
  | { kind: 'kept' }

/** A card as far as it is to be found again, with its lasting identity. */
export interface KnownCard extends Pick<Card, 'path' | 'question' | 'answer' | 'gaps'> {
  guid: string
}

/** A file that was written, as a blob: the page hands it on and never copies its bytes. */
export interface WrittenFile {
  name: string
  blob: Blob
}

/** What came of an export. */
export interface Written {
  files: WrittenFile[]
  /** Sentences for the person: what was changed or left out. */
  notes: Said[]
  /** What to do with the file. */
  next?: NextStep | undefined
  /** Identities of cards that the export before had and this one has not: they stay in Anki. */
  gone: string[]
  /** Names what is to be kept once the files were handed over; absent where no cards go out. */
  held?: number
}

/** The cards as Anki is to have them. */
export interface Delivered {
  delivery: Delivery
  /** Names what is to be kept once Anki has them. */
  held: number
}

/** A request on its way to a worker. */
export interface Envelope<Request> {
  id: number
  request: Request
}

/** What a worker says of a request: any number of `progress` and `slice`, then one of the others. */
export type Reply<Answer> =
  | { id: number; kind: 'progress'; done: number; total: number }
  | { id: number; kind: 'slice'; slice: Slice[] }
  /** Without its long lists, which came in slices. */
  | { id: number; kind: 'done'; answer: Answer; lists?: readonly ListPath[] }
  | { id: number; kind: 'failed'; refusal: boolean; said: Said }

/** Asked of the find worker, which keeps nothing. */
export type FindRequest =
  /** At most `most` places are given, all are counted. */
  | { kind: 'find'; files: SourceFile[]; query: FindQuery; most: number }
  /** Of all matches, or of the one that starts at `only`. */
  | {
      kind: 'replace'
      files: SourceFile[]
      query: FindQuery
      replacement: string
      only?: number
    }

export type FindAnswer =
  { kind: 'found'; files: FoundFile[] } | { kind: 'replaced'; files: SourceFile[]; count: number }

/** Asked of the import worker, which keeps nothing. */
export type ImportRequest =
  | { kind: 'file'; source: ImportSource; answers: ImportAnswers }
  /** Rich text of the clipboard. */
  | { kind: 'paste'; pasted: PastedHtml }

export type ImportAnswer =
  | { kind: 'imported'; imported: Imported }
  /** Nothing, where the plain text says as much. */
  | { kind: 'pasted'; pasted: Pasted | undefined }

/** Asked of the unpack worker, which keeps nothing. */
export type UnpackRequest =
  /** Whether a zip is a package of cards from here. */
  | { kind: 'look'; blob: Blob }
  | { kind: 'unpack'; path: string; blob: Blob }
  | { kind: 'backup'; blob: Blob }

export type UnpackAnswer =
  | { kind: 'looked'; holdsLedger: boolean }
  | { kind: 'unpacked'; unpacked: Unpacked }
  | { kind: 'backup'; contents: BackupContents }
