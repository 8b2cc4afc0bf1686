import JSZip from 'jszip'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { defaultSettings, type Ledger, type SourceFile } from '../../../src/laegna.ts'
import { Intake, type IntakeTools } from '../../../src/state/import/intake.ts'
import { Media } from '../../../src/state/media/media.svelte.ts'
import type { ImportConflict, ConflictChoice } from '../../../src/state/import/import-conflict.ts'
import { Notices } from '../../../src/state/page/notices.svelte.ts'
import type { Converted } from '../../../src/state/import/bringing.svelte.ts'
import type { OfferedFile } from '../../../src/state/import/offered-file.ts'
import { Project } from '../../../src/state/project/project.svelte.ts'
import { Database } from '../../../src/storage/database.ts'
import type { MediaRecord } from '../../../src/storage/schema.ts'

let project: Project
let notices: Notices
let media: Media
let intake: Intake
const forget = vi.fn<() => void>()
const learn = vi.fn<(ledger: Ledger) => Promise<() => void>>()
const openEarlier = vi.fn<(name: string, file: Blob) => Promise<void>>()
const bring = vi.fn<(offered: OfferedFile[]) => Promise<Converted | undefined>>()
const readRich = vi.fn<IntakeTools['readRich']>()
const openBackup = vi.fn<(name: string, file: Blob) => Promise<void>>()
const openReport = vi.fn<(name: string, file: Blob) => Promise<void>>()
const came = vi.fn<IntakeTools['came']>()
const keepState = vi.fn<() => Promise<void>>()
/** What was asked, and what a person answers. */
const ask = vi.fn<(importConflict: ImportConflict) => void>()
let choice: ConflictChoice
const openModel = vi.fn<IntakeTools['openModel']>()
const openTokenizer = vi.fn<IntakeTools['openTokenizer']>()
const create = vi.fn<IntakeTools['create']>()

beforeEach(() => {
  learn.mockReset().mockResolvedValue(forget)
  forget.mockReset()
  openEarlier.mockReset().mockResolvedValue()
  keepState.mockReset().mockImplementation(() => {
    expect(project.paths).toEqual(['cells.md'])
    return Promise.resolve()
  })
  ask.mockReset().mockImplementation((importConflict) => importConflict.answer(choice))
  choice = 'leave'
  openBackup.mockReset().mockResolvedValue()
  openReport.mockReset().mockResolvedValue()
  openModel.mockReset().mockResolvedValue()
  openTokenizer.mockReset().mockResolvedValue()
  readRich.mockReset().mockResolvedValue(undefined)
  bring.mockReset().mockResolvedValue(undefined)
  came.mockReset().mockResolvedValue()
  create.mockReset().mockResolvedValue(true)
  open([{ path: 'cells.md', text: 'old' }])
})

/** The page as it starts: no project is open yet. */
function start(): void {
  project = new Project()
  notices = new Notices()
  media = new Media(new Database(`test-${crypto.randomUUID()}`), project, notices)
  const asks = { keepState, ask, bring, learn, readRich, came }
  const opening = { openEarlier, openBackup, openReport, openModel, openTokenizer }
  intake = new Intake({ project, media, notices, create, ...opening, ...asks })
}

function open(files: SourceFile[], sample = false, stored: MediaRecord[] = []): void {
  start()
  load('one', files, sample, stored)
}

/** Opens a project in place of the one that is open. */
function load(id: string, files: SourceFile[], sample = false, stored: MediaRecord[] = []): void {
  const record = {
    id,
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
    conflicts: [],
    damaged: []
  })
}

const offer = (path: string, content: BlobPart, inFolder = false) => ({
  path,
  file: new Blob([content]),
  inFolder
})

/** Paths of what somebody was asked about last. */
const askedAbout = () => {
  const { texts = [], media = [] } = ask.mock.lastCall?.[0] ?? {}
  return [...texts.map(({ path }) => path), ...media]
}

