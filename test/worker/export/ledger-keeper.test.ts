import { deleteDB } from 'idb'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { compile, exporters, type Ledger } from '../../../src/laegna.ts'
import { Database } from '../../../src/storage/database.ts'
import { readRaw } from '../../../src/storage/raw-records.ts'
import { LedgerKeeper } from '../../../src/worker/export/ledger-keeper.ts'
import { inEnglish } from '../../../src/say/say.ts'

const id = 'a project'
let database: Database
let keeper: LedgerKeeper

beforeEach(() => {
  database = new Database(`test-${crypto.randomUUID()}`)
  keeper = new LedgerKeeper(database)
})

afterEach(async () => {
  vi.restoreAllMocks()
  await database.close()
  await deleteDB(database.name)
})

/** What an export of these cards, each as `question/answer`, leaves behind. */
async function ledgerOf(cards: string[], before?: Ledger): Promise<Ledger> {
  const text = cards
    .map((card) => card.split('/'))
    .map(([question, answer]) => `[/Q]${question}[Q/] [/A]${answer}[A/]\n\n`)
    .join('')
  const files = [{ path: 'a.md', text }]
  const exporter = exporters.find((one) => one.id === 'anki-package')
  const input = { name: 'P', files, compilation: compile(files), ...(before && { ledger: before }) }
  const context = { now: new Date(0), seed: 1, progress: () => undefined }
  const exported = await exporter?.run(input, {}, context)
  if (!exported?.ledger) throw new Error('Nothing was exported.')
  return exported.ledger
}

async function exportAs(ledger: Ledger): Promise<void> {
  await keeper.keep(keeper.hold(id, ledger), [])
}

async function troubleOf(project: string): Promise<string | undefined> {
  const { trouble } = await keeper.read(project)
  return trouble && inEnglish(trouble)
}

async function damage(record: unknown = { entries: 'gone' }): Promise<void> {
  const connection = await database.open()
  await connection.put('ledgers', record as Ledger, id)
}

test('what was exported is known the next time, and nothing before', async () => {
  expect(await keeper.read(id)).toEqual({ takenGuids: new Map() })
  const ledger = await ledgerOf(['One?/1'])
  await exportAs(ledger)
  expect((await keeper.read(id)).ledger?.entries).toEqual(ledger.entries)
})

test('what another tab exported meanwhile is known, too', async () => {
  await exportAs(await ledgerOf(['One?/1']))
  const { ledger: base } = await keeper.read(id)
  const here = keeper.hold(id, await ledgerOf(['One?/1', 'Two?/2'], base))
  const elsewhere = new LedgerKeeper(database)
  await elsewhere.keep(elsewhere.hold(id, await ledgerOf(['One?/1', 'Three?/3'], base)), [])
  await keeper.keep(here, [])
  const questions = (await keeper.read(id)).ledger?.entries.map(({ question }) => question)
  expect(questions?.join()).toMatch(/One\?.*Two\?.*Three\?/s)
})

for (const record of [{ entries: 'gone' }, 'text', null, 0, { entries: [{ guid: 1 }] }]) {
  test(`a damaged record is said, not taken for none: ${JSON.stringify(record)}`, async () => {
    await damage(record)
    const known = await keeper.read(id)
    expect(known.trouble && inEnglish(known.trouble)).toContain('is damaged')
    expect(known.ledger).toBeUndefined()
    await expect(keeper.renew(id)).rejects.toThrow('is damaged')
  })
}

test('a database that fails is said, with why', async () => {
  const failing = Object.assign(new Error('disk'), { name: 'UnknownError' })
  vi.spyOn(database, 'open').mockRejectedValue(failing)
  expect(await troubleOf(id)).toContain('cannot be looked up: this browser')
})

test('where the browser stores nothing there was nothing', async () => {
  const refused = Object.assign(new Error('no'), { name: 'SecurityError' })
  vi.spyOn(database, 'open').mockRejectedValue(refused)
  expect(await keeper.read(id)).toEqual({})
})

test('who goes on without it keeps it, aside', async () => {
  await damage({ entries: 'gone with the wind' })
  await exportAs(await ledgerOf(['One?/1']))
  expect(await keeper.read(id)).not.toHaveProperty('trouble')
  expect(await readRaw(database, id)).toContain('gone with the wind')
})

test('taking over from an earlier export, and undoing that, gives the damaged record back', async () => {
  await damage()
  const ledger = await ledgerOf(['One?/1'])
  await keeper.put(id, ledger)
  expect((await keeper.read(id)).ledger).toBeDefined()
  await keeper.putBack(id, { before: undefined, after: ledger })
  expect(await troubleOf(id)).toContain('is damaged')
})
