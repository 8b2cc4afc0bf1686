import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { scriptStand, windows, write } from './script-stand.ts'

const { fresh, tools, top, train } = scriptStand()

describe.skipIf(windows)('train.sh says what went wrong', () => {
  test.each<[string, Record<string, string>, RegExp]>([
    ['an unknown method', { METHOD: 'magic' }, /METHOD=magic is none of/],
    ['a number that is none', { EPOCHS: '0' }, /whole numbers from 1, not '0'/],
    ['QLoRA without a card', { METHOD: 'qlora' }, /needs an NVIDIA/],
    ['QLoRA on two cards', { METHOD: 'qlora', CARDS: '2', DEVICES: '2' }, /one graphics card only/],
    ['more cards than there are', { CARDS: '2', DEVICES: '4' }, /this machine has 2/],
    ['several machines that do not know each other', { NODES: '2' }, /MASTER_ADDR/],
    ['no such folder', { MODEL: './nowhere' }, /there is no folder/],
    ['neither folder nor name', { MODEL: 'gpt2' }, /neither a folder nor a name/],
    [
      'a checkpoint that was never converted',
      { WEIGHTS: 'raw' },
      /litgpt convert_pretrained_checkpoint/
    ]
  ])('%s', (_, env, said) => {
    const { status, stderr, asked } = train(env)
    expect(stderr).toMatch(said)
    expect(status).toBe(1)
    expect(asked).toEqual([])
  })

  test('an unknown word', () => {
    expect(train({}, { words: ['--chekc'] }).stderr).toMatch(/unknown argument --chekc/)
  })

  test('a file that is missing or empty', () => {
    const folder = fresh()
    write(`${folder}/litgpt/val.json`, '')
    expect(train({}, { folder }).stderr).toMatch('litgpt/val.json is missing or empty')
  })

  test('pretraining where there is no text to do it on', () => {
    const folder = fresh()
    rmSync(`${folder}/litgpt/text`, { recursive: true })
    expect(train({ METHOD: 'pretrain' }, { folder }).stderr).toMatch('too little text to pretrain')
  })

  test('a checkpoint without its tokenizer', () => {
    write(`${top}/half/lit_model.pth`, 'x')
    write(`${top}/half/model_config.yaml`, 'block_size: 64\n')
    expect(train({ MODEL: 'half' }).stderr).toMatch(/lacks tokenizer_config\.json/)
  })

  const broken = (line: string) => {
    const path = mkdtempSync(`${top}/broken `)
    write(`${path}/litgpt`, `#!/bin/sh\n${line}\n`, 0o755)
    cpSync(`${tools}/python`, `${path}/python`)
    return train({ PATH: `${path}:/usr/bin:/bin` })
  }

  test('LitGPT that fails: its code, and where its lines are', () => {
    const { status, stderr } = broken('echo trouble; exit 7')
    expect(status).toBe(1)
    expect(stderr).toMatch(/LitGPT ended with code 7.*train\.log/)
  })

  test('LitGPT that ends well without a step, or without a model', () => {
    expect(broken('exit 0').stderr).toMatch(/no step was made/)
    expect(broken('echo "| iter 1 step 1 |"').stderr).toMatch(/lit_model\.pth was not written/)
  })

  test('memory that ran out: what to take instead', () => {
    expect(broken('echo CUDA out of memory.; exit 1').stderr).toMatch(/smaller MODEL/)
  })

  test('a learning rate that is no number, before anything runs', () => {
    for (const RATE of ['1/2', 'fast', '0.01 ', '-']) {
      const { status, stderr, asked } = train({ RATE }, { words: ['--check'] })
      expect(status).toBe(1)
      expect(stderr).toContain(`not '${RATE}'`)
      expect(asked).toEqual([])
    }
    expect(train({ RATE: '1e-4' }, { words: ['--check'] }).status).toBe(0)
  })

  test('no place for the result', () => {
    const { status, stderr, asked } = train({ OUT: '/dev/null/out' })
    expect(status).toBe(1)
    expect(stderr).toContain('train.sh: no folder for the result can be made in /dev/null/out')
    expect(asked.join(' ')).not.toContain('finetune')
  })

  test('a Python that is too old for LitGPT: which one it is', () => {
    const path = `${top}/old-python`
    const python = '#!/bin/sh\n[ "$1" != --version ] || { echo Python 3.8.10; exit; }\nexit 3\n'
    write(`${path}/python3`, python, 0o755)
    const { status, stderr } = train({ PATH: `${path}:/usr/bin:/bin` })
    expect(status).toBe(1)
    expect(stderr).toContain('python3 is Python 3.8.10, too old')
  })

  test('no LitGPT and no way to install it', () => {
    const path = `${top}/no tools`
    write(`${path}/python3`, '#!/bin/sh\nexit 1\n', 0o755)
    const { status, stderr } = train({ PATH: `${path}:/usr/bin:/bin` })
    expect(status).toBe(1)
    expect(stderr).toMatch(/could not make \.venv/)
  })
})