const said = () => notices.list.map(({ text }) => text)

function press(label: string): void {
  for (const notice of notices.list) {
    const action = notice.actions.find((one) => one.label === label)
    if (action) return notices.press(notice, action)
  }
  throw new Error(`There is no button ${label}.`)
}

test('many texts come in their order, and one that cannot be read is named', async () => {
  const offered = Array.from({ length: 80 }, (_, at) => offer(`${at}.md`, `text ${at}`))
  const lost = { path: 'lost.md', file: new Blob(['lost']), inFolder: false }
  lost.file.arrayBuffer = () => Promise.reject(new Error('It is gone.'))
  offered.splice(40, 0, lost)
  await intake.takeFiles(offered)
  expect(project.paths).toEqual(['cells.md', ...Array.from({ length: 80 }, (_, at) => `${at}.md`)])
  expect(project.text('79.md')).toBe('text 79')
  expect(said().join()).toContain('lost.md could not be read from the disk')
})

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

  test('does not come back over another one of its name that was begun since', async () => {
    open([{ path: 'untitled.md', text: '' }])
    await intake.takeFiles([offer('dna.md', 'DNA')])
    project.put([{ path: 'untitled.md', text: 'an hour of work' }])
    press('Undo')
    expect(project.files).toEqual([{ path: 'untitled.md', text: 'an hour of work' }])
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

  test('that come while the page starts go into the first project that it opens', async () => {
    start()
    const taking = intake.takeFiles([offer('dna.md', 'DNA')])
    load('one', [{ path: 'cells.md', text: 'old' }])
    await taking
    expect(project.paths).toEqual(['cells.md', 'dna.md'])
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
      '1 file was added. docs/a.css is no Markdown, text, picture or sound, and was left aside.'
    ])
  })

  test('of other kinds that are many are counted in one sentence', async () => {
    await intake.takeFiles(['b.md', 'b.css', 'c.exe'].map((path) => offer(path, 'B', true)))
    expect(said()).toEqual([
      '1 file was added. 2 others are no Markdown, text, picture or sound, and were left aside, b.css first.'
    ])
  })

  test('of a folder that are hidden or were installed are left aside', async () => {
    const left = [
      ...['docs/.github/b.md', 'docs/node_modules/c/readme.md', 'docs/.d.png'],
      ...['docs/logseq/bak/pages/Cells/2024.md', 'docs/logseq/config.edn', 'docs/~$cells.docx']
    ]
    const taken = ['docs/a.md', 'docs/logseq/about.md']
    await intake.takeFiles([...taken, ...left].map((path) => offer(path, 'A', true)))
    expect(project.paths).toEqual(['cells.md', ...taken])
    expect(project.mediaPaths).toEqual([])
    expect(said()).toEqual(['2 files were added.'])
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
    expect(said()).toEqual(['1 file and 1 picture or sound were added.'])
    press('Undo')
    expect(project.paths).toEqual(['cells.md'])
    expect(paths()).toEqual([])
  })

  test('of the same name and size is another when its bytes are', async () => {
    await intake.takeFiles([offer('cell.wav', 'aaa')])
    await intake.takeFiles([offer('cell.wav', 'aaa')])
    expect(said()).toContain('1 file was already here, word for word: nothing was added.')
    expect(ask).not.toHaveBeenCalled()
    await intake.takeFiles([offer('cell.wav', 'bbb')])
    expect(askedAbout()).toEqual(['cell.wav'])
    expect(project.mediaPaths).toEqual(['cell.wav'])
  })

  test('that replaced others are there when it is said, and the old ones come back', async () => {
    await intake.takeFiles([offer('cell.png', 'old'), offer('dna.png', 'dna')])
    choice = 'replace'
    const tell = vi.spyOn(notices, 'tell').mockImplementation((text) => {
      expect(text).toBe('1 file was replaced.')
      expect(media.entries).toMatchObject([{ path: 'cell.png', size: 5 }, { path: 'dna.png' }])
    })
    await intake.takeFiles([offer('cell.png', 'other')])
    expect(tell).toHaveBeenCalledOnce()
    const [undo] = tell.mock.lastCall?.[1] ?? []
    undo?.run()
    expect(media.entries).toMatchObject([{ path: 'cell.png', size: 3 }, { path: 'dna.png' }])
  })

  test('put over a replaced one since are not lost when that is undone', async () => {
    await intake.takeFiles([offer('cell.png', 'one')])
    choice = 'replace'
    await intake.takeFiles([offer('cell.png', 'two')])
    const undo = notices.list.at(-1)
    media.put([{ path: 'cell.png', blob: new Blob(['the third']) }])
    undo?.actions[0]?.run()
    expect(media.entries).toMatchObject([
      { path: 'cell (2).png', size: 3 },
      { path: 'cell.png', size: 9 }
    ])
  })

  test('pasted from nowhere are all called image.png, and never meet another', async () => {
    const pasted = (content: string) => ({ ...offer('image.png', content), isNew: true })
    await intake.takeFiles([offer('a/pictures/image.png', 'in the folder', true)])
    await intake.takeFiles([pasted('one')])
    await intake.takeFiles([pasted('two')])
    expect(ask).not.toHaveBeenCalled()
    expect(paths()).toEqual(['a/pictures/image.png', 'image (2).png', 'image.png'])
  })

  test('take the place of what cannot be read any more', async () => {
    const lost = { projectId: 'one', path: 'cell.png', blobId: 'x', size: 3, type: '', revision: 1 }
    open([{ path: 'cells.md', text: 'old' }], false, [lost])
    await intake.takeFiles([offer('cell.png', 'new')])
    expect(paths()).toEqual(['cell.png'])
    expect(await media.bytes()).toEqual(new Map([['cell.png', new Uint8Array([0x6e, 0x65, 0x77])]]))
    expect(said()).toEqual(['1 picture or sound was added.'])
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
    expect(create.mock.lastCall).toEqual(['Cells', [{ path: 'untitled.md', text: '' }], {}])
    expect(paths()).toEqual(['cells/cell.png'])
  })

  test('without a byte are named', async () => {
    await intake.takeFiles([offer('cell.png', '')])
    expect(said()[0]).toMatch(/^cell\.png is empty/)
    expect(paths()).toEqual([])
  })
})

