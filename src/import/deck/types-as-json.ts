import * as v from 'valibot'
import type { DeckType } from './read-deck.ts'
import type { Query } from './query.ts'

/** A note type as collections up to schema 11 have it; whatever else is in it is kept. */
export const modelSchema = v.looseObject({
  id: v.pipe(v.union([v.number(), v.string()]), v.transform(Number), v.safeInteger()),
  name: v.string(),
  type: v.optional(v.number(), 0),
  // What cannot be the number of a field is that of the first.
  sortf: v.optional(v.fallback(v.pipe(v.number(), v.safeInteger(), v.minValue(0)), 0)),
  originalStockKind: v.optional(v.number()),
  flds: v.array(v.looseObject({ name: v.string(), ord: v.optional(v.nullable(v.number())) })),
  tmpls: v.pipe(
    v.array(
      v.looseObject({
        name: v.string(),
        ord: v.optional(v.nullable(v.number())),
        qfmt: v.string(),
        afmt: v.string()
      })
    ),
    v.minLength(1)
  )
})
export type Model = v.InferOutput<typeof modelSchema>

/** Anki's own mark for notes of pictures with covered parts. */
const OCCLUSION = 6

/** The note type that a model is. */
export function typeOf(model: Model): DeckType {
  const byOrder = (one: { ord?: number | null | undefined }, other: typeof one) =>
    (one.ord ?? 0) - (other.ord ?? 0)
  // Ids of fields are larger than numbers here can be; Anki knows fields by their names.
  const flds = model.flds.toSorted(byOrder).map((field) => ({ ...field, id: null }))
  const tmpls = model.tmpls.toSorted(byOrder).map((template) => ({ ...template, id: null }))
  const [first] = tmpls
  const isOcclusion =
    model.originalStockKind === OCCLUSION ||
    tmpls.some(({ qfmt }) => qfmt.includes('image-occlusion'))
  return {
    key: String(model.id),
    name: model.name,
    kind: isOcclusion ? 'occlusion' : model.type === 1 ? 'cloze' : 'basic',
    fields: flds.map(({ name }) => name),
    ...(first && { template: { front: first.qfmt, back: first.afmt } }),
    model: { ...model, flds, tmpls }
  }
}

const modelsSchema = v.pipe(v.string(), v.parseJson(), v.record(v.string(), modelSchema))

/** Note types of a collection up to schema 11, by their ids. */
export function jsonTypes(query: Query): Map<string, DeckType> {
  const [[text] = []] = [...query('SELECT models FROM col LIMIT 1')]
  const models = Object.values(v.parse(modelsSchema, text))
  return new Map(models.map((model) => [String(model.id), typeOf(model)]))
}

const decksSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.record(v.string(), v.looseObject({ name: v.string() }))
)

/** Names of the decks of such a collection, by their ids. */
export function jsonDecks(query: Query): Map<string, string> {
  const [[text] = []] = [...query('SELECT decks FROM col LIMIT 1')]
  return new Map(
    Object.entries(v.parse(decksSchema, text)).map(([id, { name }]) => [
      id,
      name.replaceAll('\x1f', '::')
    ])
  )
}
