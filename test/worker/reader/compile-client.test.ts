import { afterEach, describe, expect, test, vi } from 'vitest'
import { compile, defaultSettings } from '../../../src/laegna.ts'
import type { ReadProject } from '../../../src/worker/protocol/messages.ts'
import { CompileClient } from '../../../src/worker/reader/compile-client.ts'
import { startReader } from '../../../src/worker/reader/start-reader.ts'
import { WorkerTrouble } from '../../../src/worker/protocol/trouble.ts'

const cells = { path: 'cells.md', text: '# Cells\n\n[/Q]What?[Q/]\n[/A]That.[A/]\n' }
const dna = { path: 'dna.md', text: '# DNA\n\nText. [/BLOCKREAD/]\n' }
let client = new CompileClient()

afterEach(() => {
  client.stop()
  client = new CompileClient()
})

describe('the compile worker', () => {
  test('reads a project as compile does', async () => {
    client.reset([cells, dna], defaultSettings)
    const { compilation, heldBack } = await client.compile()
    expect(compilation).toEqual(compile([cells, dna], defaultSettings))
    expect(heldBack).toEqual([])
  })

  test('reads the latest texts, order and settings', async () => {
    client.reset([cells, dna], defaultSettings)
    await client.compile()
    const rna = { path: 'rna.md', text: '# RNA\n\nMore.\n' }
    client.put({ path: 'cells.md', text: 'gone' })
    client.put({ ...cells, text: '# Cells\n\nNo card.\n' })
    client.put(rna)
    client.arrange(['rna.md', 'cells.md'])
    const settings = { ...defaultSettings, capture: 'all' as const }
    client.configure(settings)
    const { compilation } = await client.compile()
    const files = [rna, { ...cells, text: '# Cells\n\nNo card.\n' }]
    expect(compilation).toEqual(compile(files, settings))
  })

  test('reads what is typed, also after it was ended, and never another text', async () => {
    client.reset([cells, dna], defaultSettings)
    await client.compile()
    let text = cells.text
    const type = (insert: string) => {
      const at = text.indexOf('?')
      text = text.slice(0, at) + insert + text.slice(at)
      const file = { path: cells.path, text: () => text, length: text.length }
      expect(client.type(file, [{ start: at, end: at, insert }])).toBe(true)
    }
    const question = async () => (await client.compile()).compilation.cards[0]?.question
    type(' is')
    type(' it')
    expect(await question()).toBe('What is it?')
    type(' now')
    client.stop()
    expect(await question()).toBe('What is it now?')
    // Edits that are none of the text before: the worker is told all of it then.
    client.type({ path: cells.path, text: () => text, length: text.length }, [
      { start: 0, end: 0, insert: 'x' }
    ])
    await expect(question()).rejects.toThrow()
    expect(await question()).toBe('What is it now?')
  })

  test('knows the project’s pictures, also after it was ended', async () => {
    const file = { path: 'a.md', text: '[/Q]![](x.png)[Q/] [/A]X[A/]' }
    client.reset([file], defaultSettings, ['x.png'])
    const front = async () => (await client.compile()).compilation.cards[0]?.questionHtml
    expect(await front()).toBe('<img src="x.png" alt="">')
    client.setMedia([])
    expect(await front()).toBe('x.png')
    client.setMedia(['img/x.png'])
    client.stop()
    expect(await front()).toBe('<img src="img/x.png" alt="">')
  })

  test('of a long chapter only the beginning comes to the page; all of it is handed over', async () => {
    const text = `# Long\n\n[/CHAPTREEREAD/]\n\n${'Many words of it. '.repeat(500)}end`
    client.reset([{ path: 'long.md', text }], defaultSettings)
    const [shown] = (await client.compile()).compilation.chapters
    const { port1, port2 } = new MessageChannel()
    const coming = new Promise<ReadProject>((resolve) => {
      port2.onmessage = ({ data }: MessageEvent<ReadProject>) => resolve(data)
    })
    await client.handOver(port1)
    const [whole] = (await coming).compilation.chapters
    expect(whole?.content).toMatch(/^# Long\n\nMany words[^]{8000,} end$/)
    expect(shown).toEqual({ ...whole, content: whole?.content.slice(0, 1000) })
  })

  test('sends only what changed', async () => {
    const sent: string[][] = []
    client = new CompileClient(() => spyOn(startReader('compile'), sent))
    client.reset([cells, dna], defaultSettings)
    await client.compile()
    client.put({ ...dna, text: 'new' })
    await client.compile()
    expect(sent).toEqual([['cells.md', 'dna.md'], ['dna.md']])
  })
})

describe('a file that takes too long', () => {
  /** Milliseconds: far more than a worker needs to start on a busy machine. */
  const patience = 2500

  /** Answers at once, but never where a text holds a word. */
  const script = (slow: string) => `
    const isSlow = (text) => text.includes('${slow}')
    let files = new Map()
    const settle = (id, answer) => postMessage({ id, kind: 'done', answer })
    onmessage = ({ data: { id, request } }) => {
      if (request.kind === 'probe') {
        if (isSlow(request.file.text)) for (;;);
        return settle(id, { kind: 'probed' })
      }
      const { put, paths } = request.change
      for (const { path, text } of put) files.set(path, text)
      if (paths) files = new Map(paths.map((path) => [path, files.get(path)]))
      if ([...files.values()].some(isSlow)) for (;;);
      const list = { start: 0, removed: 0, rows: [], by: { lines: 0, offsets: 0, numbers: 0 } }
      const names = ['blocks', 'chapters', 'cards', 'diagnostics', 'tree', 'spans', 'literalTags']
      const lists = Object.fromEntries(names.map((name) => [name, list]))
      const parts = [...files.keys()].map((path) => ({ file: { path }, lists }))
      const change = { paths: [...files.keys()], parts }
      settle(id, { kind: 'compiled', news: { version: 1, isWhole: true, change } })
    }`
  const startFake = (slow = 'slow') =>
    new Worker(URL.createObjectURL(new Blob([script(slow)], { type: 'text/javascript' })))
  const paths = ({ compilation }: { compilation: { files: { path: string }[] } }) =>
    compilation.files.map(({ path }) => path)

  test('is held back and named; all others are read', async () => {
    client = new CompileClient(
      () => startFake(),
      () => patience
    )
    client.reset([cells, { path: 'bad.md', text: 'slow' }, dna], defaultSettings)
    const result = await client.compile()
    expect(paths(result)).toEqual(['cells.md', 'dna.md'])
    expect(result.heldBack).toEqual(['bad.md'])
  })

  test('gets another chance when its text changes', async () => {
    client = new CompileClient(
      () => startFake(),
      () => patience
    )
    client.reset([cells, { path: 'bad.md', text: 'slow' }], defaultSettings)
    await client.compile()
    client.put({ path: 'bad.md', text: 'quick' })
    const result = await client.compile()
    expect(paths(result)).toEqual(['cells.md', 'bad.md'])
    expect(result.heldBack).toEqual([])
  })

  test('gets another chance, and twice the time, when it is tried again', async () => {
    let slow = 'slow'
    client = new CompileClient(
      () => startFake(slow),
      () => patience
    )
    client.reset([cells, { path: 'bad.md', text: 'slow' }], defaultSettings)
    expect((await client.compile()).heldBack).toEqual(['bad.md'])
    slow = 'slower'
    client.stop()
    const timers = vi.spyOn(globalThis, 'setTimeout')
    client.tryAgain()
    const result = await client.compile()
    expect(paths(result)).toEqual(['cells.md', 'bad.md'])
    expect(result.heldBack).toEqual([])
    expect(timers.mock.calls.map(([, after]) => after)).toContain(2 * patience)
  })

  test('is found at once when it is the one that was edited', async () => {
    client = new CompileClient(
      () => startFake(),
      () => patience
    )
    client.reset([cells, dna], defaultSettings)
    await client.compile()
    client.put({ ...dna, text: 'slow' })
    expect((await client.compile()).heldBack).toEqual(['dna.md'])
  })

  test('rejects where no single file is to blame', async () => {
    const hang = URL.createObjectURL(
      new Blob([
        `onmessage = ({ data: { id, request } }) => {
           if (request.kind === 'compile') for (;;);
           postMessage({ id, kind: 'done', answer: { kind: 'probed' } })
         }`
      ])
    )
    client = new CompileClient(
      () => new Worker(hang),
      () => patience
    )
    client.reset([cells, dna], defaultSettings)
    await expect(client.compile()).rejects.toBeInstanceOf(WorkerTrouble)
  })
})

/** Notes the paths that each message carries. */
function spyOn(worker: Worker, sent: string[][]): Worker {
  const post = worker.postMessage.bind(worker)
  worker.postMessage = (message: { request: { change: { put: { path: string }[] } } }) => {
    sent.push(message.request.change.put.map(({ path }) => path))
    post(message)
  }
  return worker
}
