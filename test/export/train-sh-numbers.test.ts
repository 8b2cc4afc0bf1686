import fc from 'fast-check'
import { expect, test } from 'vitest'
import { datasetDefaults } from '../../src/export/dataset/options.ts'
import { defaultChoice, planTraining } from '../../src/export/dataset/training/plan.ts'
import { finetuneSchedule, pretrainSchedule } from '../../src/export/dataset/training/schedule.ts'
import { finetuneSize, pretrainSize } from '../../src/export/dataset/training/sizes.ts'
import { trainingFiles } from '../../src/export/dataset/training/training-files.ts'
import { scriptStand, windows, write } from './script-stand.ts'
import { statsOf } from './stats.ts'

const { top, train } = scriptStand()

test.skipIf(windows)('the script counts as the plan does', () => {
  const whole = (max: number) => fc.integer({ min: 1, max })
  fc.assert(
    fc.property(
      fc.record({
        items: whole(400),
        longest: whole(3000),
        tokens: fc.integer({ min: 200, max: 50_000 })
      }),
      fc.record({ devices: whole(4), nodes: whole(3), epochs: whole(5) }),
      fc.boolean(),
      ({ items, longest, tokens }, choice, pretrain) => {
        const stats = statsOf({
          train: items,
          recordTokens: [longest],
          textTrainTokens: tokens,
          textValidationTokens: Math.ceil(tokens / 10)
        })
        const plan = planTraining(stats, { ...defaultChoice(stats), ...choice })
        const folder = `${top}/counted`
        for (const { path, text } of trainingFiles(plan, datasetDefaults, true, true)) {
          write(`${folder}/${path}`, [...text].join(''))
        }
        for (const file of ['train.json', 'val.json', 'text/train/train.txt', 'text/val/val.txt']) {
          write(`${folder}/litgpt/${file}`, 'x'.repeat(20_000))
        }
        const { stdout } = train(
          { METHOD: pretrain ? 'pretrain' : 'lora', CARDS: '8' },
          { words: ['--check'], folder }
        )
        const size = pretrain ? pretrainSize(stats, 256) : finetuneSize(stats, 256)
        const counted = pretrain
          ? pretrainSchedule({ ...choice, ...size, tokens })
          : finetuneSchedule({ ...choice, ...size, items })
        expect(stdout).toContain(
          `plan: ${counted.steps} steps of ${counted.global} records (${counted.micro} at once), ` +
            `${counted.warmup} to warm up, at most ${size.length} tokens each`
        )
        expect(stdout).toContain(
          pretrain
            ? `--train.max_tokens ${counted.maxTokens} `
            : `--train.epochs ${counted.epochs} `
        )
      }
    ),
    { numRuns: 40 }
  )
})
