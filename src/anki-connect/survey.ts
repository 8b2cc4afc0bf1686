import * as v from 'valibot'
import { say, type Said } from '../say/say.ts'
import type { AnkiConnect } from './anki-connect.ts'
import { idField, type Delivery, type SentNote, type SentType } from '../laegna.ts'
import { knownNotes, notesOfOtherTypes } from './known-notes.ts'
import { otherLooks } from './other-looks.ts'
import { AnkiTrouble } from './trouble.ts'

/** A note that Anki has, with what it is to say. */
export interface NoteUpdate {
  noteId: number
  note: SentNote
  /** Tags that it lacks; those that its owner gave it stay. */
  missingTags: string[]
  /** Whether its fields differ. */
  fields: boolean
}

/** What sending would do, found out without doing any of it. */
export interface Survey {
  types: SentType[]
  /** Note types that Anki has with other templates or css; where it has a template at all. */
  looks: SentType[]
  decks: string[]
  add: SentNote[]
  update: NoteUpdate[]
  unchanged: number
  media: Delivery['media']
  warnings: Said[]
}

const names = v.array(v.string())

/** Compares what is to be sent with what Anki has. */
export async function survey(
  anki: AnkiConnect,
  delivery: Delivery,
  progress: (done: number, total: number) => void
): Promise<Survey> {
  const there = new Set(await anki.ask({ action: 'modelNames' }, names))
  const types = await missingTypes(anki, delivery.types, there)
  const known = await knownNotes(anki, delivery, there, progress)
  const add: SentNote[] = []
  const update: NoteUpdate[] = []
  for (const note of delivery.notes) {
    const there = known.get(note.fields[idField] ?? '')
    if (!there) add.push(note)
    else {
      const fields = Object.entries(note.fields).some(
        ([name, value]) => there.fields[name]?.value.normalize() !== value.normalize()
      )
      const missingTags = tagsNotIn(note.tags, there.tags)
      if (fields || missingTags.length > 0) {
        update.push({ noteId: there.noteId, note, missingTags, fields })
      }
    }
  }
  return {
    types,
    looks: await otherLooks(
      anki,
      delivery.types.filter((type) => !types.includes(type))
    ),
    add,
    update,
    decks: await missingDecks(anki, add),
    unchanged: delivery.notes.length - add.length - update.length,
    media: await missingMedia(anki, delivery.media),
    warnings: [...delivery.said, ...notesOfOtherTypes(delivery.notes, known)]
  }
}

async function missingTypes(
  anki: AnkiConnect,
  types: SentType[],
  there: ReadonlySet<string>
): Promise<SentType[]> {
  for (const { name, fields } of types.filter(({ name }) => there.has(name))) {
    const known = await anki.ask({ action: 'modelFieldNames', params: { modelName: name } }, names)
    const missing = fields.filter((field) => !known.includes(field))
    if (missing.length > 0) {
      const lack = say(
        'the note type “{name}” lacks the field {fields}. Rename it in Anki (Tools → Manage Note Types), and try again',
        { name, fields: missing.join(', ') }
      )
      throw new AnkiTrouble('failed', lack)
    }
  }
  return types.filter(({ name }) => !there.has(name))
}

async function missingDecks(anki: AnkiConnect, add: SentNote[]): Promise<string[]> {
  const there = new Set(await anki.ask({ action: 'deckNames' }, names))
  return [...new Set(add.map(({ deck }) => deck))].filter((deck) => !there.has(deck))
}

async function missingMedia(
  anki: AnkiConnect,
  media: Delivery['media']
): Promise<Delivery['media']> {
  if (media.length === 0) return []
  const there = new Set(await anki.ask({ action: 'getMediaFilesNames' }, names))
  return media.filter(({ name }) => !there.has(name))
}

/** Anki takes tags that differ in case for the same. */
function tagsNotIn(tags: string[], there: string[]): string[] {
  const known = new Set(there.map((tag) => tag.normalize().toLowerCase()))
  return tags.filter((tag) => !known.has(tag.normalize().toLowerCase()))
}
