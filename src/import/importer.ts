import type { Said } from '../say/say.ts'
import { SaidError } from '../say/said-error.ts'
import type { SourceFile } from '../document/model.ts'
import type { Ledger } from '../laegna.ts'

/** A file of another program, not yet read: its path with its folders, and its bytes. */
export interface ImportSource {
  path: string
  blob: Blob
}

/** Something that only a person can say of a file; `value` is what is guessed or was answered. */
export interface ImportQuestion {
  /** Under which the answer comes back. */
  id: string
  /** What is asked, in a few words. */
  words: string
  value: string
  options: [value: string, words: string][]
}

/** Answers by the id of the question; what is not there is guessed. */
export type ImportAnswers = Record<string, string>

/** A picture or sound that was in the file. */
export interface ImportedMedium {
  path: string
  bytes: Uint8Array<ArrayBuffer>
}

/** What a file gives as Markdown; nothing of it is in the project yet. */
export interface Imported {
  files: SourceFile[]
  media: ImportedMedium[]
  /** Sentences about what was left out or changed: nothing is lost in silence. */
  notes: Said[]
  questions: ImportQuestion[]
  /** Of cards that Anki has already: the guids of their notes, for the ledger of the project. */
  ledger?: Ledger
}

/** Tells how far the work is. */
export type ImportProgress = (done: number, total: number) => void

/** Reads one kind of file. Throws `ImportRefusal` where it cannot; any other error is our own mistake. */
export type Importer = (
  source: ImportSource,
  answers: ImportAnswers,
  progress: ImportProgress
) => Promise<Imported>

/** A file that cannot be read, in a sentence for the user that names it and says what to do. */
export class ImportRefusal extends SaidError {
  override name = 'ImportRefusal'
}
