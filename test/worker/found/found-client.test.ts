import { afterEach, expect, test } from 'vitest'
import { FoundClient } from '../../../src/worker/found/found-client.ts'
import { startReader } from '../../../src/worker/reader/start-reader.ts'

let client = new FoundClient()

afterEach(() => {
  client.stop()
  client = new FoundClient()
})

const one = { path: 'one.md', text: 'Capital of France::Paris\n' }
const none = { path: 'none.md', text: 'Nothing to learn.\n' }

async function all(files: { path: string; text: string }[], signal = new AbortController().signal) {
  const batches = []
  for await (const batch of client.find(files, {}, signal)) batches.push(batch)
  return batches
}

test('each file is given with what it holds, and each card with its fingerprint', async () => {
  const [batch] = await all([one, none])
  expect(batch?.slow).toEqual([])
  expect(batch?.found.map(({ path, cards }) => [path, cards.length])).toEqual([
    ['one.md', 1],
    ['none.md', 0]
  ])
  expect(batch?.found[0]?.cards[0]).toMatchObject({
    question: 'Capital of France',
    answer: 'Paris'
  })
  expect(batch?.found[0]?.cards[0]?.fingerprint).toMatch(/^[0-9a-f]{22}$/)
})

test('long projects come in parts, so that one sees how far it is', async () => {
  const long = { path: 'long.md', text: `${one.text}\n`.repeat(10_000) }
  const batches = await all([one, long, none])
  expect(batches.map(({ found }) => found.map(({ path }) => path))).toEqual([
    ['one.md'],
    ['long.md'],
    ['none.md']
  ])
  const starts = batches[1]?.found[0]?.cards.map(({ start }) => start)
  expect(starts).toEqual(Array.from({ length: 10_000 }, (_, at) => at * 26))
})

test('a file that takes too long is named, and the others go on', async () => {
  // A worker that never answers about a text that says so.
  const start = (): Worker => {
    const worker = startReader('found')
    const post = worker.postMessage.bind(worker)
    worker.postMessage = (message: unknown) => {
      if (!JSON.stringify(message).includes('never ends')) post(message)
    }
    return worker
  }
  const slow = { path: 'slow.md', text: 'This never ends.' }
  const { length } = slow.text
  client = new FoundClient(start, (many) => (many === length || many > 50 ? 300 : 60_000))
  const [batch] = await all([one, slow, none])
  expect(batch?.slow).toEqual(['slow.md'])
  expect(batch?.found.map(({ path }) => path)).toEqual(['one.md', 'none.md'])
})

test('it can be taken back', async () => {
  const stop = new AbortController()
  const looking = all([one], stop.signal)
  stop.abort()
  await expect(looking).rejects.toMatchObject({ reason: 'cancelled' })
})

test('a card gets other words', async () => {
  const [batch] = await all([one])
  const card = batch!.found[0]!.cards[0]!
  const words = { question: 'The capital of France', answer: 'Paris' }
  const edited = await client.edit(one, card, words, {})
  expect(edited).toMatchObject({ card: words })
  expect(await client.edit(one, card, { ...words, answer: '' }, {})).toMatchObject({
    trouble: expect.stringContaining('needs an answer') as string
  })
})
