import { deleteDB } from 'idb'
import { afterEach, expect, test } from 'vitest'
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
