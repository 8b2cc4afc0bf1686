import JSZip from 'jszip'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { defaultSettings, type SourceFile } from '../../src/laegna.ts'
import { Intake } from '../../src/state/intake.ts'
import { Media } from '../../src/state/media.svelte.ts'
import { Notices } from '../../src/state/notices.svelte.ts'
import { Project } from '../../src/state/project.svelte.ts'
import { Database } from '../../src/storage/database.ts'
import type { MediaRecord } from '../../src/storage/schema.ts'

let project: Project
let notices: Notices
let media: Media
let intake: Intake
const openEarlier = vi.fn<(name: string, file: Blob) => Promise<void>>()
const openBackup = vi.fn<(name: string, file: Blob) => Promise<void>>()
const keepState = vi.fn<() => Promise<void>>()
const create = vi.fn<(name: string, files: SourceFile[]) => Promise<boolean>>()

beforeEach(() => {
  openEarlier.mockReset().mockResolvedValue()
  keepState.mockReset().mockImplementation(() => {
    expect(project.paths).toEqual(['cells.md'])
    return Promise.resolve()
  })
  openBackup.mockReset().mockResolvedValue()
  create.mockReset().mockResolvedValue(true)
  open([{ path: 'cells.md', text: 'old' }])
})

function open(files: SourceFile[], sample = false, stored: MediaRecord[] = []): void {
  project = new Project()
  notices = new Notices()
  media = new Media(new Database(`test-${crypto.randomUUID()}`), project, notices)
  intake = new Intake({ project, media, notices, create, keepState, openEarlier, openBackup })
  const record = {
    id: 'one',
    name: 'Biology',
    revision: 1,
    settings: defaultSettings,
    paths: [],
    sample,
    createdAt: 0,
    changedAt: 0,
    deletedAt: null
  }
  project.load({
    project: record,
    files: files.map((file) => ({ ...file, revision: 1, strand: '' })),
    media: stored,
    rivals: [],
    damaged: []
  })
}

const offer = (path: string, content: BlobPart, inFolder = false) => ({
  path,
  file: new Blob([content]),
  inFolder
})

const said = () => notices.list.map(({ text }) => text)

function press(label: string): void {
  for (const notice of notices.list) {
    const action = notice.actions.find((one) => one.label === label)
    if (action) return notices.press(notice, action)
  }
  throw new Error(`There is no button ${label}.`)
}

describe('the empty file of a new project', () => {
  beforeEach(() => keepState.mockReset().mockResolvedValue())

  test('gives way to files that are added, and comes back when they are taken back', async () => {
    open([{ path: 'untitled.md', text: '' }])
    await intake.takeFiles([offer('notes/dna.md', 'DNA', true)])
    expect(project.paths).toEqual(['notes/dna.md'])
    expect(project.openPath).toBe('notes/dna.md')
    press('Undo')
    expect(project.files).toEqual([{ path: 'untitled.md', text: '' }])
    expect(project.openPath).toBe('untitled.md')
  })

  test('stays where something was written in it, or only a picture comes', async () => {
    open([{ path: 'untitled.md', text: '# Mine' }])
    await intake.takeFiles([offer('dna.md', 'DNA')])
    expect(project.paths).toEqual(['untitled.md', 'dna.md'])
    open([{ path: 'untitled.md', text: '' }])
    await intake.takeFiles([offer('dna.png', 'picture')])
    expect(project.paths).toEqual(['untitled.md'])
  })
})

