import { afterEach, beforeEach, expect, test } from 'vitest'
import { Project } from '../../../src/state/project/project.svelte.ts'
import { Reading } from '../../../src/state/project/reading.svelte.ts'
import { CompileClient } from '../../../src/worker/reader/compile-client.ts'
import { storedProject } from '../stored-project.ts'

/** Is told when it may begin. */
class HeldClient extends CompileClient {
  gate: Promise<void> | undefined

  override async compile() {
    await this.gate
    return super.compile()
  }
}

const clients: HeldClient[] = []
const texts = { 'a.md': '# Cells\n\n[/BLOCKREAD/]\n\nWords.\n\n[/Q]How many?\n' }
const all = { blocks: 3, chapters: 0, cards: 0, problems: { error: 1, warning: 0, info: 0 } }
const none = { blocks: 0, chapters: 0, cards: 0, problems: { error: 0, warning: 0, info: 0 } }

beforeEach(() => localStorage.clear())

afterEach(() => {
  for (const client of clients.splice(0)) client.stop()
  localStorage.clear()
})

/** A visit of the page that opens a stored project; `isHeld`: in which reading takes for ever. */
function visit(stored: ReturnType<typeof storedProject>, isHeld: boolean): [Reading, Project] {
  const [project, client] = [new Project(), new HeldClient()]
  clients.push(client)
  if (isHeld) client.gate = new Promise(() => undefined)
  const reading = new Reading(client, project)
  project.load(stored)
  reading.restart()
  return [reading, project]
}

async function readOnce(): Promise<void> {
  const [reading] = visit(storedProject('one', texts), false)
  await reading.settled()
  expect(reading.counts).toEqual(all)
  reading.keepCounts()
}

test('a project that is as it was shows its counts before it is read again', async () => {
  await readOnce()
  const [reading] = visit(storedProject('one', texts), true)
  expect(reading.counts).toEqual(all)
  expect(reading.current).toBe(false)
})

test.each([
  ['another project', storedProject('two', texts)],
  ['one that was stored again', revised(storedProject('one', texts))],
  ['one with other texts', storedProject('one', { 'a.md': 'Something else.' })]
])('the counts are not shown for %s', async (_, stored) => {
  await readOnce()
  const [reading] = visit(stored, true)
  expect(reading.counts).toEqual(none)
})

test('counts of texts that are not read to the end are not kept', async () => {
  await readOnce()
  const [reading, project] = visit(storedProject('one', texts), true)
  project.write('a.md', '')
  reading.keepCounts()
  const [next] = visit(storedProject('one', texts), true)
  expect(next.counts).toEqual(all)
})

test('what is read takes the place of the counts that were kept', async () => {
  await readOnce()
  const [reading, project] = visit(storedProject('one', texts), false)
  project.write('a.md', '[/Q]How many?[Q/]\n\n[/A]Two.[A/]\n')
  await reading.settled()
  expect(reading.counts).toEqual({ ...none, cards: 1 })
})

function revised(stored: ReturnType<typeof storedProject>): ReturnType<typeof storedProject> {
  return { ...stored, project: { ...stored.project, revision: stored.project.revision + 1 } }
}
