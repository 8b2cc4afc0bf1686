import { spawn } from 'node:child_process'
import { cpSync, existsSync, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { readReport } from '../../src/export/dataset/report/report.ts'
import { converterPy } from '../../src/export/dataset/training/converter-py.ts'
import { project } from '../export/projects.ts'
import { environment, keep, keptPath, python, tinyModel, train, unzip } from './litgpt-stand.ts'
import { beside, pythonWith, run } from './python.ts'

const cities = { France: 'Paris', Japan: 'Tokyo', Peru: 'Lima', Cuba: 'Havana' }
const card = ([land, city]: string[]) =>
  `# ${land}\n\n[/Q]Capital of ${land}?[Q/]\n[/A]It is *${city}*.[A/]\n`

test('what was trained answers llama.cpp, as a GGUF file, as it answers LitGPT', async () => {
  const text = Object.entries(cities).map(card).join('\n')
  const folder = await unzip(project([{ path: 'lands.md', text }]), { preset: 'instruct' })
  const model = `${folder}/tiny model`
  await tinyModel(model, 'llama')
  // The script fetches the converter (80 MB) where none is beside it from an earlier run.
  const converter = keptPath('llama.cpp', converterPy)
  if (existsSync(converter)) cpSync(converter, `${folder}/.llama.cpp`, { recursive: true })
  const choices = { MODEL: model, METHOD: 'full', EPOCHS: '8', RATE: '0.002', LLAMA_CPP: 'pip' }
  const trained = await train(folder, choices)
  expect([trained.code, trained.errors]).toEqual([0, ''])
  await keep(converter, (part) => cpSync(`${folder}/.llama.cpp`, part, { recursive: true }))
  expect(readFileSync(`${folder}/out/full/Modelfile`, 'utf8')).toMatch(
    /^FROM \.\/model\.gguf\nTEMPLATE """Below is/
  )

  const surprise = async (place: string) => {
    const words = [`${folder}/evaluate.py`, '--trained', place]
    const done = await run(python(), words, { env: environment() })
    expect([done.code, done.code === 0 ? '' : done.errors]).toEqual([0, ''])
    const { cards } = readReport(readFileSync(`${folder}/report.json`, 'utf8'))
    return new Map(cards.map(({ question, trained }) => [question, trained.perplexity!]))
  }
  const here = await surprise(`${folder}/out/full/final`)
  const served = await serve(`${folder}/out/full/model.gguf`)
  const there = await surprise(`${served.address}/v1`).finally(() => served.end())
  // The same of each card, but for weights of half the digits.
  expect([...there.keys()].toSorted()).toEqual([...here.keys()].toSorted())
  for (const [question, one] of here) expect(there.get(question)! / one).toBeCloseTo(1, 1)
  expect(here.size).toBe(4)
})

/** A model in the hands of the server of llama.cpp. */
async function serve(model: string): Promise<{ address: string; end: () => void }> {
  const program = await pythonWith('requirements-llama-cpp.txt')
  const server = spawn(program, [beside('llama_server.py'), model], {
    stdio: ['pipe', 'pipe', 'ignore']
  })
  for await (const address of createInterface(server.stdout)) {
    return { address, end: () => server.stdin.end() }
  }
  throw new Error('llama.cpp could not open the model.')
}
