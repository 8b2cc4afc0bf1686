import { deleteDB } from 'idb'
import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import { Compiler, defaultSettings } from '../../../src/laegna.ts'
import { forPage } from '../../../src/worker/reader/compilation-change.ts'
import { KeptReading, type Readable } from '../../../src/worker/reader/kept-reading.ts'
import { ShownParts } from '../../../src/worker/reader/shown-parts.ts'

const name = 'test of kept readings'
const cells = { path: 'cells.md', text: '# Cells\n\n[/Q]What?[Q/]\n[/A]That.[A/]\n' }
const dna = { path: 'dna.md', text: '# DNA\n\nText. [/BLOCKREAD/]\n' }
const project: Readable = { files: [cells, dna], settings: defaultSettings, media: ['x.png'] }

afterEach(() => deleteDB(name))

test('what was read of a project is there in the next visit, as long as it is the same', async () => {
  await keep(new KeptReading(name, 0), project)
  expect(await recalled(project)).toEqual(shownOf(project))
  for (const other of [
    { ...project, files: [cells, { ...dna, text: `${dna.text} ` }] },
    { ...project, files: [dna, cells] },
    { ...project, files: [cells] },
    { ...project, files: [cells, { ...dna, path: 'rna.md' }] },
    { ...project, media: [] },
    { ...project, settings: { ...defaultSettings, capture: 'all' as const } }
  ]) {
    expect(await recalled(other)).toBeUndefined()
  }
})

test('after an edit it is that of the new text', async () => {
  const one = new KeptReading(name, 0)
  await keep(one, project)
  const edited = { ...project, files: [cells, { ...dna, text: '# RNA\n\nOther. [/BLOCKREAD/]\n' }] }
  await keep(one, edited)
  expect(await recalled(edited)).toEqual(shownOf(edited))
  expect(await recalled(project)).toBeUndefined()
})

test('files of one name in two projects of two tabs are never taken for each other', async () => {
  const [one, other] = [new KeptReading(name, 0), new KeptReading(name, 0)]
  const second = { ...project, files: [{ ...cells, text: '# Others\n' }, dna] }
  await keep(one, project)
  await keep(other, second)
  const edited = { ...project, files: [cells, { ...dna, text: '# RNA\n' }] }
  await keep(one, edited)
  expect(await recalled(edited)).toEqual(shownOf(edited))
})

test('what stayed the same is not kept again', async () => {
  const files = Array.from({ length: 5 }, (_, at) => ({ ...cells, path: `${String(at)}.md` }))
  await keep(new KeptReading(name, 0), { ...project, files })
  const put = vi.spyOn(IDBObjectStore.prototype, 'put')
  // The next visit reads all of it once more.
  const visit = new KeptReading(name, 0)
  await visit.recall({ ...project, files })
  const edited = { ...project, files: files.with(2, { ...dna, path: '2.md' }) }
  await keep(visit, edited)
  const [change, ...others] = put.mock.calls.map(([value]: unknown[]) => value as { parts?: [] })
  expect(change?.parts).toHaveLength(1)
  expect(others).toHaveLength(1)
  put.mockRestore()
  expect(await recalled(edited)).toEqual(shownOf(edited))
})

test('a file that comes back after many other changes is not what it was', async () => {
  const visit = new KeptReading(name, 0)
  await keep(visit, project)
  for (let key = 0; key < 13; key++) {
    await keep(visit, { ...project, files: [{ ...cells, text: `${cells.text}${String(key)}` }] })
  }
  const again = { ...project, files: [cells, { ...dna, text: '# RNA\n\nOther. [/BLOCKREAD/]\n' }] }
  await keep(visit, again)
  expect(await recalled(again)).toEqual(shownOf(again))
})

test('whatever comes, goes and is typed, what is kept is what a first reading gives', async () => {
  const texts = [cells.text, dna.text, '', '# A\n\ntext\n\n## B\n\n[/Q]Why?[Q/] [/A]So.[A/]\n']
  const doing = fc.tuple(fc.nat(3), fc.constantFrom('write', 'write', 'type', 'remove', 'visit'))
  const doings = fc.array(fc.tuple(doing, fc.nat(3), fc.nat(40)), { minLength: 5, maxLength: 40 })
  await fc.assert(
    fc.asyncProperty(doings, async (doings) => {
      let visit = new KeptReading(name, 0)
      let files = [cells, dna]
      for (const [[file, what], text, at] of doings) {
        const path = `${String(file)}.md`
        const known = files.find((one) => one.path === path)?.text ?? ''
        const others = files.filter((one) => one.path !== path)
        if (what === 'visit') {
          visit = new KeptReading(name, 0)
          await visit.recall({ ...project, files })
        } else if (what === 'remove') files = others
        else if (what === 'write') files = [...others, { path, text: texts[text]! }]
        else {
          const typed = `${known.slice(0, at)}\nwords\n\n# C${known.slice(at)}`
          files = files.map((one) => (one.path === path ? { path, text: typed } : one))
        }
        await keep(visit, { ...project, files })
        expect(await recalled({ ...project, files })).toEqual(shownOf({ ...project, files }))
      }
      await deleteDB(name)
    }),
    { numRuns: 15 }
  )
})

/** Keeps what is read of a project, and waits until it is stored. */
async function keep(reading: KeptReading, readable: Readable): Promise<void> {
  reading.keepSoon(() => readable, partsOf(readable))
  await expect.poll(() => recalled(readable)).toBeDefined()
}

/** What another visit finds. */
function recalled(readable: Readable): ReturnType<KeptReading['recall']> {
  return new KeptReading(name).recall(readable)
}

/** What the page shows of a project that is read. */
function shownOf(readable: Readable): ShownParts['parts'] {
  return new Map(Array.from(partsOf(readable), ([path, part]) => [path, forPage(part)]))
}

function partsOf({ files, settings, media }: Readable): ShownParts['parts'] {
  const compiler = new Compiler(settings, media)
  for (const { path, text } of files) compiler.update(path, text)
  const shown = new ShownParts()
  shown.news(compiler.parts, undefined)
  return shown.parts
}
