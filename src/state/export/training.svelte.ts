import { wordedError } from '../page/worded.ts'
import * as v from 'valibot'
import {
  datasetBounds,
  datasetDefaults,
  defaultChoice,
  planFigures,
  planTraining,
  trainingCommands,
  type DatasetStats,
  type TrainingChoice
} from '../../laegna.ts'
import { keep, kept } from '../../storage/small-store.ts'
import type { WrittenFile } from '../../worker/protocol/messages.ts'
import { trainingSystem } from './place-here.ts'
import type { Exporting } from './exporting.svelte.ts'

const choiceKey = 'laegna.training'
const within = ({ min, max }: { min: number; max: number }) =>
  v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max))
const choiceSchema = v.object({
  model: v.string(),
  method: v.picklist(['lora', 'full', 'qlora', 'pretrain']),
  accelerator: v.picklist(['gpu', 'cpu']),
  devices: within(datasetBounds.devices),
  nodes: within(datasetBounds.nodes),
  launcher: v.optional(v.picklist(['torchrun', 'slurm']), 'torchrun'),
  system: v.picklist(['linux', 'macos', 'windows'])
})

/** The Training page: choices, and what follows from them for this dataset. */
export class Training {
  stats = $state.raw<DatasetStats>()
  choice = $state.raw<TrainingChoice>()
  /** Why there is nothing to train on, in words for the user. */
  refusal = $state<string>()
  /** The numbers in sight are of older texts or options. */
  counting = $state(false)
  readonly plan = $derived(this.stats && this.choice && planTraining(this.stats, this.choice))
  readonly figures = $derived(this.plan ? planFigures(this.plan) : [])
  readonly commands = $derived(
    this.plan ? trainingCommands(this.plan, this.plan.choice.system) : []
  )
  readonly #start = startChoice()
  readonly #exporting: Exporting
  #latest = 0

  constructor(exporting: Exporting) {
    this.#exporting = exporting
  }

  /** Name of the chosen model, known before anything is counted. */
  readonly model = $derived(this.choice?.model ?? this.#start.model ?? datasetDefaults.model)

  /** Counts the dataset of the open project; an answer that came too late is dropped. */
  async load(): Promise<void> {
    const turn = ++this.#latest
    this.counting = true
    try {
      await this.#exporting.load()
      const stats = await this.#exporting.stats({ model: this.model })
      if (turn !== this.#latest) return
      this.stats = stats
      this.choice ??= { ...defaultChoice(stats), ...this.#start }
      this.refusal = undefined
    } catch (error) {
      if (turn === this.#latest) {
        this.refusal = wordedError(error)
      }
    } finally {
      if (turn === this.#latest) this.counting = false
    }
  }

  /** Takes a choice over those before; remembered in this browser. */
  choose(part: Partial<TrainingChoice>): void {
    if (!this.choice) return
    this.choice = { ...this.choice, ...part }
    keep(choiceKey, JSON.stringify(this.choice))
  }

  /** The dataset whose scripts carry these choices, given to `offer`. */
  async download(offer: (file: WrittenFile) => void): Promise<void> {
    if (!this.choice) return
    const { model, method, devices, nodes, epochs } = this.choice
    const options = this.#exporting.options('dataset')
    const wish = { ...options, model, method, devices, nodes, epochs }
    const { files } = await this.#exporting.write('dataset', wish)
    for (const file of files) offer(file)
  }
}

/** What was chosen last time, without the number of epochs, which belongs to a dataset. */
function startChoice(): Partial<TrainingChoice> {
  return (
    kept(choiceKey, v.pipe(v.string(), v.parseJson(), choiceSchema)) ?? { system: trainingSystem() }
  )
}