describe('a file that is here already', () => {
  beforeEach(() => keepState.mockReset().mockResolvedValue())

  test('is skipped where it says the same', async () => {
    await intake.takeFiles([offer('cells.md', 'old')])
    expect(project.files).toEqual([{ path: 'cells.md', text: 'old' }])
    expect(said()[0]).toMatch(/already here, word for word/)
    expect(ask).not.toHaveBeenCalled()
  })

  test('is asked about first where it says something else; nothing comes in before', async () => {
    ask.mockImplementation((importConflict) => {
      expect(project.files).toEqual([{ path: 'cells.md', text: 'old' }])
      expect(importConflict.others).toBe(1)
      expect(importConflict.texts).toMatchObject([
        { path: 'cells.md', before: 'old', after: 'new' }
      ])
      importConflict.answer('leave')
    })
    await intake.takeFiles([offer('cells.md', 'new'), offer('dna.md', 'DNA')])
    expect(ask).toHaveBeenCalledOnce()
  })

  test('replaces the old one, beside what is new; one press takes all of it back', async () => {
    choice = 'replace'
    await intake.takeFiles([offer('cells.md', 'new'), offer('dna.md', 'DNA')])
    expect(project.files).toEqual([
      { path: 'cells.md', text: 'new' },
      { path: 'dna.md', text: 'DNA' }
    ])
    expect(said()).toEqual(['1 file was replaced, 1 was added.'])
    press('Undo')
    expect(project.files).toEqual([{ path: 'cells.md', text: 'old' }])
  })

  test('that replaced another loses nothing written in it since', async () => {
    choice = 'replace'
    await intake.takeFiles([offer('cells.md', 'new')])
    project.write('cells.md', 'new and more')
    press('Undo')
    expect(project.files).toEqual([
      { path: 'cells.md', text: 'new and more' },
      { path: 'cells (2).md', text: 'old' }
    ])
  })

  test('comes in beside the old one where both are kept', async () => {
    choice = 'keep'
    await intake.takeFiles([offer('cells.md', 'new')])
    expect(project.files).toEqual([
      { path: 'cells.md', text: 'old' },
      { path: 'cells (2).md', text: 'new' }
    ])
    expect(said()).toEqual(['cells (2).md was added; cells.md stays as it was.'])
    press('Undo')
    expect(project.paths).toEqual(['cells.md'])
  })

  test('is not taken where the old one is left; the rest comes in', async () => {
    await intake.takeFiles([offer('cells.md', 'new')])
    expect(said()).toEqual(['cells.md stays as it was: nothing was added.'])
    await intake.takeFiles([offer('cells.md', 'new'), offer('dna.md', 'DNA')])
    expect(project.files).toEqual([
      { path: 'cells.md', text: 'old' },
      { path: 'dna.md', text: 'DNA' }
    ])
    expect(said()).toContain('cells.md stays as it was; 1 file was added.')
  })

  test('of names that most disks take for one are numbered, which is said, and meet each other later', async () => {
    await intake.takeFiles([offer('n/Ok.md', 'one', true), offer('n/ok.md', 'two', true)])
    expect(project.paths).toEqual(['cells.md', 'n/Ok.md', 'n/ok (2).md'])
    expect(said()).toEqual([
      '2 files were added. n/ok.md came in as n/ok (2).md, because another file has that name, capitals aside.'
    ])
    choice = 'replace'
    await intake.takeFiles([offer('Cells.md', 'new')])
    expect(ask).toHaveBeenCalledOnce()
    expect(project.text('cells.md')).toBe('new')
  })

  test('twice in one drop gives two files, of which one replaces', async () => {
    await intake.takeFiles([offer('a.md', 'one'), offer('a.md', 'two'), offer('a.md', 'three')])
    expect(ask).not.toHaveBeenCalled()
    expect(project.paths).toEqual(['cells.md', 'a.md', 'a (2).md', 'a (3).md'])
    expect(project.files.map(({ text }) => text)).toEqual(['old', 'one', 'two', 'three'])
    choice = 'replace'
    await intake.takeFiles([offer('cells.md', 'new'), offer('cells.md', 'newer')])
    expect(project.text('cells.md')).toBe('new')
    expect(project.text('cells (2).md')).toBe('newer')
  })
})

