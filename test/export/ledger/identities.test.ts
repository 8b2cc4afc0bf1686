import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exporters, type Ledger, type LedgerEntry } from '../../../src/laegna.ts'
import { project } from '../projects.ts'
import { apply, histories, Model, type Edit, type ModelCard } from './histories.ts'

const ankiJson = exporters.find(({ id }) => id === 'anki-json')!

interface Exported {
  guids: Map<number, string>
  mods: Map<string, number>
  ledger: Ledger
}

/** The project exported, at a second of its own; guids by the cards' own ids. */
async function exportOf(
  model: Model,
  ledger: Ledger | undefined,
  second: number
): Promise<Exported> {
  const input = { ...project(model.sources), ...(ledger && { ledger }) }
  const context = { now: new Date(second * 1000), seed: 1 }
  const result = await ankiJson.run(input, {}, context)
  const records = JSON.parse(new TextDecoder().decode(result.files[0]!.bytes)) as { guid: string }[]
  const guids = new Map(model.cards.map(({ id }, at) => [id, records[at]!.guid]))
  const mods = new Map(result.ledger!.entries.map(({ guid, mod }) => [guid, mod]))
  return { guids, mods, ledger: result.ledger! }
}

async function replay(history: Edit[][], check?: (step: Step) => void): Promise<Exported[]> {
  const model = new Model()
  apply(model, { kind: 'addFile', at: 0, to: 0 })
  const exports: Exported[] = []
  let before = new Map<number, ModelCard>()
  for (const edits of history) {
    for (const edit of edits) apply(model, edit)
    if (model.cards.length === 0) apply(model, { kind: 'addCard', at: 0, to: 0 })
    const last = exports.at(-1)
    const now = await exportOf(model, last?.ledger, exports.length + 1)
    check?.({ model, before, last, now })
    exports.push(now)
    before = new Map(model.cards.map((card) => [card.id, { ...card }]))
  }
  return exports
}

interface Step {
  model: Model
  before: Map<number, ModelCard>
  last: Exported | undefined
  now: Exported
}

describe('over any history of edits', () => {
  test('a card keeps its guid as long as question or answer survives, and shares it with none', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (history) => {
        await replay(history, ({ model, before, last, now }) => {
          expect(new Set(now.guids.values()).size).toBe(model.cards.length)
          for (const { id, question, answer } of model.cards) {
            const old = before.get(id)
            const survived = old && (old.question === question || old.answer === answer)
            if (survived) expect(now.guids.get(id)).toBe(last!.guids.get(id))
          }
        })
      }),
      { numRuns: 150 }
    )
  })

  test('the time of a card moves exactly when what it says does', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (history) => {
        await replay(history, ({ last, now }) => {
          const before = new Map(last?.ledger.entries.map((entry) => [entry.guid, entry]))
          for (const entry of now.ledger.entries.filter(({ present }) => present)) {
            const old = before.get(entry.guid)
            const isSame = said(old) === said(entry)
            if (old && isSame) expect(entry.mod).toBe(old.mod)
            else expect(entry.mod).toBeGreaterThan(old?.mod ?? 0)
          }
        })
      }),
      { numRuns: 60 }
    )
  })

  test('the same history gives the same guids again', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (history) => {
        expect(await replay(history)).toEqual(await replay(history))
      }),
      { numRuns: 40 }
    )
  })
})

/** All that Anki shows of a card. */
function said(entry: LedgerEntry | undefined): string | undefined {
  return entry && [entry.hash, entry.question, entry.answer, entry.media].join('\n')
}
