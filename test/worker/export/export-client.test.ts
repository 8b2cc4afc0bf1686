import { inEnglish } from '../../../src/say/say.ts'
import { afterEach, describe, expect, test } from 'vitest'
import { defaultSettings } from '../../../src/laegna.ts'
import { CompileClient } from '../../../src/worker/reader/compile-client.ts'
import { ExportClient, type ExportJob } from '../../../src/worker/export/export-client.ts'
import { WorkerTrouble } from '../../../src/worker/protocol/trouble.ts'

const text = '# Cells\n\n[/Q]What?[Q/] [/A]That.[A/]\n\n[/Q]Who?[Q/] [/A]They.[A/]\n'
const job: ExportJob = {
  project: 'cells',
  exporter: 'anki-json',
  options: {},
  name: 'Cells',
  media: [],
  settings: defaultSettings,
  place: 'linux',
  now: 0
}
const { signal } = new AbortController()
let compiler = new CompileClient()
let client = new ExportClient()

afterEach(() => {
  compiler.stop()
  client.stop()
  compiler = new CompileClient()
  client = new ExportClient()
})

/** Exports as one does who takes the files. */
async function keepRun(order: ExportJob) {
  const { held } = await client.run(order)
  await client.keep(held!)
}

async function compileAndTake() {
  const { compilation } = await compiler.compile()
  await client.take(compilation, (to) => compiler.handOver(to))
  return compilation
}

