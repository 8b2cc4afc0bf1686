import * as v from 'valibot'
import type { AnkiConnect, Call } from './anki-connect.ts'
import type { SentNote, SentType } from '../laegna.ts'
import type { NoteUpdate, Survey } from './survey.ts'
import { toBase64 } from './to-base64.ts'

/** What was done; a note that Anki refused stands in `refused` with its words. */
export interface Sent {
  added: number
  updated: number
  /** Names of the note types that got our look. */
  looks: string[]
  refused: { note: SentNote; why: string }[]
}

/** Notes in one call: few enough that Anki stays responsive and a cancel soon counts. */
const BATCH = 100

/**
 * Does what a survey found: note types, decks and media first, so that no card is ever without
 * them, then new and changed notes. What was done before a cancel or trouble stays done, and a
 * later survey counts it as unchanged. `adding` hears of notes that may be in Anki from then on.
 */
export async function send(
  anki: AnkiConnect,
  { types, looks, decks, media, add, update }: Survey,
  progress: (done: number, total: number) => void,
  adding: (notes: SentNote[]) => void = () => undefined
): Promise<Sent> {
  const total =
    types.length + looks.length + decks.length + media.length + add.length + update.length
  let done = 0
  const step = (count: number) => progress((done += count), total)
  for (const type of types) {
    await anki.ask(createType(type), v.unknown())
    step(1)
  }
  for (const look of looks) {
    for (const call of updateLook(look)) await anki.ask(call, v.unknown())
    step(1)
  }
  for (const deck of decks) {
    await anki.ask({ action: 'createDeck', params: { deck } }, v.unknown())
    step(1)
  }
  for (const { name, bytes } of media) {
    const params = { filename: name, data: toBase64(bytes) }
    await anki.ask({ action: 'storeMediaFile', params }, v.unknown())
    step(1)
  }
  const sent: Sent = { added: 0, updated: 0, looks: looks.map(({ name }) => name), refused: [] }
  for (const batch of batches(add)) {
    adding(batch)
    const replies = await anki.askAll(batch.map(addNote), v.nullable(v.number()))
    replies.forEach((reply, at) => {
      const note = batch[at]
      if ('answer' in reply && reply.answer !== null) sent.added += 1
      else if (note) sent.refused.push({ note, why: 'error' in reply ? reply.error : 'no reason' })
    })
    step(batch.length)
  }
  for (const batch of batches(update)) {
    const calls = batch.map(updateNote)
    const replies = await anki.askAll(calls.flat(), v.unknown())
    let at = 0
    batch.forEach(({ note }, index) => {
      const own = replies.slice(at, (at += calls[index]?.length ?? 0))
      const failed = own.find((reply) => 'error' in reply)
      if (failed && 'error' in failed) sent.refused.push({ note, why: failed.error })
      else sent.updated += 1
    })
    step(batch.length)
  }
  return sent
}

function createType({ name, fields, css, isCloze, templates }: SentType): Call {
  const cardTemplates = templates.map(({ name, front, back }) => {
    return { Name: name, Front: front, Back: back }
  })
  const params = { modelName: name, inOrderFields: fields, css, isCloze, cardTemplates }
  return { action: 'createModel', params }
}

function updateLook({ name, css, templates }: SentType): Call[] {
  const sides = templates.map(({ name, front, back }) => [name, { Front: front, Back: back }])
  const ours = Object.fromEntries(sides) as unknown
  return [
    { action: 'updateModelTemplates', params: { model: { name, templates: ours } } },
    { action: 'updateModelStyling', params: { model: { name, css } } }
  ]
}

function addNote({ type, deck, fields, tags }: SentNote): Call {
  // Two cards may ask the same under different chapters: that is no mistake of the author's.
  const options = { allowDuplicate: true }
  return {
    action: 'addNote',
    params: { note: { deckName: deck, modelName: type, fields, tags, options } }
  }
}

function updateNote({ noteId, note, missingTags, fields }: NoteUpdate): Call[] {
  const calls: Call[] = []
  if (fields) {
    const params = { note: { id: noteId, fields: note.fields } }
    calls.push({ action: 'updateNoteFields', params })
  }
  if (missingTags.length > 0) {
    const params = { notes: [noteId], tags: missingTags.join(' ') }
    calls.push({ action: 'addTags', params })
  }
  return calls
}

function* batches<Item>(items: Item[]): Generator<Item[]> {
  for (let at = 0; at < items.length; at += BATCH) yield items.slice(at, at + BATCH)
}
