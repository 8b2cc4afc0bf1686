import { expect, test } from 'vitest'
import { downloadsOf } from '../../../src/state/export/downloads.svelte.ts'
import { Exporting } from '../../../src/state/export/exporting.svelte.ts'
import { Notices } from '../../../src/state/page/notices.svelte.ts'
import { Project } from '../../../src/state/project/project.svelte.ts'
import { Reading } from '../../../src/state/project/reading.svelte.ts'
import { Database } from '../../../src/storage/database.ts'
import { CompileClient } from '../../../src/worker/reader/compile-client.ts'
import { ExportClient } from '../../../src/worker/export/export-client.ts'
import { storedProject } from '../stored-project.ts'

/** Whose worker is ended once after it got the project, as by a newer question behind which it waited. */
class RobbedClient extends ExportClient {
  #isRobbed = false

  override async take(...project: Parameters<ExportClient['take']>): Promise<void> {
    await super.take(...project)
    if (!this.#isRobbed) this.stop()
    this.#isRobbed = true
  }
}

test('of a project that was left before its texts were read nothing is made, and that is told', async () => {
  const project = new Project()
  const [compiler, client] = [new CompileClient(), new ExportClient()]
  const reading = new Reading(compiler, project)
  const [database, notices] = [new Database(`test-${crypto.randomUUID()}`), new Notices()]
  const told = { exported: () => undefined, learned: () => undefined }
  const exporting = new Exporting({ database, client, project, reading, ...told })
  const open = (name: string): void => {
    project.load(storedProject(name, { 'a.md': `# ${name}\n` }), 'a.md')
    reading.restart()
  }
  open('First')
  const offered: string[] = []
  const downloads = downloadsOf({ exporting, project, reading, notices })
  const downloading = downloads.download('html', ({ name }) => offered.push(name))
  open('Second')
  await downloading
  expect(offered).toEqual([])
  expect(notices.list.map(({ text }) => text)).toEqual([
    'Nothing was made of First, as another project was opened meanwhile. Open it again, and wait until it is done.'
  ])
  expect(exporting.refusal).toBeUndefined()
  await downloads.download('html', ({ name }) => offered.push(name))
  expect(offered).toEqual(['Second.html'])
  expect(notices.list).toHaveLength(1)
  compiler.stop()
  client.stop()
})

test('a file is written although a question that was given up took the worker away', async () => {
  const project = new Project()
  const [compiler, client] = [new CompileClient(), new RobbedClient()]
  const reading = new Reading(compiler, project)
  project.put([{ path: 'a.md', text: '# A\n' }])
  const database = new Database(`test-${crypto.randomUUID()}`)
  const told = { exported: () => undefined, learned: () => undefined }
  const exporting = new Exporting({ database, client, project, reading, ...told })
  const { files } = await exporting.write('html')
  expect(exporting.refusal).toBeUndefined()
  expect(files.map(({ name }) => name)).toHaveLength(1)
  compiler.stop()
  client.stop()
})