describe('a file that comes without its folder', () => {
  beforeEach(() => {
    keepState.mockReset().mockResolvedValue()
    open([
      { path: 'bio/cells.md', text: 'old' },
      { path: 'bio/index.md', text: 'bio' },
      { path: 'art/index.md', text: 'art' }
    ])
    media.put([{ path: 'bio/img/cell.png', blob: new Blob(['old']) }])
  })

  test('meets the only one of its name in a folder, texts and media alike', async () => {
    choice = 'replace'
    await intake.takeFiles([offer('cells.md', 'new'), offer('cell.png', 'drawn anew')])
    expect(askedAbout()).toEqual(['bio/cells.md', 'bio/img/cell.png'])
    expect(project.text('bio/cells.md')).toBe('new')
    expect(project.paths).toHaveLength(3)
    expect(media.entries).toMatchObject([{ path: 'bio/img/cell.png', size: 10 }])
    press('Undo')
    expect(project.text('bio/cells.md')).toBe('old')
    expect(media.entries).toMatchObject([{ path: 'bio/img/cell.png', size: 3 }])
  })

  test('is here already where it is the same', async () => {
    await intake.takeFiles([offer('cells.md', 'old'), offer('cell.png', 'old')])
    expect(said()).toEqual(['2 files were already here, word for word: nothing was added.'])
    expect(project.mediaPaths).toEqual(['bio/img/cell.png'])
  })

  test('comes in beside the old one where both are kept, so links by its name mean that still', async () => {
    choice = 'keep'
    await intake.takeFiles([offer('cells.md', 'new'), offer('cell.png', 'new')])
    expect(project.paths.at(-1)).toBe('bio/cells (2).md')
    expect(project.mediaPaths).toEqual(['bio/img/cell (2).png', 'bio/img/cell.png'])
  })

  test('meets none where several folders have its name, or the top has it', async () => {
    await intake.takeFiles([offer('index.md', 'new')])
    expect(ask).not.toHaveBeenCalled()
    expect(project.text('index.md')).toBe('new')
    await intake.takeFiles([offer('index.md', 'newer')])
    expect(askedAbout()).toEqual(['index.md'])
  })

  test('is another thing than one in a folder, which keeps its path', async () => {
    await intake.takeFiles([offer('new/cells.md', 'new', true)])
    expect(ask).not.toHaveBeenCalled()
    expect(project.text('new/cells.md')).toBe('new')
    expect(project.text('bio/cells.md')).toBe('old')
  })
})

