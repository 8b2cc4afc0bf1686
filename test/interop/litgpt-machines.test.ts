import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { trainingCommands } from '../../src/export/dataset/training/commands.ts'
import { datasetStats } from '../../src/export/dataset/zip/dataset-stats.ts'
import { defaultChoice, planTraining } from '../../src/export/dataset/training/plan.ts'
import { book } from '../export/projects.ts'
import { environment, freePort, tiny, train, unzip } from './litgpt-stand.ts'
import { beside, run } from './python.ts'

const input = book(8, 3, { capture: 'all' })
const endingGroups = { PYTHONPATH: beside('ended-groups') }

test('two “machines” by the script: the first has the result', async () => {
  const folders = [await unzip(input), await unzip(input)]
  const port = freePort()
  const runs = await Promise.all(
    folders.map((folder, rank) =>
      train(folder, {
        ...endingGroups,
        METHOD: 'lora',
        NODES: '2',
        MASTER_ADDR: '127.0.0.1',
        MASTER_PORT: port,
        NODE_RANK: String(rank)
      })
    )
  )
  expect(runs.map(({ code, errors }) => [code, errors])).toEqual([
    [0, ''],
    [0, '']
  ])
  expect(runs[0]!.output).toMatch(/^trained: [1-9]\d* steps/m)
  expect(runs[1]!.output).toContain('done here; the first machine has the result')
  expect(existsSync(`${folders[0]!}/out/lora/final/lit_model.pth`)).toBe(true)
})

test('two “machines” by the torchrun command that the app prints', async () => {
  const stats = await datasetStats(input)
  const choice = { ...defaultChoice(stats), accelerator: 'cpu', nodes: 2, epochs: 1 } as const
  const plan = planTraining(stats, { ...choice, launcher: 'torchrun' })
  const [group] = trainingCommands(plan, 'linux')
  const folder = await unzip(input, { epochs: 1, nodes: 2 })
  const port = freePort()
  const command = group!.commands[0]!.replace('checkpoints/HuggingFaceTB/SmolLM2-135M', `'${tiny}'`)
    .replace('first-machine', '127.0.0.1')
    .replace('29500', port)
    .replace(/max_seq_length \d+/, 'max_seq_length 256')
  const runs = await Promise.all(
    [0, 1].map((rank) =>
      run('sh', ['-c', command.replace('--node_rank 0', `--node_rank ${rank}`)], {
        cwd: folder,
        env: { ...environment(), ...endingGroups }
      })
    )
  )
  for (const { code, errors } of runs) expect([code, code === 0 ? '' : errors]).toEqual([0, ''])
  expect(existsSync(`${folder}/out/lora/final/lit_model.pth`)).toBe(true)
})
