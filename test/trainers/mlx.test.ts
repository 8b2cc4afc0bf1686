import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect, test } from 'vitest'
import { pythonOf, shelf, tinyModel, train, unzip } from './trainers-stand.ts'

test.each([
  ['whole texts', {}],
  ['messages', { prompt: 'model' as const, model: 'Qwen/Qwen2.5-0.5B-Instruct' }]
])('MLX-LM trains 5 steps on %s and makes one model', async (_, options) => {
  const folder = await unzip(shelf, { trainers: ['mlx'], ...options })
  const model = ['--model', await tinyModel()]
  const programs = dirname(await pythonOf('mlx'))
  const words = ['--config', 'mlx/lora.yaml', ...model, '--iters', '5']
  const trained = await train(folder, `${programs}/mlx_lm.lora`, words)
  expect([trained.code, trained.code === 0 ? '' : trained.errors]).toEqual([0, ''])
  expect(trained.output).not.toContain('truncated')

  const both = ['--adapter-path', 'out/mlx', '--save-path', 'out/mlx-model']
  const fused = await train(folder, `${programs}/mlx_lm.fuse`, [...model, ...both])
  expect([fused.code, fused.code === 0 ? '' : fused.errors]).toEqual([0, ''])
  expect(existsSync(`${folder}/out/mlx-model/model.safetensors`)).toBe(true)
})
