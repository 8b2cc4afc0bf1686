import { beforeEach, expect, test } from 'vitest'
import { defaultSettings, type SourceFile } from '../../../src/laegna.ts'
import { Files } from '../../../src/state/project/files.ts'
import { Media } from '../../../src/state/media/media.svelte.ts'
import { Notices } from '../../../src/state/page/notices.svelte.ts'
import { Project } from '../../../src/state/project/project.svelte.ts'
import { Database } from '../../../src/storage/database.ts'

let project: Project
let notices: Notices
let media: Media
let files: Files

beforeEach(() => {
  project = new Project()
  notices = new Notices()
  media = new Media(new Database(`test-${crypto.randomUUID()}`), project, notices)
  const openFile = (path: string) => void (project.openPath = path)
  files = new Files({ project, notices, openFile, goTo: openFile })
  open('Biology', [
    { path: 'cells.md', text: 'cells' },
    { path: 'dna.md', text: 'DNA' }
  ])
})

/** Opens a project in place of the one that is open. */
function open(name: string, texts: SourceFile[]): void {
  const times = { createdAt: 0, changedAt: 0, deletedAt: null }
  const rest = { settings: defaultSettings, paths: [], sample: false, revision: 1, ...times }
  project.load({
    project: { id: name, name, ...rest },
    files: texts.map((file) => ({ ...file, revision: 1, strand: '' })),
    media: [],
    conflicts: [],
    damaged: []
  })
}

function undo(): void {
  const notice = notices.list.at(-1)!
  notices.press(notice, notice.actions[0]!)
}

test('a file that was deleted comes back beside one that has its name since', () => {
  files.remove(['cells.md'])
  project.put([{ path: 'cells.md', text: 'an hour of work' }])
  undo()
  expect(project.files).toEqual([
    { path: 'cells.md', text: 'an hour of work' },
    { path: 'dna.md', text: 'DNA' },
    { path: 'cells (2).md', text: 'cells' }
  ])
})

test('nothing comes back into another project that was opened since', async () => {
  const others = [{ path: 'cells.md', text: 'of prisons' }]
  files.remove(['cells.md'])
  open('Law', others)
  undo()
  expect(project.files).toEqual(others)
  media.put([{ path: 'bars.png', blob: new Blob(['bars']) }])
  await media.remove('bars.png')
  open('Biology', [])
  undo()
  expect(project.mediaPaths).toEqual([])
  expect(notices.list.map(({ text }) => text)).toEqual([
    'Nothing was changed, because Biology is not open any more.',
    'Nothing was changed, because Law is not open any more.'
  ])
})

test('several files and a folder are deleted in one step, and come back in their order', () => {
  project.put(['x/1.md', 'x/2.md', 'last.md'].map((path) => ({ path, text: `text of ${path}` })))
  const before = project.files
  files.remove(['cells.md', 'x/1.md', 'x'])
  expect(project.paths).toEqual(['dna.md', 'last.md'])
  expect(notices.list.map(({ text }) => text)).toEqual(['3 files were deleted.'])
  undo()
  expect(project.files).toEqual(before)
})

test('several files move into a folder together, and back past what was added since', async () => {
  project.put(['x/cells.md', 'last.md'].map((path) => ({ path, text: `text of ${path}` })))
  await files.place(['cells.md', 'dna.md'], 'x/cells.md', true)
  expect(project.paths).toEqual(['x/cells.md', 'x/cells (2).md', 'x/dna.md', 'last.md'])
  expect(notices.list.map(({ text }) => text)).toEqual(['2 files are now in x.'])
  project.put([{ path: 'since.md', text: '' }])
  undo()
  expect(project.paths).toEqual(['cells.md', 'dna.md', 'x/cells.md', 'last.md', 'since.md'])
  expect(project.text('cells.md')).toBe('cells')
})
