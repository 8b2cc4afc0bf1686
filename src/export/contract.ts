import type { Said } from '../say/say.ts'
import { SaidError } from '../say/said-error.ts'
import type { Compilation, Settings, SourceFile } from '../document/model.ts'

/*
 * What some exporters read, keep or show beyond what all do: each declares it in its own folder by
 * merging into these three, so that the contract names no exporter and their types still hold.
 */
export interface ExportInputExtras {}
export interface ExportResultExtras {}
export interface ExportSampleExtras {}

/** What an exporter reads. `compilation` comes from `compile(files, settings)`. */
export interface ExportInput extends ExportInputExtras {
  /** The project's name. */
  name: string
  compilation: Compilation
  files: SourceFile[]
  settings?: Partial<Settings>
  /** Files beside the text (images, sound) by their path in the project. */
  media?: Map<string, Uint8Array>
  /** Whether `run` will be able to draw diagrams, for what is said before it. */
  drawsDiagrams?: boolean
}

/** What an exporter may ask of the world: no clock, no randomness of its own. */
export interface ExportContext {
  now: Date
  seed: number
  signal?: AbortSignal
  progress?(done: number, total: number): void
  /** Draws a diagram (N2), which only a page can; never rejects. Where nobody draws, diagrams stay code. */
  drawDiagram?: DrawDiagram
}

/** Draws a diagram from its source. */
export type DrawDiagram = (source: string) => Promise<DiagramDrawing>

/** A whole SVG file that needs nothing else and in which nothing acts; or why the diagram stays code. */
export type DiagramDrawing =
  | { kind: 'picture'; svg: string }
  /** `unavailable` is no diagram's fault. `why` goes on after a colon, and says what to do. */
  | { kind: 'broken' | 'unavailable'; why: Said | string }

export interface ExportFile {
  name: string
  mime: string
  bytes: Uint8Array
}

/** One of an exporter's options that the panel offers, with the plain control that fits it. */
export interface ExportField {
  /** Name of the option in `defaults`. */
  key: string
  control: 'text' | 'switch' | 'choice' | 'number'
  /** What a `choice` offers. */
  choices?: { value: string; label: Said }[]
  /** Bounds and step of a `number`: from 0 and without an end where nothing is said, whole unless the step is less than 1. */
  min?: number
  max?: number
  step?: number
  label: Said
  /** What to know before changing it, in one line. */
  hint?: Said
  /** Whether it is chosen for each project by itself; else for all. */
  ofProject?: boolean
}

/** A record as it will stand in the file, or the first lines of a file. */
export interface ExportSample extends ExportSampleExtras {
  /** Where it will stand, or what it was made of: in words, or a name as somebody wrote it. */
  title: Said | string
  text: string
  /** Which card of the compilation it is, where it is to be drawn as one. */
  card?: number
}

/** Numbers that a picture tells better. */
export type ExportPlot =
  | {
      kind: 'histogram'
      title: Said
      /** What the values count, in the plural: `tokens`. */
      unit: Said
      values: number[]
      /** What lies beyond is cut off or left out. */
      limit?: { value: number; label: Said }
    }
  | { kind: 'bars'; title: Said; rows: ExportBar[] }

/** How many items of each kind something holds. */
export interface ExportBar {
  name: string
  parts: { kind: 'card' | 'block' | 'chapter'; count: number }[]
}

/** Records of a kind that an exporter leaves out, or would. */
export interface LeftOutKind {
  /** In the options. */
  name: string
  /** In the plural, to begin a line. */
  label: Said
  hint: Said
  count: number
  /** The person wants them in: the count is 0. */
  kept: boolean
  /** The first of them, with their place. */
  examples: { path: string; line: number; text: string }[]
}

/** What the panel shows of an export before it is made. */
export interface ExportPreview {
  /** What the file will hold, each a number and its noun; the first one is said on the button. */
  counts: Said[]
  /** The first records. */
  samples: ExportSample[]
  /** What to know before the download, each a sentence: what is left out, what has to be right elsewhere. */
  warnings: string[]
  /** The warnings, as templates and what stands in their places, for pages in other languages. */
  said: Said[]
  /** What was chosen at the last export, as far as it is known: it holds where nothing is chosen now. */
  before?: object
  plots?: ExportPlot[]
  /** What teaches nothing, kind by kind; absent where nothing of that sort is looked for. */
  leftOut?: LeftOutKind[]
}

/** Where a file was downloaded, as far as what to do with it differs. */
export type Place = 'linux' | 'macos' | 'windows' | 'android' | 'ios'

/** What to do with a file that was downloaded; for a terminal its line, too. */
export interface NextStep {
  said: Said
  line?: string
}

/** Where in the panel an exporter stands. */
export type ExportGroup = 'anki' | 'dataset' | 'document' | 'other'

/** Describes one output; the export panel is drawn from these. */
export interface Exporter<Options extends object = object> {
  id: string
  group: ExportGroup
  label: Said
  /** On the button, and while it works: `Download deck`, `Writing the deck`. */
  download: Said
  writing: Said
  /** One sentence: what the file is for. */
  description: Said
  /** Of the file it gives, without a dot. */
  extension: string
  /** Whether its file holds cards, so that it gives nothing without them. */
  ofCards?: true
  /**
   * By what the program that reads its file knows cards again, so that those that went before matter: by an identity
   * that the file holds, or by their words alone.
   */
  tracksCards?: 'identity' | 'words'
  /** Whether it reads the bytes of pictures and sounds. */
  wantsMedia?: true
  /** Whether it writes records to train with, whose choice and wording the panel offers. */
  writesRecords?: true
  defaults: Options
  /** The options that people choose in the panel; the others are for programs. */
  fields: ExportField[]
  /**
   * What `run` would write, seen from the outside, in much less time than writing it. Rejects with
   * `ExportError` where `run` would.
   */
  preview(
    input: ExportInput,
    options: Partial<Options>,
    context: ExportContext
  ): Promise<ExportPreview>
  /** Rejects with `ExportError` where no sound file can be made of the input. */
  run(input: ExportInput, options: Partial<Options>, context: ExportContext): Promise<ExportResult>
  /** What to do next with the file of this name. */
  next?(file: string, place: Place, options: Partial<Options>): NextStep | undefined
}

/** What an exporter gives. `notes` are sentences for the person: what was changed or left out. */
export interface ExportResult extends ExportResultExtras {
  files: ExportFile[]
  notes?: string[]
  /** The notes, as templates and what stands in their places, for pages in other languages. */
  said?: Said[]
}

/** Says in words for the user why nothing was written and what to do. */
export class ExportError extends SaidError {
  override name = 'ExportError'
}