describe('files', () => {
  test('come in under their paths, and can be taken back', async () => {
    await intake.takeFiles([offer('notes/dna.md', 'DNA', true), offer('rna.txt', 'RNA')])
    expect(project.paths).toEqual(['cells.md', 'notes/dna.md', 'rna.txt'])
    expect(project.openPath).toBe('notes/dna.md')
    expect(said()).toEqual(['2 files were added.'])
    expect(keepState).toHaveBeenCalledOnce()
    press('Undo')
    expect(project.paths).toEqual(['cells.md'])
  })

  test('that were written in since stay when their coming is undone', async () => {
    await intake.takeFiles([offer('dna.md', 'DNA'), offer('rna.md', 'RNA')])
    project.write('dna.md', 'DNA, and an hour of work')
    press('Undo')
    expect(project.files).toEqual([
      { path: 'cells.md', text: 'old' },
      { path: 'dna.md', text: 'DNA, and an hour of work' }
    ])
    expect(said()).toContain('dna.md stays: it was written in since.')
  })

  test('that replaced others lose nothing written in them, before or after', async () => {
    await intake.takeFiles([offer('cells.md', 'new')])
    project.write('cells (2).md', 'new and more')
    press('Replace the old')
    expect(project.files).toEqual([{ path: 'cells.md', text: 'new and more' }])
    project.write('cells.md', 'new and much more')
    press('Undo')
    expect(project.files).toEqual([
      { path: 'cells.md', text: 'new and much more' },
      { path: 'cells (2).md', text: 'old' }
    ])
  })

  test('that cannot be read are named; the rest goes on, and nothing else changes', async () => {
    await intake.takeFiles([
      offer('empty.md', ''),
      offer('good.md', 'good'),
      offer('bad.md', new Uint8Array([0xe4, 0x0a]))
    ])
    expect(project.files).toEqual([
      { path: 'cells.md', text: 'old' },
      { path: 'good.md', text: 'good' }
    ])
    const [trouble] = notices.list
    expect(trouble?.text).toBe('2 of 3 files were not added.')
    expect(trouble?.details.map((line) => line.split(' ')[0])).toEqual(['empty.md', 'bad.md'])
  })

  test('of other kinds in a folder are left aside, which is said', async () => {
    await intake.takeFiles([offer('docs/a.md', 'A', true), offer('docs/a.css', 'x', true)])
    expect(project.paths).toEqual(['cells.md', 'docs/a.md'])
    expect(said()).toEqual([
      '1 file was added.',
      'docs/a.css is no Markdown, text, picture or sound, and was left aside.'
    ])
  })

  test('of other kinds that are many are counted in one sentence', async () => {
    await intake.takeFiles(['b.md', 'b.csv', 'c.docx'].map((path) => offer(path, 'B', true)))
    expect(said()).toContain(
      '2 files are no Markdown, text, picture or sound, and were left aside, b.csv first.'
    )
  })

  test('of a folder that are hidden or were installed are left aside', async () => {
    const left = ['docs/.github/b.md', 'docs/node_modules/c/readme.md', 'docs/.d.png']
    await intake.takeFiles(['docs/a.md', ...left].map((path) => offer(path, 'A', true)))
    expect(project.paths).toEqual(['cells.md', 'docs/a.md'])
    expect(project.mediaPaths).toEqual([])
    expect(said()).toEqual(['1 file was added.'])
  })

  test('of a folder without any Markdown are missed aloud', async () => {
    await intake.takeFiles([offer('styles/a.css', 'x', true)])
    expect(said()).toEqual(['There is no Markdown, text, picture or sound in what you added.'])
  })
})

