import { expect, test } from 'vitest'
import { Preview } from '../../../src/state/preview/preview.svelte.ts'
import { Project } from '../../../src/state/project/project.svelte.ts'
import { PreviewClient } from '../../../src/worker/reader/preview-client.ts'
import { storedProject } from '../stored-project.ts'

/** Draws at once, until it is told to wait. */
class HeldClient extends PreviewClient {
  gate: Promise<void> | undefined

  override async render(...wish: Parameters<PreviewClient['render']>) {
    await this.gate
    return super.render(...wish)
  }
}

/** Only so long as a worker may take to start. */
const patience = { timeout: 20_000 }

const shown = (preview: Preview) => JSON.stringify(preview.groups)

test('the document of a project is out of sight as soon as another is opened', async () => {
  const [project, client] = [new Project(), new HeldClient()]
  const preview = new Preview(client, project)
  preview.watch()
  project.load(storedProject('one', { 'a.md': '# Of the first\n' }), 'a.md')
  await expect.poll(() => shown(preview), patience).toContain('Of the first')
  let open = (): void => undefined
  client.gate = new Promise((resolve) => (open = resolve))
  project.load(storedProject('two', { 'a.md': '# Of the second\n' }), 'a.md')
  await expect.poll(() => shown(preview), patience).toBe('[]')
  expect(preview.drawn).toBe(false)
  open()
  await expect.poll(() => shown(preview), patience).toContain('Of the second')
  client.stop()
})
