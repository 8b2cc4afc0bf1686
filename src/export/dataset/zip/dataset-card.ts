import { stringify } from 'yaml'
import { cardBody } from '../items/card-body.ts'
import type { FormFiles, ItemFile } from './dataset-files.ts'
import type { DatasetItem } from '../items/item.ts'
import { licenseMetadata } from './licenses.ts'
import type { TrainerRun } from '../trainers/trainer.ts'
import type { TrainingPlan } from '../training/training.ts'

/** Types of the columns: declared, because an empty list beside a filled one breaks the loader (D3). */
const FEATURES: Record<keyof DatasetItem, 'string' | 'int64' | 'strings'> = {
  id: 'string',
  kind: 'string',
  file_id: 'string',
  chapter_id: 'string',
  chapter_tree: 'strings',
  title: 'string',
  question: 'string',
  answer: 'string',
  content: 'string',
  block_kind: 'string',
  lang: 'string',
  start_line: 'int64',
  end_line: 'int64',
  source_sha256: 'string',
  guid: 'string',
  split: 'string'
}

/** Of the files that trainers load. */
const FORM_FEATURES: Record<FormFiles['form'], object[]> = {
  chat: [
    {
      name: 'messages',
      list: [
        { name: 'role', dtype: 'string' },
        { name: 'content', dtype: 'string' }
      ]
    }
  ],
  prompt: [
    { name: 'prompt', dtype: 'string' },
    { name: 'completion', dtype: 'string' }
  ],
  text: [{ name: 'text', dtype: 'string' }]
}

/** The text of README.md: a dataset card that `load_dataset(folder)` reads, then words for people. */
export function datasetCard(
  name: string,
  run: TrainerRun,
  plan: TrainingPlan,
  items: ItemFile[],
  forms: FormFiles[]
): string {
  const front = stringify(
    { ...licenseMetadata(run.content.licenses), ...metadata(items, forms) },
    { aliasDuplicateObjects: false }
  )
  return `---\n${front}---\n\n${cardBody(name, run, plan, items)}\n`
}

function metadata(items: ItemFile[], forms: FormFiles[]): object {
  const kinds = [...new Set(items.map(({ kind }) => kind))]
  const config = (name: string, files: ItemFile[]) => ({
    config_name: name,
    ...(name === 'all' ? { default: true } : {}),
    data_files: (['train', 'validation'] as const).flatMap((split) => {
      const path = files.filter((file) => file.split === split).map((file) => file.path)
      return path.length === 0 ? [] : [{ split, path }]
    })
  })
  const formConfigs = forms.map(({ form, files }) => ({
    config_name: form,
    data_files: files.map(({ path }) => ({
      split: path.includes('validation') ? 'validation' : 'train',
      path: [path]
    }))
  }))
  const features = Object.entries(FEATURES).map(([name, type]) =>
    type === 'strings' ? { name, sequence: 'string' } : { name, dtype: type }
  )
  const configs = [
    config('all', items),
    ...kinds.map((kind) =>
      config(
        kind,
        items.filter((file) => file.kind === kind)
      )
    )
  ]
  const info = configs.map(({ config_name }) => ({ config_name, features }))
  return {
    configs: [...configs, ...formConfigs],
    dataset_info: [
      ...info,
      ...forms.map(({ form }) => ({ config_name: form, features: FORM_FEATURES[form] }))
    ]
  }
}
