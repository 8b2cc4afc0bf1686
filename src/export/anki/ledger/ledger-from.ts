import * as v from 'valibot'
import { say } from '../../../say/say.ts'
import { plainText } from '../../../render/clean-text.ts'
import { ExportError } from '../../contract.ts'
import type { Ledger, LedgerEntry } from './ledger.ts'

const recordSchema = v.object({
  guid: v.pipe(v.string(), v.nonEmpty()),
  kind: v.optional(v.picklist(['basic', 'cloze'])),
  file_id: v.string(),
  chapter_id: v.string(),
  chapter_tree: v.array(v.string()),
  question: v.string(),
  answer: v.string()
})

/** The ledger that an earlier `anki_cards.json` holds. Throws `ExportError` where the text is none. */
export function ledgerFrom(text: string): Ledger {
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), v.array(recordSchema)), text)
  if (!read.success) {
    throw new ExportError(
      say(
        'This is no anki_cards.json: a list of cards, each with guid, file_id, question and answer. Take the file as it was exported.'
      )
    )
  }
  const entries = new Map<string, LedgerEntry>()
  for (const card of read.output) {
    entries.set(card.guid, {
      guid: card.guid,
      ...(card.kind === 'cloze' && { kind: card.kind }),
      // The file has the texts as they were written, the ledger as they are compared.
      fileId: plainText(card.file_id),
      chapterId: card.chapter_id,
      chapterTree: card.chapter_tree.map(plainText),
      question: plainText(card.question),
      answer: plainText(card.answer),
      // What Anki has is not known to the letter: the next export writes each card once more.
      hash: '',
      mod: 0,
      present: true
    })
  }
  return { version: 1, forms: [], entries: [...entries.values()] }
}
