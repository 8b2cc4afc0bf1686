import type { Entry } from './items.ts'
import type { TrainingRecord } from './training/training.ts'

/** Lets through what gives a record that is not blank and was not there before; notes the others. */
export class RecordSieve {
  readonly duplicates: { id: string; same_as: string }[] = []
  readonly blank: { id: string; missing: string }[] = []
  readonly #recordOf: (entry: Entry) => TrainingRecord
  /** Ids by output and prompt, so that no texts are put together into one long key. */
  readonly #byOutput = new Map<string, Map<string, string>>()

  constructor(recordOf: (entry: Entry) => TrainingRecord) {
    this.#recordOf = recordOf
  }

  takes(entry: Entry): boolean {
    const { id } = entry.item
    const record = this.#recordOf(entry)
    const missing = (['instruction', 'output'] as const).find((part) => record[part].trim() === '')
    if (missing) {
      this.blank.push({ id, missing })
      return false
    }
    const alike = this.#byOutput.get(record.output) ?? new Map<string, string>()
    const prompt = `${record.instruction}\0${record.input}`
    const same = alike.get(prompt)
    if (same !== undefined) this.duplicates.push({ id, same_as: same })
    else this.#byOutput.set(record.output, alike.set(prompt, id))
    return same === undefined
  }
}
