import * as v from 'valibot'
import { foreignNoteSchema, foreignTypeSchema } from './foreign-note.ts'

declare module '../../contract.ts' {
  interface ExportInputExtras {
    /** Guids of earlier exports of this project; without it every card counts as new. */
    ledger?: Ledger
    /** Guids that other projects in this browser issued. */
    takenGuids?: TakenGuids
  }
  interface ExportResultExtras {
    /** To be kept with the project in place of `input.ledger` once the files were handed over. */
    ledger?: Ledger
  }
}

/** Guids that no new card gets, but for those of cards in the bin: one with the same answer, given here. */
export type TakenGuids = ReadonlyMap<string, string | undefined>

/** The forms in which cards go to Anki; in each the notes have another note type. */
const formSchema = v.picklist(['text', 'package', 'package-both-ways', 'connect'])

/** The form in which a card went to Anki first; none where it was exported for other programs only. */
export const entryFormSchema = v.union([formSchema, v.literal('none')])

/** The options by which a package was written before all is to be written anew. */
const lastSchema = v.object({ key: v.optional(v.string()), reversed: v.optional(v.boolean()) })

/** Seconds since 1970 as Anki keeps them; the next export writes the second after the latest. */
export const seconds = v.pipe(v.number(), v.minValue(0), v.maxValue(2 ** 40))

/** A card that was exported once: what it said then, under the guid it keeps for good (A4). */
const entrySchema = v.object({
  guid: v.string(),
  fileId: v.string(),
  chapterId: v.string(),
  chapterTree: v.array(v.string()),
  /** Absent where it is a question with an answer: the two are notes of other types. */
  kind: v.optional(v.literal('cloze')),
  /** Markdown, as in the card. */
  question: v.string(),
  answer: v.string(),
  /** Of what Anki shows of the card beside question and answer as they stand here (`isSame`). */
  hash: v.string(),
  /** Names of its media by their content; absent where the export was not given their bytes. */
  media: v.optional(v.string()),
  /** Seconds since 1970 at which what Anki shows last changed. */
  mod: seconds,
  /** Whether the card was in the last export. */
  present: v.boolean(),
  /** Absent where it is the first of the ledger. */
  form: v.optional(entryFormSchema),
  /** Of a note that came from Anki and is not of our note types. */
  note: v.optional(foreignNoteSchema)
})

/** What a project's ledger holds; validated wherever one is read, because files are edited. */
export const ledgerSchema = v.object({
  version: v.literal(1),
  /** In which forms cards went to Anki, in their order. */
  forms: v.array(formSchema),
  /** How the fields of the package are written, and since when, in seconds. */
  style: v.optional(v.object({ key: v.string(), mod: seconds, last: v.optional(lastSchema) })),
  /** The project's deck when its cards went to Anki last. */
  deck: v.optional(v.string()),
  /** Note types of notes that came from Anki. */
  types: v.optional(v.array(foreignTypeSchema)),
  entries: v.array(entrySchema)
})

export type LedgerEntry = v.InferOutput<typeof entrySchema>
export type LedgerForm = v.InferOutput<typeof formSchema>

/** Every guid a project ever issued; kept with the project and its backup, never in the Markdown. */
export type Ledger = v.InferOutput<typeof ledgerSchema>

/** The form in which a card went to Anki first: its note keeps the note type of that one (A3). */
export function formOf(
  { forms }: Pick<Ledger, 'forms'>,
  { form = forms[0] }: LedgerEntry
): LedgerForm | undefined {
  return form === 'none' ? undefined : form
}
