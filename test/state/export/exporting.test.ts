import { expect, test } from 'vitest'
import { Exporting } from '../../../src/state/export/exporting.svelte.ts'
import { Project } from '../../../src/state/project/project.svelte.ts'
import { Reading } from '../../../src/state/project/reading.svelte.ts'
import { Database } from '../../../src/storage/database.ts'
import { CompileClient } from '../../../src/worker/reader/compile-client.ts'
import { ExportClient } from '../../../src/worker/export/export-client.ts'

/** Whose worker is ended once after it got the project, as by a newer question behind which it waited. */
class RobbedClient extends ExportClient {
  #isRobbed = false

  override async take(...project: Parameters<ExportClient['take']>): Promise<void> {
    await super.take(...project)
    if (!this.#isRobbed) this.stop()
    this.#isRobbed = true
  }
}

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
