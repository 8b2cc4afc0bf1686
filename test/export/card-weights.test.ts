import { expect, test } from 'vitest'
import type { DatasetItem } from '../../src/export/dataset/items/item.ts'
import { exportDataset, jsonLines, records } from './open-zip.ts'
import { project } from './projects.ts'

const text = Array.from(
  { length: 12 },
  (_, n) =>
    `# Part ${n}\n\nPart ${n} is about ${n ** 3}.\n\n[/Q]What is ${n}?[Q/]\n[/A]It is number ${n ** 3} of all.[A/]\n`
).join('\n')
const input = project([{ path: 'a.md', text }])

/** The dataset in which some cards come more often: by side, the first so many. */
async function weighted(
  weights: { train?: number; validation?: number },
  preset: 'instruct' | 'study'
) {
  const plain = await exportDataset(input, { preset })
  const first = (split: string) =>
    jsonLines<DatasetItem>(plain.texts.get(`items/qa-${split}.jsonl`))[0]!
  const [learned, checked] = [first('train'), first('validation')]
  const cardWeights = {
    'gone-since': 4,
    ...(weights.train && { [learned.guid]: weights.train }),
    ...(weights.validation && { [checked.guid]: weights.validation })
  }
  const opened = await exportDataset(input, { preset, cardWeights })
  const times = (of: typeof plain, { answer }: DatasetItem, side: 'train' | 'val' = 'train') =>
    records(of, side).filter(({ output }) => output.includes(answer)).length
  const manifest = JSON.parse(opened.texts.get('manifest.json')!) as { weighted_cards: unknown[] }
  return { plain, opened, learned, checked, times, manifest }
}

test('a card that is trained more comes so many times, and the manifest names it', async () => {
  const { plain, opened, learned, times, manifest } = await weighted({ train: 4 }, 'instruct')
  expect([times(plain, learned), times(opened, learned)]).toEqual([1, 4])
  expect(records(opened, 'train')).toHaveLength(records(plain, 'train').length + 3)
  expect(manifest.weighted_cards).toEqual([{ id: learned.id, guid: learned.guid, times: 4 }])
  expect(opened.notes).toContain('1 card comes more often, because you train it more.')
  const sources = jsonLines<{ id: string }>(opened.texts.get('litgpt/train.sources.jsonl'))
  expect(sources.filter(({ id }) => id === learned.id)).toHaveLength(4)
})

test('one that is checked with stays as it is: a model must not learn it', async () => {
  const { plain, opened, checked, times, manifest } = await weighted({ validation: 8 }, 'instruct')
  expect([times(plain, checked, 'val'), times(opened, checked, 'val')]).toEqual([1, 1])
  expect(times(opened, checked)).toBe(0)
  expect(manifest.weighted_cards).toEqual([])
})

test('in study it comes more often than the others, in each of its wordings', async () => {
  const { opened, learned, times } = await weighted({ train: 3 }, 'study')
  const other = jsonLines<DatasetItem>(opened.texts.get('items/qa-train.jsonl'))[1]!
  expect(times(opened, learned)).toBe(3 * times(opened, other))
})