describe('the export worker', () => {
  test('gets the project from the worker that has read it, and exports its newest texts', async () => {
    compiler.reset([{ path: 'cells.md', text }], defaultSettings)
    await compileAndTake()
    expect((await client.preview(job, signal)).preview.counts.map(inEnglish)).toContain('2 cards')
    compiler.put({ path: 'cells.md', text: `${text}\n[/Q]When?[Q/] [/A]Now.[A/]\n` })
    await compileAndTake()
    const { files } = await client.run(job)
    expect(JSON.parse((await files[0]?.blob.text()) ?? '')).toHaveLength(3)
    const sources = { ...job, exporter: 'dataset', options: { sources: true } }
    expect((await client.run(sources)).files).toHaveLength(1)
  })

  test('counts tokens of more files than are sent at once, in their order', async () => {
    const files = ['word ', 'wrd wrd ', ''].map((words) => ({
      path: 'a.md',
      text: words.repeat(120_000)
    }))
    const [one = 0, two = 0, none] = await client.tokens(files)
    expect(one).toBeGreaterThan(100_000)
    expect(two).toBeGreaterThan(one)
    expect(none).toBe(0)
  })

  test('is not sent again what it holds', async () => {
    compiler.reset([{ path: 'cells.md', text }], defaultSettings)
    const compilation = await compileAndTake()
    let sent = 0
    await client.take(compilation, async () => void (sent += 1))
    expect(sent).toBe(0)
    expect(client.holds).toBe(true)
    client.stop()
    expect(client.holds).toBe(false)
    await client.take(compilation, (to) => compiler.handOver(to))
    expect((await client.preview(job, signal)).preview.counts.map(inEnglish)).toContain('2 cards')
  })

  test('waits for no project that never comes, and says why it does not', async () => {
    compiler.reset([{ path: 'cells.md', text }], defaultSettings)
    const { compilation } = await compiler.compile()
    const why = new WorkerTrouble('crashed', { template: 'It fell over.' })
    await expect(client.take(compilation, () => Promise.reject(why))).rejects.toBe(why)
    expect(client.holds).toBe(false)
    await client.take(compilation, (to) => compiler.handOver(to))
    expect((await client.preview(job, signal)).preview.counts.map(inEnglish)).toContain('2 cards')
  })

  test('refuses in words where there is nothing to write', async () => {
    compiler.reset([{ path: 'cells.md', text: 'Nothing.' }], defaultSettings)
    await compileAndTake()
    await expect(client.preview(job, signal)).rejects.toMatchObject({ reason: 'refused' })
    await expect(client.run(job)).rejects.toThrow('There is no card to export.')
  })

  test('counts cards against the last export that was handed over', async () => {
    const project = { ...job, project: `cells ${Math.random()}` }
    compiler.reset([{ path: 'cells.md', text }], defaultSettings)
    await compileAndTake()
    await client.run(project)
    const untaken = await client.preview(project, signal)
    expect(untaken.changes).toEqual({ fresh: 2, changed: 0, unchanged: 0, gone: 0 })
    await keepRun(project)
    compiler.put({ path: 'cells.md', text: text.replace('They.', 'We.') + '[/Q]3?[Q/] [/A]3[A/]' })
    await compileAndTake()
    const { changes } = await client.preview(project, signal)
    expect(changes).toEqual({ fresh: 1, changed: 1, unchanged: 1, gone: 0 })
    const [changed] = await client.changes(project, 'changed', 0, 10)
    expect(changed?.before?.answer).toBe('They.')
    expect(changed?.after?.answer).toBe('We.')
  })

  test('counts a card as changed when the picture that it shows was drawn anew', async () => {
    const drawn = (blobId: string, bytes: string) => ({
      ...job,
      project,
      media: [{ path: 'a.png', blobId, blob: new Blob([bytes]) }]
    })
    const project = `cells ${Math.random()}`
    compiler.reset(
      [{ path: 'cells.md', text: `${text}[/Q]![](a.png)[Q/] [/A]A.[A/]` }],
      defaultSettings,
      ['a.png']
    )
    await compileAndTake()
    await keepRun(drawn('first', 'one'))
    const copied = await client.preview(drawn('copy', 'one'), signal)
    expect(copied.changes).toEqual({ fresh: 0, changed: 0, unchanged: 3, gone: 0 })
    const redrawn = drawn('second', 'two')
    const { changes } = await client.preview(redrawn, signal)
    expect(changes).toEqual({ fresh: 0, changed: 1, unchanged: 2, gone: 0 })
    expect((await client.changes(redrawn, 'changed', 0, 10))[0]?.changes).toEqual(['media'])
    await keepRun(redrawn)
    expect((await client.preview(redrawn, signal)).changes?.unchanged).toBe(3)
    // One that cannot be read is as it was: the export keeps what Anki has.
    const lost = { ...job, project, media: [{ path: 'a.png', blobId: 'lost' }] }
    expect((await client.preview(lost, signal)).changes?.unchanged).toBe(3)
  })

  test('forgets nothing that another tab exported while an earlier export was looked at', async () => {
    const project = { ...job, project: `cells ${Math.random()}` }
    compiler.reset([{ path: 'cells.md', text }], defaultSettings)
    await compileAndTake()
    const { files } = await client.run(project)
    const earlier = { ...project, earlier: { key: 1, file: files[0]!.blob } }
    expect((await client.earlier(earlier)).report).toMatchObject({ cards: 2, found: 2 })
    const other = new ExportClient()
    const { compilation } = await compiler.compile()
    await other.take(compilation, (to) => compiler.handOver(to))
    const { held } = await other.run({ ...project, exporter: 'anki-package' })
    await other.keep(held!)
    other.stop()
    const { before, after } = await client.adopt(earlier)
    expect(before?.forms).toEqual(['package'])
    expect(after.forms).toEqual(['package'])
  })

  test('keeps what was handed over, and nothing that was only looked at', async () => {
    const project = { ...job, project: `cells ${Math.random()}` }
    compiler.reset([{ path: 'cells.md', text }], defaultSettings)
    await compileAndTake()
    const looked = await client.deliver(project)
    expect((await client.run({ ...project, exporter: 'html' })).held).toBeUndefined()
    expect((await client.preview(project, signal)).changes?.fresh).toBe(2)

    const toPackage = { ...project, exporter: 'anki-package' }
    await keepRun(toPackage)
    const warnings = async () =>
      (await client.preview(toPackage, signal)).preview.warnings.join('\n')
    expect(await warnings()).not.toContain('straight to Anki')
    // Sent all the same: both are known then, whichever was first.
    await client.keep(looked.held)
    expect(await warnings()).toContain('straight to Anki')
    expect((await client.preview(project, signal)).changes?.unchanged).toBe(2)
    await expect(client.keep(looked.held)).rejects.toThrow('not held any more')
  })
})

test('a tokenizer that never ends is named, and the next question is answered', async () => {
  const script = `onmessage = ({ data: { id, request } }) => {
    if (request.kind === 'stats') for (;;);
    postMessage({ id, kind: 'done', answer: { kind: 'listed', exporters: [] } })
  }`
  const address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }))
  const short = new ExportClient(() => new Worker(address), 100)
  const counting = short.stats({ ...job, tokenizer: { name: 'steep.json', json: '{}' } })
  await expect(counting).rejects.toThrow(/^steep\.json is no tokenizer .* \(It took too long\.\)/)
  expect(await short.list()).toEqual([])
  short.stop()
})
