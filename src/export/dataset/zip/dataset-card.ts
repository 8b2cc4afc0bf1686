import { stringify } from 'yaml'
import { cardBody } from '../items/card-body.ts'
import type { ItemFile, RowFile } from './dataset-files.ts'
import type { DatasetItem } from '../items/item.ts'
import { licenseMetadata } from './licenses.ts'
import type { DatasetContent } from './read-dataset.ts'
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

/** Of chat/*.jsonl. */
const CHAT_FEATURES = [
  {
    name: 'messages',
    list: [
      { name: 'role', dtype: 'string' },
      { name: 'content', dtype: 'string' }
    ]
  }
]

/** The text of README.md: a dataset card that `load_dataset(folder)` reads, then words for people. */
export function datasetCard(
  name: string,
  content: DatasetContent,
  plan: TrainingPlan,
  items: ItemFile[],
  chats: RowFile[]
): string {
  const { named } = content.licenses
  const front = stringify(
    { ...licenseMetadata(named), ...metadata(items, chats) },
    { aliasDuplicateObjects: false }
  )
  return `---\n${front}---\n\n${cardBody(name, content, plan, items)}\n`
}

function metadata(items: ItemFile[], chats: RowFile[]): object {
  const kinds = [...new Set(items.map(({ kind }) => kind))]
  const config = (name: string, files: ItemFile[]) => ({
    config_name: name,
    ...(name === 'all' ? { default: true } : {}),
    data_files: (['train', 'validation'] as const).flatMap((split) => {
      const path = files.filter((file) => file.split === split).map((file) => file.path)
      return path.length === 0 ? [] : [{ split, path }]
    })
  })
  const chat = {
    config_name: 'chat',
    data_files: chats.map(({ path }) => ({
      split: path.includes('validation') ? 'validation' : 'train',
      path: [path]
    }))
  }
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
    configs: [...configs, chat],
    dataset_info: [...info, { config_name: 'chat', features: CHAT_FEATURES }]
  }
}
