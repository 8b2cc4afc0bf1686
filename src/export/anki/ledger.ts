import * as v from 'valibot'

/** A card that was exported once: what it said then, under the guid it keeps for good (A4). */
const entrySchema = v.object({
  guid: v.string(),
  fileId: v.string(),
  chapterId: v.string(),
  chapterTree: v.array(v.string()),
  /** Markdown, as in the card. */
  question: v.string(),
  answer: v.string(),
  /** Of all that Anki shows of the card: differs exactly when an import should update it. */
  hash: v.string(),
  /** Seconds since 1970 at which `hash` last changed. */
  mod: v.number(),
  /** Whether the card was in the last export. */
  present: v.boolean()
})

/** What a project's ledger holds; validated wherever one is read, because files are edited. */
export const ledgerSchema = v.object({
  version: v.literal(1),
  /** In which forms the cards went to Anki: text and package have different note types (A3). */
  forms: v.array(v.picklist(['text', 'package', 'connect'])),
  entries: v.array(entrySchema)
})

export type LedgerEntry = v.InferOutput<typeof entrySchema>
/** Every guid a project ever issued; kept with the project and its backup, never in the Markdown. */
export type Ledger = v.InferOutput<typeof ledgerSchema>
