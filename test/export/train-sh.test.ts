import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { scriptSettings } from '../../src/export/dataset/training/script-settings.ts'
import { defaultChoice } from '../../src/export/dataset/training/plan.ts'
import { trainPs1 } from '../../src/export/dataset/training/train-ps1.ts'
import { trainSh } from '../../src/export/dataset/training/train-sh.ts'
import { scriptStand, windows, write } from './script-stand.ts'
import { statsOf } from './stats.ts'

const { fresh, top, train } = scriptStand()

describe.skipIf(windows)('train.sh', () => {
  test('is sound sh, and holds nothing but ASCII, as train.ps1 does', () => {
    execFileSync('sh', ['-n', `${fresh()}/train.sh`])
    for (const script of [trainSh, trainPs1]) expect(script).toMatch(/^[\n\x20-\x7e]*$/)
  })

  test('trains with the LitGPT on PATH and says where the model is', () => {
    const { status, stdout, stderr, asked, folder } = train()
    expect(stderr).toBe('')
    expect(status).toBe(0)
    expect(asked).toHaveLength(1)
    expect(asked[0]).toMatch(
      `litgpt finetune_lora ${top}/tiny --config ${folder}/out/lora/config.yaml`
    )
    expect(asked[0]).toContain('--precision 32-true --devices 1 --num_nodes 1')
    expect(asked[0]).toContain('--data.num_workers 0')
    expect(stdout).toContain(`trained: 2 steps. The model is in ${folder}/out/lora/final`)
  })

  test('is done when only the folder for other programs could not be made, and says so', () => {
    const { status, stdout, folder } = train()
    expect(status).toBe(0)
    expect(stdout).toContain(`could not be made; ${folder}/out/lora/hugging-face.log says why`)
    expect(existsSync(`${folder}/out/lora/hugging-face.log`)).toBe(true)
  })

  test('downloads a model that is named, once', () => {
    const first = train({ MODEL: 'maker/model' })
    expect(first.asked[0]).toBe('litgpt download maker/model')
    expect(first.asked[1]).toMatch(/^litgpt finetune_lora checkpoints\/maker\/model /)
    const second = train({ MODEL: 'maker/model' }, { folder: first.folder })
    expect(second.asked.filter((call) => call.includes('download'))).toHaveLength(1)
  })

  test('gives each method its command, its learning rate and a folder of its own', () => {
    const full = train({ METHOD: 'full' })
    expect(full.asked[0]).toContain('litgpt finetune_full ')
    expect(readFileSync(`${full.folder}/out/full/config.yaml`, 'utf8')).toMatch(/^ +lr: 0\.00005$/m)
    const qlora = train({ METHOD: 'qlora', CARDS: '2', DEVICES: '1' })
    expect(qlora.asked[0]).toMatch(/finetune_lora .*--precision bf16-true .*--quantize bnb\.nf4$/)
    const again = train({ METHOD: 'full' }, { folder: full.folder })
    expect(again.stdout).toContain(`${full.folder}/out/full-2/final`)
  })

  test('pretrains with the model’s own shape, on the text as it is now', () => {
    const folder = fresh()
    write(`${folder}/litgpt/text/train/train/chunk-0-0.bin`, 'tokens of an older text')
    const { status, asked } = train({ METHOD: 'pretrain' }, { folder })
    expect(status).toBe(0)
    expect(asked[0]).toMatch(
      /^litgpt pretrain tiny .*--train\.max_tokens \d+ .*--initial_checkpoint_dir/
    )
    expect(asked[1]).toMatch(/^litgpt convert_pretrained_checkpoint/)
    expect(existsSync(`${folder}/litgpt/text/train/train`)).toBe(false)
    const config = readFileSync(`${folder}/out/pretrain/config.yaml`, 'utf8')
    expect(config).toMatch(/\nmodel_config:\n {2}name: tiny\n {2}block_size: 256\n/)
  })

  test('shortens to what the model reads, and says so', () => {
    write(`${top}/short/lit_model.pth`, 'x')
    write(`${top}/short/tokenizer_config.json`, 'x')
    write(`${top}/short/model_config.yaml`, 'name: short\nblock_size: 64\n')
    const { stdout, asked } = train({ MODEL: 'short' })
    expect(stdout).toMatch(/length: this model reads 64 tokens at once/)
    expect(asked[0]).toContain('--train.max_seq_length 64')
  })

  test('OUT is seen from where the caller stands', () => {
    const { stdout } = train({ OUT: 'results here' })
    expect(stdout).toContain(`The model is in ${top}/results here/lora/final`)
  })

  test('--check prints what would run and touches nothing', () => {
    const { status, stdout, asked, folder } = train(
      { MODEL: 'maker/model' },
      { words: ['--check'] }
    )
    expect(status).toBe(0)
    expect(stdout).toContain('would run: litgpt download maker/model')
    expect(stdout).toContain('would run: litgpt finetune_lora checkpoints/maker/model')
    expect(asked).toEqual([])
    expect(existsSync(`${folder}/out`)).toBe(false)
  })
})

test('both scripts are told all they ask for', () => {
  const settings = scriptSettings(statsOf(), defaultChoice(statsOf()))
  for (const script of [trainSh, trainPs1]) {
    const asked = [...script.matchAll(/@([A-Z_]+)@/g)].map(([, name]) => name)
    expect(new Set(asked)).toEqual(new Set(Object.keys(settings)))
  }
})
