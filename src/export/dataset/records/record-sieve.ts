import type { Entry } from '../items/item.ts'
import type { WordedRecord } from './record.ts'
import { missingPart } from '../items/templates.ts'

/**
 * Lets through what gives a record that is not blank, or none by its preset, and was not there before; notes the others. A
 * card with the question and answer of another is the same, whatever heading it stands under.
 */
export class RecordSieve {
  readonly duplicates: { id: string; same_as: string }[] = []
  readonly blank: { id: string; missing: string }[] = []
  readonly #recordsOf: (entry: Entry) => WordedRecord[]
  /** Ids by output and prompt, so that no texts are put together into one long key. */
  readonly #byOutput = new Map<string, Map<string, string>>()
  /** Ids of cards by answer and question. */
  readonly #byAnswer = new Map<string, Map<string, string>>()

  constructor(recordsOf: (entry: Entry) => WordedRecord[]) {
    this.#recordsOf = recordsOf
  }

  takes(entry: Entry): boolean {
    const { id } = entry.item
    const records = this.#recordsOf(entry)
    // By some presets an item is kept as an item alone.
    if (records.length === 0) return true
    const whole = records.find((worded) => missingPart(worded) === undefined)
    if (!whole) {
      this.blank.push({ id, missing: records.map(missingPart).find(Boolean) ?? 'output' })
      return false
    }
    const { record } = whole
    const prompt = `${record.instruction}\0${record.input}`
    const { kind, answer, question } = entry.item
    const same =
      known(this.#byOutput, record.output, prompt) ??
      (kind === 'qa' ? known(this.#byAnswer, answer, question) : undefined)
    if (same !== undefined) {
      this.duplicates.push({ id, same_as: same })
      return false
    }
    note(this.#byOutput, record.output, prompt, id)
    if (kind === 'qa') note(this.#byAnswer, answer, question, id)
    return true
  }
}

type Ids = Map<string, Map<string, string>>

function known(ids: Ids, one: string, other: string): string | undefined {
  return ids.get(one)?.get(other)
}

function note(ids: Ids, one: string, other: string, id: string): void {
  const alike = ids.get(one) ?? new Map<string, string>()
  ids.set(one, alike.set(other, id))
}
