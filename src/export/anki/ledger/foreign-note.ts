import * as v from 'valibot'

const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const named = v.looseObject({ name: v.string() })

/** The number of a card within its note, from 0, as Anki can hold it. */
export const cardNumber = v.pipe(whole, v.maxValue(0xffff))

/** A note type that is not ours, as the notes came with it. */
export const foreignTypeSchema = v.object({
  /** By which notes name it in a ledger. */
  key: v.string(),
  name: v.string(),
  /** As in a collection of Anki's schema 11; absent where only its name is known, as of a text file. */
  model: v.optional(
    v.looseObject({
      id: v.pipe(v.number(), v.safeInteger()),
      sortf: v.optional(whole),
      flds: v.array(named),
      tmpls: v.array(named)
    })
  )
})

/** What a note that came from Anki holds there, in a note type that is not ours. */
export const foreignNoteSchema = v.object({
  /** Key of its note type. */
  type: v.string(),
  /** HTML of all fields in their order, as Anki has them by the last import or export. */
  fields: v.array(v.string()),
  /** Numbers of the fields that the card's two sides go into; all others stay as they are. */
  question: whole,
  /** -1 where there is no field for it. */
  answer: v.union([whole, v.literal(-1)]),
  /** Tags that its text here does not say, so that it keeps them. */
  tags: v.array(v.string()),
  /** Numbers, from 0, of its cards in Anki; of a sentence with gaps, its gaps say them. */
  cards: v.array(cardNumber)
})

export type ForeignType = v.InferOutput<typeof foreignTypeSchema>
export type ForeignNote = v.InferOutput<typeof foreignNoteSchema>

/** The types of two ledgers, those of the first where both know one. */
export function mergeTypes(
  one: ForeignType[] | undefined,
  other: ForeignType[] | undefined
): ForeignType[] | undefined {
  if (!one || !other) return one ?? other
  const known = new Set(one.map(({ key }) => key))
  return [...one, ...other.filter(({ key }) => !known.has(key))]
}
