import * as v from 'valibot'
import { ledgerSchema, type Ledger, type LedgerEntry } from './ledger.ts'

/** The file in a package that holds the ledger; Anki passes over it. */
export const ledgerFile = 'laegna-ledger.json'

/** A ledger as lists, each place said once: half the bytes, and they are in every package. */
const fileSchema = v.object({
  ...v.omit(ledgerSchema, ['entries']).entries,
  /** File, chapter, titles. */
  places: v.array(v.tuple([v.string(), v.string(), v.array(v.string())])),
  /** Guid, number of the place, question, answer, hash, time, whether it is present, media. */
  cards: v.array(
    v.tuple([
      v.string(),
      v.number(),
      v.string(),
      v.string(),
      v.string(),
      v.number(),
      v.boolean(),
      v.nullable(v.string())
    ])
  )
})
type LedgerFile = v.InferOutput<typeof fileSchema>

/** The text of `ledgerFile`. */
export function writeLedgerFile({ entries, ...rest }: Ledger): string {
  const places: LedgerFile['places'] = []
  const numbers = new Map<string, number>()
  const cards = entries.map((entry): LedgerFile['cards'][number] => {
    const { guid, question, answer, hash, mod, present, media } = entry
    const key = [entry.fileId, entry.chapterId, ...entry.chapterTree].join('\n')
    let place = numbers.get(key)
    if (place === undefined) {
      place = places.length
      numbers.set(key, place)
      places.push([entry.fileId, entry.chapterId, entry.chapterTree])
    }
    return [guid, place, question, answer, hash, mod, present, media ?? null]
  })
  return JSON.stringify({ ...rest, places, cards } satisfies LedgerFile)
}

/** The ledger that such a text holds; undefined where it is none. */
export function readLedgerFile(text: string): Ledger | undefined {
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), fileSchema), text)
  if (!read.success) return undefined
  const { places, cards, ...rest } = read.output
  const entries = cards.map(
    ([guid, place, question, answer, hash, mod, present, media]): LedgerEntry => {
      const [fileId, chapterId, chapterTree] = places[place] ?? ['', '', []]
      const texts = { guid, fileId, chapterId, chapterTree, question, answer, hash, mod, present }
      return media === null ? texts : { ...texts, media }
    }
  )
  return { ...rest, entries }
}
