import * as v from 'valibot'
import type { Database } from '../../storage/database.ts'
import { recall, remember } from '../../storage/memory.ts'
import type { ExporterInfo } from '../../worker/protocol/messages.ts'

const valueSchema = v.union([
  v.string(),
  v.boolean(),
  v.number(),
  v.array(v.string()),
  v.record(v.string(), v.number()),
  v.record(v.string(), v.record(v.string(), v.string()))
])
const choicesSchema = v.record(v.string(), v.record(v.string(), valueSchema))

export type ChoiceValue = v.InferOutput<typeof valueSchema>
/** Values of options by the options' names. */
export type Choices = Record<string, ChoiceValue>

/** What a person chose of the exporters' options, remembered in this browser. */
export class ExportChoices {
  #stored = $state.raw<Record<string, Choices>>({})
  readonly #database: Database
  #loading: Promise<void> | undefined

  constructor(database: Database) {
    this.#database = database
  }

  /** Reads once what was chosen on earlier visits. */
  load(): Promise<void> {
    this.#loading ??= this.#read()
    return this.#loading
  }

  /** What was chosen for an exporter, in a project; the rest is as it comes. */
  of(exporter: ExporterInfo, projectId: string): Choices {
    const own = (key: string) => isOfProject(exporter, key)
    const all = Object.entries(this.stored(exporter.id)).filter(([key]) => !own(key))
    const here = Object.entries(this.stored(keyIn(exporter, projectId))).filter(([key]) => own(key))
    return Object.fromEntries(
      [...all, ...here].filter(([key, value]) => fits(exporter, key, value))
    )
  }

  /** What is stored of an exporter, fitting or not. */
  stored(exporterId: string): Choices {
    return this.#stored[exporterId] ?? {}
  }

  /** Takes a choice for an option that may be of a project, for this visit and the next. */
  chooseIn(projectId: string, exporter: ExporterInfo, key: string, value: ChoiceValue): void {
    this.choose(isOfProject(exporter, key) ? keyIn(exporter, projectId) : exporter.id, key, value)
  }

  /** Takes a choice, for this visit and the next. */
  choose(exporterId: string, key: string, value: ChoiceValue): void {
    this.#stored = { ...this.#stored, [exporterId]: { ...this.#stored[exporterId], [key]: value } }
    // A choice that is not kept is made again; no word is lost.
    void remember(this.#database, 'export', JSON.stringify(this.#stored)).catch(() => undefined)
  }

  async #read(): Promise<void> {
    const text = await recall(this.#database, 'export').catch(() => undefined)
    const read = v.safeParse(v.pipe(v.string(), v.parseJson(), choicesSchema), text)
    if (read.success) this.#stored = { ...read.output, ...this.#stored }
  }
}

function isOfProject({ fields }: ExporterInfo, key: string): boolean {
  return fields.some((field) => field.key === key && field.ofProject)
}

/** Under what the choices of a project are stored. */
function keyIn({ id }: ExporterInfo, projectId: string): string {
  return `${id} ${projectId}`
}

/** Another version of the app may have known other options, or other values of them. */
function fits({ defaults, fields }: ExporterInfo, key: string, value: ChoiceValue): boolean {
  const usual = new Map<string, unknown>(Object.entries(defaults)).get(key)
  if (typeof usual !== typeof value || Array.isArray(usual) !== Array.isArray(value)) return false
  const {
    choices,
    min = 0,
    max = Infinity,
    step = 1
  } = fields.find((field) => field.key === key) ?? {}
  if (typeof value === 'number') {
    return value >= min && value <= max && (step < 1 || Number.isInteger(value))
  }
  return choices === undefined || choices.some((choice) => choice.value === value)
}