describe('while somebody is asked', () => {
  let importConflict: ImportConflict
  beforeEach(() => {
    keepState.mockReset().mockResolvedValue()
    ask.mockImplementation((asked) => (importConflict = asked))
  })

  test('files that are dropped wait, and meet what came before them', async () => {
    const first = intake.takeFiles([offer('cells.md', 'new'), offer('dna.md', 'DNA')])
    const second = intake.takeFiles([offer('dna.md', 'other'), offer('rna.md', 'RNA')])
    await vi.waitFor(() => expect(askedAbout()).toEqual(['cells.md']))
    expect(project.paths).toEqual(['cells.md'])
    importConflict.answer('replace')
    await first
    await vi.waitFor(() => expect(askedAbout()).toEqual(['dna.md']))
    importConflict.answer('leave')
    await second
    expect(project.files).toEqual([
      { path: 'cells.md', text: 'new' },
      { path: 'dna.md', text: 'DNA' },
      { path: 'rna.md', text: 'RNA' }
    ])
  })

  test('what is written meanwhile is kept in the history, and comes back', async () => {
    const taking = intake.takeFiles([offer('cells.md', 'new')])
    await vi.waitFor(() => expect(ask).toHaveBeenCalled())
    project.write('cells.md', 'written in another tab')
    keepState.mockImplementation(() => {
      expect(project.text('cells.md')).toBe('written in another tab')
      return Promise.resolve()
    })
    importConflict.answer('replace')
    await taking
    expect(project.text('cells.md')).toBe('new')
    press('Undo')
    expect(project.text('cells.md')).toBe('written in another tab')
  })

  test('a file that another tab puts in meanwhile is asked about, too', async () => {
    const taking = intake.takeFiles([offer('cells.md', 'new'), offer('dna.md', 'DNA')])
    await vi.waitFor(() => expect(askedAbout()).toEqual(['cells.md']))
    project.put([{ path: 'dna.md', text: 'theirs' }])
    importConflict.answer('replace')
    await vi.waitFor(() => expect(askedAbout()).toEqual(['cells.md', 'dna.md']))
    expect(project.text('dna.md')).toBe('theirs')
    importConflict.answer('leave')
    await taking
    expect(project.text('cells.md')).toBe('old')
  })

  test('another project that is opened gets nothing, nor what waited', async () => {
    const first = intake.takeFiles([offer('cells.md', 'new'), offer('dna.md', 'DNA')])
    const second = intake.takeFiles([offer('rna.md', 'RNA')])
    await vi.waitFor(() => expect(ask).toHaveBeenCalled())
    load('two', [{ path: 'cells.md', text: 'of another project' }])
    importConflict.answer('replace')
    await Promise.all([first, second])
    expect(project.files).toEqual([{ path: 'cells.md', text: 'of another project' }])
    expect(said()).toEqual([
      '2 files were not added, because Biology is not open any more. Open it and add them again.',
      '1 file was not added, because Biology is not open any more. Open it and add them again.'
    ])
  })

  test('nothing is undone in another project', async () => {
    ask.mockImplementation((asked) => asked.answer('replace'))
    await intake.takeFiles([offer('cells.md', 'new')])
    load('two', [{ path: 'cells.md', text: 'of another project' }])
    press('Undo')
    expect(project.files).toEqual([{ path: 'cells.md', text: 'of another project' }])
    expect(said()).toEqual(['Nothing was undone, because Biology is not open any more.'])
  })
})