describe('pictures and sounds', () => {
  const paths = () => media.entries.map(({ path }) => path)

  test('come in with the texts of their folder, under the type of their ending', async () => {
    const files = [offer('bio/a.md', 'A', true), offer('bio/img/cell.PNG', 'picture', true)]
    await intake.takeFiles(files)
    expect(project.paths).toEqual(['cells.md', 'bio/a.md'])
    expect(media.entries).toMatchObject([{ path: 'bio/img/cell.PNG', size: 7, type: 'image/png' }])
    expect(project.mediaPaths).toEqual(['bio/img/cell.PNG'])
    expect(said()).toEqual(['2 files were added.'])
    press('Undo')
    expect(project.paths).toEqual(['cells.md'])
    expect(paths()).toEqual([])
  })

  test('of the same name and size is another when its bytes are', async () => {
    await intake.takeFiles([offer('cell.wav', 'aaa')])
    await intake.takeFiles([offer('cell.wav', 'aaa')])
    expect(said()).toContain('1 file was already here, word for word: nothing was added.')
    await intake.takeFiles([offer('cell.wav', 'bbb')])
    expect(project.mediaPaths).toEqual(['cell (2).wav', 'cell.wav'])
  })

  test('are never put over others by themselves; on request, and that can be undone', async () => {
    await intake.takeFiles([offer('cell.png', 'old')])
    notices.list = []
    await intake.takeFiles([offer('cell.png', 'other')])
    expect(paths()).toEqual(['cell (2).png', 'cell.png'])
    press('Replace the old')
    await vi.waitFor(() => expect(media.entries).toMatchObject([{ path: 'cell.png', size: 5 }]))
    press('Undo')
    await vi.waitFor(() => expect(media.entries).toMatchObject([{ path: 'cell.png', size: 3 }]))
  })

  test('take the place of what cannot be read any more', async () => {
    const lost = { projectId: 'one', path: 'cell.png', blobId: 'x', size: 3, type: '', revision: 1 }
    open([{ path: 'cells.md', text: 'old' }], false, [lost])
    await intake.takeFiles([offer('cell.png', 'new')])
    expect(paths()).toEqual(['cell.png'])
    expect(await media.bytes()).toEqual(new Map([['cell.png', new Uint8Array([0x6e, 0x65, 0x77])]]))
    expect(said()).toEqual(['1 file was added.'])
  })

  test('that cannot be read are left out of exports, and the rest goes on', async () => {
    await intake.takeFiles([offer('a.png', 'a'), offer('b.png', 'b')])
    vi.spyOn(Blob.prototype, 'arrayBuffer').mockRejectedValueOnce(new DOMException('Gone.'))
    expect([...(await media.bytes()).keys()]).toEqual(['b.png'])
    vi.restoreAllMocks()
  })

  test('begin a project of their own over the example', async () => {
    open([{ path: 'example.md', text: 'example' }], true)
    await intake.takeFiles([offer('cells/cell.png', 'picture', true)])
    expect(create.mock.lastCall).toEqual(['Cells', [{ path: 'untitled.md', text: '' }]])
    expect(paths()).toEqual(['cells/cell.png'])
  })

  test('without a byte are named', async () => {
    await intake.takeFiles([offer('cell.png', '')])
    expect(said()[0]).toMatch(/^cell\.png is empty/)
    expect(paths()).toEqual([])
  })
})

describe('a file whose path is taken', () => {
  test('is skipped where it says the same', async () => {
    await intake.takeFiles([offer('cells.md', 'old')])
    expect(project.files).toEqual([{ path: 'cells.md', text: 'old' }])
    expect(said()[0]).toMatch(/already here, word for word/)
  })

  test('comes in beside the old one, which never changes by itself', async () => {
    await intake.takeFiles([offer('cells.md', 'new')])
    expect(project.files).toEqual([
      { path: 'cells.md', text: 'old' },
      { path: 'cells (2).md', text: 'new' }
    ])
  })

  test('replaces the old one on request, which can be undone', async () => {
    await intake.takeFiles([offer('cells.md', 'new')])
    press('Replace the old')
    expect(project.files).toEqual([{ path: 'cells.md', text: 'new' }])
    press('Undo')
    expect(project.files).toEqual([{ path: 'cells.md', text: 'old' }])
  })

  test('in one drop twice gives two files', async () => {
    await intake.takeFiles([offer('a.md', 'one'), offer('a.md', 'two'), offer('a.md', 'three')])
    expect(project.paths).toEqual(['cells.md', 'a.md', 'a (2).md', 'a (3).md'])
    expect(project.files.map(({ text }) => text)).toEqual(['old', 'one', 'two', 'three'])
  })
})

