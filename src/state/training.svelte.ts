import * as v from 'valibot'
import {
  defaultChoice,
  planTraining,
  trainingCommands,
  type DatasetStats,
  type TrainingChoice
} from '../laegna.ts'
import { keep, kept } from '../storage/small-store.ts'
import type { Exporting } from './exporting.svelte.ts'

const choiceKey = 'laegna.training'
const choiceSchema = v.object({
  model: v.string(),
  method: v.picklist(['lora', 'full', 'qlora', 'pretrain']),
  accelerator: v.picklist(['gpu', 'cpu']),
  devices: v.number(),
  nodes: v.number(),
  system: v.picklist(['linux', 'macos', 'windows'])
})

/** The Training page: choices, and what follows from them for this dataset. */
export class Training {
  stats = $state.raw<DatasetStats>()
  choice = $state.raw<TrainingChoice>()
  /** Why there is nothing to train on, in words for the user. */
  refusal = $state<string>()
  readonly plan = $derived(this.stats && this.choice && planTraining(this.stats, this.choice))
  readonly commands = $derived(
    this.plan ? trainingCommands(this.plan, this.plan.choice.system) : []
  )
  readonly #exporting: Exporting

  constructor(exporting: Exporting) {
    this.#exporting = exporting
  }

  /** Counts the dataset of the open project. */
  async load(): Promise<void> {
    try {
      this.stats = await this.#exporting.stats()
      this.choice = { ...defaultChoice(this.stats), ...startChoice() }
    } catch (error) {
      this.refusal = error instanceof Error ? error.message : String(error)
    }
  }

  /** Takes a choice over those before; remembered in this browser. */
  choose(part: Partial<TrainingChoice>): void {
    if (!this.choice) return
    this.choice = { ...this.choice, ...part }
    keep(choiceKey, JSON.stringify(this.choice))
  }

  /** The dataset whose scripts carry these choices. */
  write() {
    if (!this.choice) return Promise.resolve({ files: [] })
    const { model, method, devices, nodes, epochs } = this.choice
    const options = this.#exporting.options('dataset')
    return this.#exporting.write('dataset', { ...options, model, method, devices, nodes, epochs })
  }
}

/** What was chosen last time, without the number of epochs, which belongs to a dataset. */
function startChoice(): Partial<TrainingChoice> {
  return (
    kept(choiceKey, v.pipe(v.string(), v.parseJson(), choiceSchema)) ?? { system: systemHere() }
  )
}

function systemHere(): TrainingChoice['system'] {
  const { userAgent } = navigator
  if (userAgent.includes('Windows')) return 'windows'
  return userAgent.includes('Mac OS') ? 'macos' : 'linux'
}