async function zipOf(files: Record<string, string>): Promise<BlobPart> {
  const zip = new JSZip()
  for (const [path, text] of Object.entries(files)) zip.file(path, text)
  return new Uint8Array(await zip.generateAsync({ type: 'uint8array' }))
}

describe('a vault of Obsidian', () => {
  const note = offer('bio/dna.md', 'DNA', true)
  const settings = (text: string) => offer('bio/.obsidian/app.json', text, true)

  beforeEach(() => {
    keepState.mockReset().mockResolvedValue()
    open([{ path: 'example.md', text: 'example' }], true)
  })

  test('makes a project that keeps line breaks, and says so', async () => {
    await intake.takeFiles([settings('{ "promptDelete": false }'), note])
    expect(create.mock.lastCall).toEqual([
      'Bio',
      [{ path: 'bio/dna.md', text: 'DNA' }],
      { lineBreaks: true }
    ])
    expect(said()[0]).toMatch(/^1 file was added to a new project, .*Keep line breaks/)
  })

  test.each([
    ['without app.json', [offer('bio/.obsidian/appearance.json', '', true)]],
    ['with settings that are no JSON', [settings('{')]]
  ])('keeps them %s', async (_, files) => {
    await intake.takeFiles([note, ...files])
    expect(create.mock.lastCall?.[2]).toEqual({ lineBreaks: true })
  })

  test.each([
    ['its settings are strict about line breaks', [settings('{ "strictLineBreaks": true }')]],
    ['they are those of another folder', [offer('bio/a/.obsidian/app.json', '{}', true)]],
    ['it is a file of that name', [offer('.obsidian', '{}', true)]]
  ])('does not where %s', async (_, files) => {
    const appearance = offer('bio/.obsidian/appearance.json', '{}', true)
    const isStrict = files[0]?.path.endsWith('bio/.obsidian/app.json')
    await intake.takeFiles([...(isStrict ? [appearance] : []), ...files, note])
    expect(create.mock.lastCall?.[2]?.lineBreaks ?? false).toBe(false)
    expect(said()[0]).not.toContain('line breaks')
  })

  test('is seen in a zip, too', async () => {
    const zip = { 'dna.md': 'DNA', '.obsidian/plugins/x/main.js': '', '.obsidian/app.json': '{}' }
    await intake.takeFiles([offer('bio.zip', await zipOf(zip))])
    expect(create.mock.lastCall?.slice(1)).toEqual([
      [{ path: 'dna.md', text: 'DNA' }],
      { lineBreaks: true }
    ])
  })

  test('fills a new project, and all is taken back together', async () => {
    open([{ path: 'untitled.md', text: '' }])
    await intake.takeFiles([settings('{}'), note])
    expect(project.settings.lineBreaks).toBe(true)
    expect(said()[0]).toMatch(/^1 file was added\. .*Keep line breaks/)
    press('Undo')
    expect(project.settings.lineBreaks).toBe(false)
  })

  test('changes no project that has files', async () => {
    open([{ path: 'cells.md', text: 'old' }])
    await intake.takeFiles([settings('{}'), note])
    expect(project.settings.lineBreaks).toBe(false)
    expect(said()).toEqual(['1 file was added.'])
  })
})

