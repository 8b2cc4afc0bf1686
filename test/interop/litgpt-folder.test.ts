import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { generateCorpus, readCorpus, sizeOf } from '../bench/corpus.ts'
import { project } from '../export/projects.ts'
import { train, unzip } from './litgpt-stand.ts'
import { beside, pythonWith, run } from './python.ts'

/** `CORPUS=folder npm run test:interop litgpt-folder` takes your own Markdown. */
const own = process.env['CORPUS']
const files = own ? readCorpus(own) : generateCorpus(150, 5e6, 1)

type Loaded = Record<string, Record<string, { split: string }[]>>

test('a folder of 5 MB of plain Markdown: exported, loaded, ten steps trained', async () => {
  const folder = await unzip(project(files, { capture: 'all' }, 'Manual'))
  const checked = await run('sha256sum', ['--quiet', '-c', 'SHA256SUMS'], { cwd: folder })
  expect([checked.code, checked.output]).toEqual([0, ''])

  const python = await pythonWith('requirements-datasets.txt')
  const env = { HF_HOME: `${folder}/../home`, HF_HUB_OFFLINE: '1' }
  const words = [beside('load_dataset.py'), folder, 'all', 'block', 'chapter', 'chat']
  const { code, output, errors } = await run(python, words, { env })
  expect([code, code === 0 ? '' : errors]).toEqual([0, ''])
  const loaded = JSON.parse(output) as Loaded

  const trained = await train(folder, { METHOD: 'lora', MAX_STEPS: '10' })
  expect([trained.code, trained.errors]).toEqual([0, ''])
  const read = Number(/(\d+) records to train on/.exec(trained.output)![1])
  for (const config of ['all', 'chat']) expect(loaded[config]!['train']).toHaveLength(read)
  expect(loaded['block']!['train']!.length + loaded['chapter']!['train']!.length).toBe(read)
  expect(trained.output).toMatch(/^trained: 10 steps/m)
  expect(existsSync(`${folder}/out/lora/final/lit_model.pth`)).toBe(true)
  if (own) console.log(`${sizeOf(files)} bytes in ${files.length} files: ${read} records`)
})
