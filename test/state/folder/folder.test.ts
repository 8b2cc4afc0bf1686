import { deleteDB } from 'idb'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { defaultSettings, type Settings, type SourceFile } from '../../../src/laegna.ts'
import { Folder } from '../../../src/state/folder/folder.svelte.ts'
import { Media } from '../../../src/state/media/media.svelte.ts'
import { Notices } from '../../../src/state/page/notices.svelte.ts'
import { Project } from '../../../src/state/project/project.svelte.ts'
import { Database } from '../../../src/storage/database.ts'
import { keepFoldersOf } from '../../../src/storage/folder-handles.ts'

let database: Database
let project: Project
let notices: Notices
let media: Media
let folder: Folder
/** A folder of the page's own: to the code it is one of the disk. */
let disk: FileSystemDirectoryHandle
let name: string
/** Texts that came from the folder, with those in whose place they did. */
let came: { files: readonly SourceFile[]; before: readonly SourceFile[] }[]

function create(title: string, files: SourceFile[], told?: Partial<Settings>): Promise<boolean> {
  const times = { createdAt: 0, changedAt: 0, deletedAt: null }
  const paths = files.map(({ path }) => path)
  const settings = { ...defaultSettings, ...told }
  const rest = { settings, paths, sample: false, revision: 1, ...times }
  project.load({
    project: { id: `${title} ${name}`, name: title, ...rest },
    files: files.map((file) => ({ ...file, revision: 1, strand: '' })),
    media: [],
    conflicts: [],
    damaged: []
  })
  return Promise.resolve(true)
}

/** A page, as after a reload. */
function visit(): void {
  project = new Project()
  notices = new Notices()
  media = new Media(database, project, notices)
  const tools = { project, media, notices, create, projectIds: () => [project.id] }
  came = []
  folder = new Folder({ ...tools, came: (files, before) => came.push({ files, before }) })
}

beforeEach(async () => {
  name = `folder-${crypto.randomUUID()}`
  database = new Database(`test-${name}`)
  const root = await navigator.storage.getDirectory()
  disk = await root.getDirectoryHandle(name, { create: true })
  visit()
})

afterEach(async () => {
  await keepFoldersOf(new Set())
  const root = await navigator.storage.getDirectory()
  await root.removeEntry(name, { recursive: true })
  await database.close()
  await deleteDB(database.name)
})

async function put(path: string, text: string): Promise<void> {
  const file = await disk.getFileHandle(path, { create: true })
  const writable = await file.createWritable()
  await writable.write(text)
  await writable.close()
}

async function onDisk(path: string): Promise<string> {
  return (await (await disk.getFileHandle(path)).getFile()).text()
}

const said = () => notices.list.map(({ text }) => text).join('\n')

function press(label: string): void {
  const notice = notices.list.find(({ actions }) => actions.some((one) => one.label === label))
  const action = notice?.actions.find((one) => one.label === label)
  if (!notice || !action) throw new Error(`Nothing offers ${label}.`)
  notices.press(notice, action)
}

test('a folder opens as a project, and is written back where something changed', async () => {
  await put('cells.md', 'one\r\n')
  await put('dna.md', 'two')
  await put('photo.exe', 'none of ours')
  await folder.open(disk)
  expect(project.files).toEqual([
    { path: 'cells.md', text: 'one\n' },
    { path: 'dna.md', text: 'two' }
  ])
  project.write('cells.md', 'one\nmore\n')
  expect(folder.waiting).toBe(1)
  await folder.save()
  expect(await onDisk('cells.md')).toBe('one\r\nmore\r\n')
  expect(await onDisk('dna.md')).toBe('two')
  expect(folder.waiting).toBe(0)
})

test('an empty folder opens nothing, and says so', async () => {
  await folder.open(disk)
  expect(said()).toContain('There is no Markdown or text file')
  expect(folder.name).toBeUndefined()
})

test('what changed in the folder comes in, and Undo takes it out again', async () => {
  await put('cells.md', 'one')
  await folder.open(disk)
  await put('cells.md', 'changed elsewhere')
  await put('new.md', 'new')
  await folder.look()
  expect(project.text('cells.md')).toBe('changed elsewhere')
  expect(project.text('new.md')).toBe('new')
  expect(came).toEqual([
    {
      files: [
        { path: 'cells.md', text: 'changed elsewhere' },
        { path: 'new.md', text: 'new' }
      ],
      before: [{ path: 'cells.md', text: 'one' }]
    }
  ])
  press('Undo')
  expect(project.files).toEqual([{ path: 'cells.md', text: 'one' }])
})

test('where both changed nothing is written over until somebody chooses', async () => {
  await put('cells.md', 'one')
  await folder.open(disk)
  project.write('cells.md', 'mine')
  await put('cells.md', 'theirs, longer')
  await folder.save()
  expect(await onDisk('cells.md')).toBe('theirs, longer')
  expect(project.text('cells.md')).toBe('mine')
  press('Keep mine')
  await folder.save()
  expect(await onDisk('cells.md')).toBe('mine')
})

test('a file deleted here stays in the folder until one says otherwise', async () => {
  await put('cells.md', 'one')
  await put('dna.md', 'two')
  await folder.open(disk)
  project.remove('dna.md')
  await folder.save()
  expect(await onDisk('dna.md')).toBe('two')
  press('Delete there too')
  await vi.waitFor(() => expect(onDisk('dna.md')).rejects.toThrow())
})

test('a project finds its folder again at the next visit', async () => {
  await put('cells.md', 'one')
  await folder.open(disk)
  const { id } = project
  await put('cells.md', 'changed meanwhile')
  visit()
  await create(id.slice(0, -name.length - 1), [{ path: 'cells.md', text: 'one' }])
  await folder.follow()
  expect(folder.name).toBe(name)
  expect(project.text('cells.md')).toBe('changed meanwhile')
})

test('a vault of Obsidian keeps its line breaks, unless its settings say otherwise', async () => {
  await put('cells.md', 'one')
  await folder.open(disk)
  expect(project.settings.lineBreaks).toBe(false)
  const obsidian = await disk.getDirectoryHandle('.obsidian', { create: true })
  await folder.open(disk)
  expect(project.settings.lineBreaks).toBe(true)
  expect(said()).toContain('Keep line breaks')
  const file = await obsidian.getFileHandle('app.json', { create: true })
  const writable = await file.createWritable()
  await writable.write('{ "strictLineBreaks": true }')
  await writable.close()
  await folder.open(disk)
  expect(project.settings.lineBreaks).toBe(false)
  expect(project.paths).toEqual(['cells.md'])
})