describe('a zip', () => {
  test('gives its name to the project that it begins, unless one folder holds all of it', async () => {
    open([{ path: 'example.md', text: 'example' }], true)
    const loose = await zipOf({ 'dna.md': 'DNA', 'plants/cells.md': 'Cells' })
    await intake.takeFiles([offer('my-vault.zip', loose)])
    expect(create.mock.lastCall?.[0]).toBe('My vault')
    open([{ path: 'example.md', text: 'example' }], true)
    const whole = await zipOf({ 'bio/dna.md': 'DNA', 'bio/cells.md': 'Cells' })
    await intake.takeFiles([offer('download (3).zip', whole)])
    expect(create.mock.lastCall?.[0]).toBe('Bio')
  })

  test('brings in its texts and media with their paths, and nothing else of it', async () => {
    const files = { 'bio/a.md': 'A', 'bio/img/x.png': 'x', 'bio/b.css': 'b', '../c.md': 'C' }
    await intake.takeFiles([offer('bio.zip', await zipOf(files))])
    expect(project.paths).toEqual(['cells.md', 'bio/a.md'])
    expect(project.mediaPaths).toEqual(['bio/img/x.png'])
    expect(said()).toContain(
      '1 file and 1 picture or sound were added. bio/b.css is no Markdown, text, picture or sound, and was left aside.'
    )
    expect(said()).toContain('In bio.zip: ../c.md leads out of its folder and was left out.')
  })

  test('of notes that are here with other content is asked about', async () => {
    await intake.takeFiles([offer('bio/dna.md', 'DNA', true)])
    keepState.mockReset().mockResolvedValue()
    choice = 'replace'
    const zip = await zipOf({ 'bio/dna.md': 'new', 'dna.md': 'at the top of the zip' })
    await intake.takeFiles([offer('bio.zip', zip)])
    expect(askedAbout()).toEqual(['bio/dna.md'])
    expect(project.text('bio/dna.md')).toBe('new')
    expect(project.text('dna.md')).toBe('at the top of the zip')
  })

  test('of a repository comes without what is hidden or was installed', async () => {
    const files = {
      'main/a.md': 'A',
      'main/.github/b.md': 'B',
      'main/node_modules/c/d.md': 'D',
      'main/logseq/bak/pages/a/b.md': 'old',
      'main/~$e.docx': 'lock'
    }
    await intake.takeFiles([offer('main.zip', await zipOf(files))])
    expect(project.paths).toEqual(['cells.md', 'main/a.md'])
    expect(said()).toEqual(['1 file was added.'])
  })

  test('that holds nothing of use, or is none, is named', async () => {
    await intake.takeFiles([offer('a.zip', await zipOf({ 'x.css': 'x' })), offer('b.zip', 'none')])
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

test('what a model answered goes to its cards, by its content or its name, and is no file', async () => {
  await intake.takeFiles([offer('answers.json', '{\n "format": "laegna-report"')])
  expect(openReport.mock.lastCall?.[0]).toBe('answers.json')
  await intake.takeFiles([offer('report.json', '[]')])
  expect(openReport.mock.lastCall?.[0]).toBe('report.json')
  await intake.takeFiles([offer('other.json', '{}')])
  expect(openReport).toHaveBeenCalledTimes(2)
  expect(project.paths).toEqual(['cells.md'])
})

test('a model to ask, and what counts tokens, go where they are used, and are no files', async () => {
  await intake.takeFiles([offer('model.bin', 'GGUF\u0003')])
  expect(openModel.mock.lastCall?.[0]).toBe('model.bin')
  await intake.takeFiles([offer('cut short.gguf', '')])
  expect(openModel.mock.lastCall?.[0]).toBe('cut short.gguf')
  await intake.takeFiles([offer('words.json', '{\n "version": "1.0",\n "truncation": null,')])
  expect(openTokenizer.mock.lastCall?.[0]).toBe('words.json')
  await intake.takeFiles([offer('tokenizer.json', '[]')])
  expect(openTokenizer.mock.lastCall?.[0]).toBe('tokenizer.json')
  await intake.takeFiles([offer('models/one.gguf', 'GGUF', true), offer('b.md', 'B', true)])
  expect(openModel).toHaveBeenCalledTimes(2)
  expect(project.paths).toEqual(['cells.md', 'b.md'])
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

  test('files that were shown begin one named after what they are from, and lead on to their cards', async () => {
    const decks = [
      { path: 'Geo.md', text: 'A' },
      { path: 'Languages/German.md', text: 'B' }
    ]
    bring.mockResolvedValue({ files: decks, media: [] })
    await intake.takeFiles([offer('My old_deck.apkg', 'PK')])
    expect(create.mock.lastCall?.[0]).toBe('My old deck')
    expect(came).toHaveBeenLastCalledWith(decks, [], true)

    bring.mockResolvedValue({ files: [{ path: 'The Cell/1 Parts.md', text: 'A' }], media: [] })
    await intake.takeFiles([offer('book123.epub', 'PK')])
    expect(create.mock.lastCall?.[0]).toBe('The Cell')

    await intake.takeFiles([offer('book123.epub', 'PK'), offer('a.md', 'A')])
    expect(came.mock.lastCall?.[2]).toBe(false)
  })

  test('cards of another program bring what Anki has of them, and one step takes both back', async () => {
    open([{ path: 'cells.md', text: 'old' }])
    keepState.mockReset().mockResolvedValue()
    const ledger: Ledger = { version: 1, forms: [], entries: [] }
    const deck = { path: 'Bio.md', text: '[/Q]q[Q/] [/A]a[A/]\n' }
    bring.mockResolvedValue({ files: [deck], media: [], ledger })
    await intake.takeFiles([offer('bio.apkg', 'PK')])
    expect(learn).toHaveBeenCalledExactlyOnceWith(ledger)
    expect(project.paths).toEqual(['cells.md', 'Bio.md'])
    notices.list.at(-1)?.actions[0]?.run()
    expect(forget).toHaveBeenCalledOnce()
    expect(project.paths).toEqual(['cells.md'])

    bring.mockResolvedValue(undefined)
    await intake.takeFiles([offer('bio.apkg', 'PK')])
    expect(learn).toHaveBeenCalledOnce()
    expect(project.paths).toEqual(['cells.md'])
  })

  test('files that are dropped at once after the first ones go into that project, too', async () => {
    create.mockImplementation((_, files) => {
      load('two', files)
      return Promise.resolve(true)
    })
    keepState.mockReset().mockResolvedValue()
    await Promise.all([
      intake.takeFiles([offer('a.md', 'A')]),
      intake.takeFiles([offer('b.md', 'B')])
    ])
    expect(create).toHaveBeenCalledOnce()
    expect(project.paths).toEqual(['a.md', 'b.md'])
  })

  test('pasted text does too', async () => {
    await intake.takeText('# Cells\n\nText.')
    expect(create.mock.lastCall).toEqual([
      'Cells',
      [{ path: 'cells.md', text: '# Cells\n\nText.' }],
      {}
    ])
  })
})

describe('pasted text', () => {
  test('becomes a new file named from its first heading, unique', async () => {
    await intake.takeText('# Cells\r\n\r\nText.')
    expect(project.paths).toEqual(['cells.md', 'cells (2).md'])
    expect(project.text('cells (2).md')).toBe('# Cells\n\nText.')
    expect(project.openPath).toBe('cells (2).md')
    expect(ask).not.toHaveBeenCalled()
  })

  test('of blanks is nothing', async () => {
    await intake.takeText(' \n')
    expect(project.paths).toEqual(['cells.md'])
  })
})
