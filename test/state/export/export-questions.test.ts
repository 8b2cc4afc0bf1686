import { expect, test } from 'vitest'
import { ExportQuestions, packageId } from '../../../src/state/export/export-questions.svelte.ts'
import { Project } from '../../../src/state/project/project.svelte.ts'
import { Reading } from '../../../src/state/project/reading.svelte.ts'
import { Database } from '../../../src/storage/database.ts'
import { CompileClient } from '../../../src/worker/reader/compile-client.ts'
import { ExportClient } from '../../../src/worker/export/export-client.ts'

/** Of which the last export is known to have been written so. */
class KnowingClient extends ExportClient {
  override preview() {
    const before = { prefixes: true, separator: ': ' }
    return Promise.resolve({ preview: { counts: [], samples: [], warnings: [], said: [], before } })
  }
}

test('cards are shown as the package writes them: as before, but for what is chosen', async () => {
  const project = new Project()
  const [compiler, client] = [new CompileClient(), new KnowingClient()]
  const reading = new Reading(compiler, project)
  const database = new Database(`test-${crypto.randomUUID()}`)
  const questions = new ExportQuestions({ database, client, project, reading })
  expect(questions.packageOptions).toEqual({})
  await questions.preview(packageId)
  expect(questions.packageOptions).toEqual({ prefixes: true, separator: ': ' })
  const exporter = questions.exporters.find(({ id }) => id === packageId)
  if (!exporter) throw new Error('There is no package.')
  questions.choose(exporter, 'prefixes', false)
  expect(questions.packageOptions).toEqual({ prefixes: false, separator: ': ' })
  compiler.stop()
  client.stop()
})
