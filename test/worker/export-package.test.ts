import JSZip from 'jszip'
import { afterEach, expect, test } from 'vitest'
import { compile, defaultSettings, exporters } from '../../src/laegna.ts'
import { CompileClient } from '../../src/worker/reader/compile-client.ts'
import { ExportClient } from '../../src/worker/export/export-client.ts'

const files = [{ path: 'a.md', text: '# Cells\n\n[/Q]What?[Q/] [/A]![[a.png]][A/]\n' }]
const picture = new Uint8Array([1, 2, 3])
const media = new Map([['a.png', picture]])
const now = 1_700_000_000_000
const compiler = new CompileClient()
const client = new ExportClient()

afterEach(() => {
  compiler.stop()
  client.stop()
})

test('the export worker and the page write the same package as any other place', async () => {
  compiler.reset(files, defaultSettings, ['a.png'])
  const { compilation } = await compiler.compile()
  await client.take(compilation, (to) => compiler.handOver(to))
  const job = {
    exporter: 'anki-package',
    project: 'p',
    name: 'Cells',
    options: {},
    place: 'linux' as const,
    media: [{ path: 'a.png', blobId: 'a', blob: new Blob([picture]) }],
    now
  }
  const [fromWorker] = (await client.run(job)).files
  const input = { name: 'Cells', files, media, compilation: compile(files, {}, ['a.png']) }
  const ankiPackage = exporters.find(({ id }) => id === 'anki-package')!
  const fromPage = await ankiPackage.run(input, {}, { now: new Date(now), seed: 1 })
  expect(fromWorker!.name).toBe('Cells.apkg')
  const bytes = new Uint8Array(await fromWorker!.blob.arrayBuffer())
  expect(bytes).toEqual(fromPage.files[0]!.bytes)
  expect(fromWorker!.blob.type).toBe(fromPage.files[0]!.mime)
  const zip = await JSZip.loadAsync(bytes)
  expect(await zip.file('0')!.async('uint8array')).toEqual(picture)
  const collection = await zip.file('collection.anki2')!.async('string')
  expect(collection.startsWith('SQLite format 3')).toBe(true)
})
