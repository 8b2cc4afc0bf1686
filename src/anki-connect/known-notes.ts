import * as v from 'valibot'
import { sayCount, type Said } from '../say/say.ts'
import type { AnkiConnect } from './anki-connect.ts'
import { idField, type Delivery, type SentNote } from '../laegna.ts'

/** Notes asked about in one call. */
const PAGE = 500

const noteSchema = v.object({
  noteId: v.number(),
  modelName: v.string(),
  tags: v.array(v.string()),
  fields: v.record(v.string(), v.object({ value: v.string() }))
})
/** A note that was deleted meanwhile is an empty object. */
const notesSchema = v.array(v.union([noteSchema, v.strictObject({})]))
/** A note as Anki has it. */
export type KnownNote = v.InferOutput<typeof noteSchema>

/** Notes of any type from here, by their `ID`. */
export async function knownNotes(
  anki: AnkiConnect,
  { typeNames, notes }: Delivery,
  types: ReadonlySet<string>,
  progress: (done: number, total: number) => void
): Promise<Map<string, KnownNote>> {
  const known = new Map<string, KnownNote>()
  const wanted = new Set(notes.map(({ fields }) => fields[idField]))
  const there = typeNames.filter((name) => types.has(name))
  const query = there.map((name) => `"note:${name}"`).join(' OR ')
  if (query === '') return known
  const ids = await anki.ask({ action: 'findNotes', params: { query } }, v.array(v.number()))
  for (let at = 0; at < ids.length; at += PAGE) {
    progress(at, ids.length)
    const page = ids.slice(at, at + PAGE)
    for (const note of await anki.ask(
      { action: 'notesInfo', params: { notes: page } },
      notesSchema
    )) {
      if (!('noteId' in note)) continue
      const id = note.fields[idField]?.value
      if (id !== undefined && wanted.has(id) && !known.has(id)) known.set(id, note)
    }
  }
  return known
}

/** Which notes are asked in another way than is chosen here: Anki alone can change that. */
export function notesOfOtherTypes(notes: SentNote[], known: Map<string, KnownNote>): Said[] {
  const others = notes.flatMap(({ type, fields }) => {
    const modelName = known.get(fields[idField] ?? '')?.modelName ?? type
    return modelName === type ? [] : [{ modelName, wanted: type }]
  })
  const [first] = others
  if (!first) return []
  const { wanted } = first
  return [
    sayCount(
      others.length,
      'In Anki {count} note has the note type “{now}” and will keep it. To change it, select them in Anki’s browser and choose Notes → Change Note Type → “{wanted}”.',
      'In Anki {count} notes have the note type “{now}” and will keep it. To change it, select them in Anki’s browser and choose Notes → Change Note Type → “{wanted}”.',
      { now: first.modelName, wanted }
    )
  ]
}
