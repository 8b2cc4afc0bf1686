import { afterEach, beforeEach, expect, test } from 'vitest'
import { defaultSettings, type SourceFile } from '../../../src/laegna.ts'
import { WorkerBridge } from '../../../src/worker/protocol/bridge.ts'
import type {
  Change,
  ReaderAnswer,
  ReaderRequest,
  ReadProject
} from '../../../src/worker/protocol/messages.ts'
import { startReader } from '../../../src/worker/reader/start-reader.ts'

let bridge: WorkerBridge<ReaderRequest, ReaderAnswer>
beforeEach(() => (bridge = new WorkerBridge(() => startReader('compile'))))
afterEach(() => bridge.stop())

const ask = (request: ReaderRequest, transfer: Transferable[] = []) =>
  bridge.ask(() => request, { transfer })

const nothing: Change = { put: [] }

/** A change after which the project is these files. */
function whole(files: SourceFile[], media: string[] = []): Change {
  return { put: files, paths: files.map(({ path }) => path), settings: defaultSettings, media }
}

/** What the worker holds, as the export worker gets it. */
async function held(change = nothing): Promise<ReadProject> {
  const { port1, port2 } = new MessageChannel()
  const project = new Promise<ReadProject>((resolve) => {
    port1.onmessage = ({ data }: MessageEvent<ReadProject>) => resolve(data)
  })
  expect(await ask({ kind: 'hand-over', change, to: port2 }, [port2])).toEqual({ kind: 'handed' })
  const taken = await project
  port1.close()
  return taken
}

const one = { path: 'one.md', text: '[/Q]One?[Q/] [/A]Yes.[A/]\n\n![a](img/a.png)\n' }
const two = { path: 'two.md', text: '[/Q]Two?[Q/] [/A]No.[A/]\n' }

test('what one request changed stands for those after it', async () => {
  await ask({ kind: 'compile', change: whole([one, two]) })
  const edited = { ...two, text: two.text.replace('No', 'Maybe') }
  const { files, compilation } = await held({ ...nothing, put: [edited] })
  expect(files).toEqual([one, edited])
  expect(compilation.cards.map(({ answer }) => answer)).toEqual(['Yes.', 'Maybe.'])
  const fewer = await held({ ...nothing, paths: ['two.md'] })
  expect(fewer.files).toEqual([edited])
})

test('a project is mended by its safe fixes, and stays as it is until the texts come back', async () => {
  const faulty = { path: 'one.md', text: '[Q]One?[/Q] [/A]Yes.[A/]\n' }
  const mended = await ask({ kind: 'mend', change: whole([faulty, two]) })
  const text = '[/Q]One?[Q/] [/A]Yes.[A/]\n'
  expect(mended).toEqual({ kind: 'mended', files: [{ path: 'one.md', text }], fixes: 1 })
  expect((await held()).files).toEqual([faulty, two])
})

test('a picture that gets another path gets it in each text that shows it', async () => {
  const change = whole([one, two], ['img/a.png'])
  const used = await ask({ kind: 'media-uses', change })
  expect(used).toMatchObject({ kind: 'media-used', uses: [{ file: 'one.md' }] })
  const moved = await ask({
    kind: 'move-medium',
    change: nothing,
    from: 'img/a.png',
    to: 'pictures/b.png'
  })
  const text = one.text.replace('img/a.png', 'pictures/b.png')
  expect(moved).toEqual({ kind: 'medium-moved', files: [{ path: 'one.md', text }], links: 1 })
})

test('a file that is tried alone leaves the project as it was', async () => {
  await ask({ kind: 'compile', change: whole([one]) })
  await ask({ kind: 'probe', file: two, settings: defaultSettings })
  expect((await held()).files).toEqual([one])
})