describe('a zip', () => {
  async function zipOf(files: Record<string, string>): Promise<BlobPart> {
    const zip = new JSZip()
    for (const [path, text] of Object.entries(files)) zip.file(path, text)
    return new Uint8Array(await zip.generateAsync({ type: 'uint8array' }))
  }

  test('brings in its texts and media with their paths, and nothing else of it', async () => {
    const files = { 'bio/a.md': 'A', 'bio/img/x.png': 'x', 'bio/b.docx': 'b', '../c.md': 'C' }
    await intake.takeFiles([offer('bio.zip', await zipOf(files))])
    expect(project.paths).toEqual(['cells.md', 'bio/a.md'])
    expect(project.mediaPaths).toEqual(['bio/img/x.png'])
    expect(said()).toContain('2 files were added.')
    expect(said()).toContain(
      'bio/b.docx is no Markdown, text, picture or sound, and was left aside.'
    )
    expect(said()).toContain('In bio.zip: ../c.md leads out of its folder and was left out.')
  })

  test('of a repository comes without what is hidden or was installed', async () => {
    const files = { 'main/a.md': 'A', 'main/.github/b.md': 'B', 'main/node_modules/c/d.md': 'D' }
    await intake.takeFiles([offer('main.zip', await zipOf(files))])
    expect(project.paths).toEqual(['cells.md', 'main/a.md'])
    expect(said()).toEqual(['1 file was added.'])
  })

  test('that holds nothing of use, or is none, is named', async () => {
    await intake.takeFiles([offer('a.zip', await zipOf({ 'x.docx': 'x' })), offer('b.zip', 'none')])
    expect(project.paths).toEqual(['cells.md'])
    const [{ details } = { details: [] }] = notices.list
    expect(details).toEqual([
      'a.zip holds no Markdown, text, picture or sound that can be read.',
      'b.zip cannot be read: it is damaged, or no zip at all.'
    ])
  })

  test('is none of the files that are counted, those in it are', async () => {
    const zip = await zipOf({ 'empty.md': '', 'a.md': 'A', 'b.md': '' })
    await intake.takeFiles([offer('notes.zip', zip)])
    expect(notices.list.find(({ tone }) => tone === 'trouble')?.text).toBe(
      '2 of 3 files were not added.'
    )
  })

  test('that is a backup is opened to be looked at, and changes nothing', async () => {
    await intake.takeFiles([
      offer('b.zip', await zipOf({ 'laegna/backup.json': '{}', 'a.md': 'A' }))
    ])
    expect(openBackup.mock.lastCall?.[0]).toBe('b.zip')
    expect(project.paths).toEqual(['cells.md'])
    expect(said()).toEqual([])
  })
})

describe('over the untouched example', () => {
  beforeEach(() => open([{ path: 'example.md', text: 'example' }], true))

  test('files begin a project of their own, named after their folder or the first', async () => {
    await intake.takeFiles([offer('bio/a.md', 'A', true), offer('bio/b.md', 'B', true)])
    expect(create.mock.lastCall?.[0]).toBe('Bio')
    await intake.takeFiles([offer('guide/about/a.md', 'A', true), offer('rust/b.md', 'B', true)])
    expect(create.mock.lastCall?.[0]).toBe('Guide')
    await intake.takeFiles([offer('cell-parts.md', 'A'), offer('b.md', 'B')])
    expect(create.mock.lastCall?.[0]).toBe('Cell parts')
    expect(create.mock.lastCall?.[1].map(({ path }) => path)).toEqual(['cell-parts.md', 'b.md'])
    expect(project.paths).toEqual(['example.md'])
  })

  test('pasted text does too', async () => {
    await intake.takeText('# Cells\n\nText.')
    expect(create.mock.lastCall).toEqual([
      'Cells',
      [{ path: 'cells.md', text: '# Cells\n\nText.' }]
    ])
  })
})

describe('pasted text', () => {
  test('becomes a new file named from its first heading, unique', async () => {
    await intake.takeText('# Cells\r\n\r\nText.')
    expect(project.paths).toEqual(['cells.md', 'cells (2).md'])
    expect(project.text('cells (2).md')).toBe('# Cells\n\nText.')
    expect(project.openPath).toBe('cells (2).md')
  })

  test('of blanks is nothing', async () => {
    await intake.takeText(' \n')
    expect(project.paths).toEqual(['cells.md'])
  })
})
