import * as v from 'valibot'
import { ankiTextSchema } from '../anki/text/options-schema.ts'
import { flag, line, oneOf, readOptions, whole } from '../shared/read-options.ts'
import { datasetBounds, datasetDefaults, type DatasetOptions } from './options.ts'
import { presets } from './presets.ts'
import { wordings } from './items/wordings.ts'
import { trainerChoices } from './trainers/trainer-names.ts'
import { nameTrouble } from './training/models.ts'

const text = v.string('text')
const template = v.exactOptional(
  v.object(
    { instruction: text, input: text, output: text },
    'the three texts instruction, input and output'
  )
)
const share = 'a number from 0 to 0.5'
const kinds = 'a list of names'
const paths = 'a list of paths'
const trainers = trainerChoices.map(({ name }) => name)
const model = 'the name of a model on the Hugging Face hub, like maker/model'

const within = ({ min, max }: { min: number; max: number }) => whole(min, max)

/** What the options of the dataset may be: model, method and numbers go into scripts. */
const schema = v.object({
  preset: v.optional(oneOf(['auto', ...presets.map(({ name }) => name)]), datasetDefaults.preset),
  templates: v.optional(
    v.object(
      v.entriesFromList(
        wordings.map(({ name }) => name),
        template
      ),
      'an object of templates'
    ),
    datasetDefaults.templates
  ),
  prompt: v.optional(oneOf(['preset', 'alpaca', 'model', 'none']), datasetDefaults.prompt),
  separator: v.optional(line(100), datasetDefaults.separator),
  passages: v.optional(oneOf(['off', 'prompt', 'both']), datasetDefaults.passages),
  passageLetters: v.optional(within(datasetBounds.passageLetters), datasetDefaults.passageLetters),
  outlines: v.optional(flag, datasetDefaults.outlines),
  following: v.optional(flag, datasetDefaults.following),
  longChapters: v.optional(oneOf(['split', 'leave-out', 'keep']), datasetDefaults.longChapters),
  validationFraction: v.optional(
    v.pipe(v.number(share), v.minValue(0, share), v.maxValue(0.5, share)),
    datasetDefaults.validationFraction
  ),
  validationCards: v.optional(
    within(datasetBounds.validationCards),
    datasetDefaults.validationCards
  ),
  validationFiles: v.optional(v.array(v.string(paths), paths), datasetDefaults.validationFiles),
  quality: v.optional(oneOf(['auto', 'on', 'off']), datasetDefaults.quality),
  keptKinds: v.optional(v.array(v.string(kinds), kinds), datasetDefaults.keptKinds),
  cardWeights: v.optional(
    v.record(v.string(), whole(1, 100), 'an object of whole numbers by guid'),
    datasetDefaults.cardWeights
  ),
  nearDuplicates: v.optional(flag, datasetDefaults.nearDuplicates),
  sources: v.optional(flag, datasetDefaults.sources),
  model: v.optional(
    v.pipe(
      line(200),
      v.check((name) => nameTrouble(name) === undefined, model)
    ),
    datasetDefaults.model
  ),
  method: v.optional(oneOf(['lora', 'full', 'qlora', 'pretrain']), datasetDefaults.method),
  devices: v.optional(within(datasetBounds.devices), datasetDefaults.devices),
  nodes: v.optional(within(datasetBounds.nodes), datasetDefaults.nodes),
  epochs: v.optional(within(datasetBounds.epochs), datasetDefaults.epochs),
  trainers: v.optional(
    v.array(oneOf(trainers), `a list of ${trainers.join(', ')}`),
    datasetDefaults.trainers
  ),
  anki: v.optional(ankiTextSchema, datasetDefaults.anki)
})

/** The dataset's options, checked. Throws `ExportError` at one that does not fit. */
export function datasetOptions(wishes: Partial<DatasetOptions>): DatasetOptions {
  return readOptions(schema, wishes)
}
