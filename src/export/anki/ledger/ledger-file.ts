import * as v from 'valibot'
import { foreignNoteSchema, type ForeignNote } from './foreign-note.ts'
import { entryFormSchema, ledgerSchema, seconds, type Ledger, type LedgerEntry } from './ledger.ts'

/** The file in a package that holds the ledger; Anki passes over it. */
export const ledgerFile = 'laegna-ledger.json'

/** A ledger as lists, each place said once: half the bytes, and they are in every package. */
const fileSchema = v.object({
  ...v.omit(ledgerSchema, ['entries']).entries,
  /** File, chapter, titles. */
  places: v.array(v.tuple([v.string(), v.string(), v.array(v.string())])),
  /** Guid, number of the place, question, answer, hash, time, whether it is present, media, its form and kind if any. */
  cards: v.array(
    v.tupleWithRest(
      [
        v.string(),
        v.number(),
        v.string(),
        v.string(),
        v.string(),
        seconds,
        v.boolean(),
        v.nullable(v.string())
      ],
      v.union([entryFormSchema, v.literal('cloze')])
    )
  ),
  /** Of notes that came from Anki, with their guids. */
  notes: v.optional(v.array(v.tuple([v.string(), foreignNoteSchema])))
})
type LedgerFile = v.InferOutput<typeof fileSchema>

/** The text of `ledgerFile`. */
export function writeLedgerFile({ entries, ...rest }: Ledger): string {
  const places: LedgerFile['places'] = []
  const numbers = new Map<string, number>()
  const placeOf = ({ fileId, chapterId, chapterTree }: LedgerEntry): number => {
    const key = JSON.stringify([fileId, chapterId, chapterTree])
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, places.length)
    return places.push([fileId, chapterId, chapterTree]) - 1
  }
  let latest: LedgerEntry | undefined
  let place = 0
  const cards = entries.map((entry): LedgerFile['cards'][number] => {
    const { guid, question, answer, hash, mod, present, media, form, kind } = entry
    if (!latest || !isPlaceOf(latest, entry)) place = placeOf(entry)
    latest = entry
    const own = [form, kind].filter((word) => word !== undefined)
    return [guid, place, question, answer, hash, mod, present, media ?? null, ...own]
  })
  const notes = entries.flatMap(({ guid, note }): [string, ForeignNote][] =>
    note ? [[guid, note]] : []
  )
  const file: LedgerFile = { ...rest, places, cards, ...(notes.length > 0 && { notes }) }
  return JSON.stringify(file)
}

/** Whether two entries are seen at once to stand in one place. */
function isPlaceOf(one: LedgerEntry, other: LedgerEntry): boolean {
  return (
    one.chapterTree === other.chapterTree &&
    one.chapterId === other.chapterId &&
    one.fileId === other.fileId
  )
}

/** The ledger that such a text holds; undefined where it is none. */
export function readLedgerFile(text: string): Ledger | undefined {
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), fileSchema), text)
  if (!read.success) return undefined
  const { places, cards, notes = [], ...rest } = read.output
  const noteOf = new Map(notes)
  const entries = cards.map(
    ([guid, place, question, answer, hash, mod, present, media, ...own]): LedgerEntry => {
      const [fileId, chapterId, chapterTree] = places[place] ?? ['', '', []]
      const texts = { guid, fileId, chapterId, chapterTree, question, answer, hash, mod, present }
      const note = noteOf.get(guid)
      const form = own.find((word) => word !== 'cloze')
      return {
        ...texts,
        ...(own.includes('cloze') && { kind: 'cloze' as const }),
        ...(media !== null && { media }),
        ...(form && { form }),
        ...(note && { note })
      }
    }
  )
  return { ...rest, entries }
}
