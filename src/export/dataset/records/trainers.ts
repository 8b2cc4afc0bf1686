import { stringify } from 'yaml'
import type { ArchiveFile } from '../zip/archive.ts'

/**
 * What other trainers read beside the records: `dataset_info.json` names them for LLaMA-Factory,
 * `axolotl.yaml` holds the lines that an Axolotl configuration needs. Both point at the same files.
 */
export function trainerFiles(name: string): ArchiveFile[] {
  const alpaca = { prompt: 'instruction', query: 'input', response: 'output' }
  const messages = {
    formatting: 'sharegpt',
    columns: { messages: 'messages' },
    tags: {
      role_tag: 'role',
      content_tag: 'content',
      user_tag: 'user',
      assistant_tag: 'assistant'
    }
  }
  const info = {
    [`${name}_train`]: { file_name: 'litgpt/train.json', columns: alpaca },
    [`${name}_validation`]: { file_name: 'litgpt/val.json', columns: alpaca },
    [`${name}_chat_train`]: { file_name: 'chat/train.jsonl', ...messages },
    [`${name}_chat_validation`]: { file_name: 'chat/validation.jsonl', ...messages }
  }
  const chat = (path: string) => ({
    path,
    ds_type: 'json',
    split: 'train',
    type: 'chat_template',
    field_messages: 'messages',
    message_property_mappings: { role: 'role', content: 'content' }
  })
  const axolotl = {
    datasets: [chat('chat/train.jsonl')],
    test_datasets: [chat('chat/validation.jsonl')]
  }
  return [
    { path: 'dataset_info.json', text: [JSON.stringify(info, null, 2) + '\n'] },
    {
      path: 'axolotl.yaml',
      text: [
        '# Lines for the configuration of Axolotl, started in this folder.\n',
        stringify(axolotl)
      ]
    }
  ]
}
