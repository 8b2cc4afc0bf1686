import { afterEach, describe, expect, test } from 'vitest'
import { WorkerBridge } from '../../../src/worker/protocol/bridge.ts'
import { WorkerTrouble } from '../../../src/worker/protocol/trouble.ts'

/** A worker that obeys: doubles numbers, hangs for ever, fails, refuses, or falls over. */
const script = `
  let asked = 0
  onmessage = ({ data: { id, request } }) => {
    asked += 1
    if (request === 'hang') for (;;);
    if (request === 'fall') throw new Error('fell over')
    if (request === 'fail') return postMessage({ id, kind: 'failed', refusal: false, said: { template: 'broken' } })
    const said = { template: '{path} is empty.', values: { path: 'a.md' } }
    if (request === 'refuse') return postMessage({ id, kind: 'failed', refusal: true, said })
    if (request === 'asked') return postMessage({ id, kind: 'done', answer: asked })
    postMessage({ id, kind: 'progress', done: 1, total: 2 })
    postMessage({ id, kind: 'done', answer: request * 2 })
  }`

let started = 0
let restarts = 0
let ended = 0
let bridge = new WorkerBridge<number | string, number>(start, () => (restarts += 1))

function start(): Worker {
  started += 1
  const worker = new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })))
  const terminate = worker.terminate.bind(worker)
  worker.terminate = () => {
    ended += 1
    terminate()
  }
  return worker
}

afterEach(() => {
  bridge.stop()
  started = 0
  restarts = 0
  ended = 0
  bridge = new WorkerBridge(start, () => (restarts += 1))
})

const ask = (request: number | string, options = {}) => bridge.ask(() => request, options)

async function reasonOf(answer: Promise<unknown>): Promise<string> {
  const error = await answer.then(
    () => undefined,
    (error: unknown) => error
  )
  return error instanceof WorkerTrouble ? error.reason : `not trouble: ${String(error)}`
}

describe('a bridge to a worker', () => {
  test('answers every request, in order, with one worker', async () => {
    expect(await Promise.all([ask(1), ask(2), ask(3)])).toEqual([2, 4, 6])
    expect(started).toBe(1)
  })

  test('starts no worker before it is asked', () => {
    expect(started).toBe(0)
  })

  test('makes a request only when its turn comes', async () => {
    let text = 1
    const first = ask(10)
    const second = bridge.ask(() => text)
    text = 7
    expect(await Promise.all([first, second])).toEqual([20, 14])
  })

  test('passes progress on', async () => {
    const steps: number[][] = []
    await ask(1, { progress: (done: number, total: number) => steps.push([done, total]) })
    expect(steps).toEqual([[1, 2]])
  })

  test('ends a worker past its deadline, says so, and goes on with a new one', async () => {
    const hung = ask('hang', { deadline: 200 })
    const next = ask('asked')
    expect(await reasonOf(hung)).toBe('deadline')
    expect(await next).toBe(1)
    expect([started, ended, restarts]).toEqual([2, 1, 1])
  })

  test('stops what is under way when its signal says so', async () => {
    const cancel = new AbortController()
    const hung = ask('hang', { signal: cancel.signal })
    const next = ask(4)
    cancel.abort()
    expect(await reasonOf(hung)).toBe('cancelled')
    expect(await next).toBe(8)
  })

  test('takes a waiting request out of the queue without ending the worker', async () => {
    const cancel = new AbortController()
    const first = ask(1)
    const waiting = ask(2, { signal: cancel.signal })
    cancel.abort()
    expect(await reasonOf(waiting)).toBe('cancelled')
    expect(await first).toBe(2)
    expect(started).toBe(1)
  })

  test('never asks what was cancelled beforehand', async () => {
    expect(await reasonOf(ask(1, { signal: AbortSignal.abort() }))).toBe('cancelled')
    expect(started).toBe(0)
  })

  test('tells refusals, failures and crashes apart, and lives on', async () => {
    expect(await reasonOf(ask('refuse'))).toBe('refused')
    expect(await reasonOf(ask('fail'))).toBe('failed')
    expect(await reasonOf(ask('fall'))).toBe('crashed')
    expect(await ask(5)).toBe(10)
  })

  test('brings what a refusal says, so that a page can word it', async () => {
    await expect(ask('refuse')).rejects.toMatchObject({
      message: 'a.md is empty.',
      said: { template: '{path} is empty.', values: { path: 'a.md' } }
    })
  })

  test('rejects when the worker cannot be loaded', async () => {
    const broken = new WorkerBridge(() => new Worker('/there/is/no/such/worker.js'))
    expect(await reasonOf(broken.ask(() => 1))).toBe('crashed')
  })

  test('leaves nobody waiting when it is stopped', async () => {
    const answers = [ask('hang'), ask(1)].map(reasonOf)
    bridge.stop()
    expect(await Promise.all(answers)).toEqual(['cancelled', 'cancelled'])
  })
})
