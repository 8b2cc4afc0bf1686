import { datasetDefaults, presetFor, type DatasetOptions } from '../../laegna.ts'
import type { PageCompilation } from '../../worker/reader/page-problem.ts'
import type { Choices } from './export-choices.svelte.ts'

/** The dataset's options whole, with the preset that the documents ask for where none is chosen. */
export function datasetOptionsFor(choices: Choices, compilation: PageCompilation): DatasetOptions {
  const options = { ...datasetDefaults, ...choices }
  return { ...options, preset: presetFor(options.preset, compilation) }
}
