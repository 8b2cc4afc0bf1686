import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Settings, SourceFile } from '../../src/laegna.ts'

/** Where a folder lies for each case, named after the rule it shows. */
export const samples = join(import.meta.dirname, '../samples')

export const sampleNames = readdirSync(samples).filter((name) => !name.startsWith('.'))

/** What a sample gives to be read: its `*.md`, its `settings.json` and `media.json`, if it has any. */
export interface Sample {
  files: SourceFile[]
  settings: Partial<Settings>
  media: string[]
}

export function readSample(name: string): Sample {
  const folder = join(samples, name)
  return {
    files: filesOf(folder),
    settings: read(join(folder, 'settings.json'), {}),
    media: read(join(folder, 'media.json'), [])
  }
}

function filesOf(folder: string): SourceFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:md|markdown)$/.test(name))
    .map((path) => ({
      path: path.replaceAll('\\', '/'),
      text: readFileSync(join(folder, path), 'utf8')
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}

function read<Value>(path: string, none: Value): Value {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Value) : none
}
