import { describe, expect, test } from 'vitest'
import {
  adoptLedger,
  compareWithLedger,
  exporters,
  type Card,
  type Ledger
} from '../../../src/laegna.ts'
import { cardsOnly } from '../projects.ts'

const ankiJson = exporters.find(({ id }) => id === 'anki-json')!

async function write(cards: Partial<Card>[], ledger?: Ledger, second = 1) {
  const input = { ...cardsOnly(cards), ...(ledger && { ledger }) }
  const result = await ankiJson.run(input, {}, { now: new Date(second * 1000), seed: 1 })
  const records = JSON.parse(new TextDecoder().decode(result.files[0]!.bytes)) as { guid: string }[]
  return { guids: records.map(({ guid }) => guid), ledger: result.ledger! }
}

const adopt = (cards: Partial<Card>[], own: Ledger | undefined, earlier: Ledger) =>
  adoptLedger(cardsOnly(cards).compilation.cards, own, earlier)

const wall = { question: 'What is around a cell?', answer: 'A membrane' }
const reworded = { question: 'What surrounds each cell?', answer: 'A membrane' }
const fresh = { question: 'Who wrote Faust?', answer: 'Goethe' }

describe('cards of an earlier export', () => {
  test('give their guids to a project that has exported nothing', async () => {
    const first = await write([wall])
    const home = await write([reworded], first.ledger, 2)
    const adopted = adopt([reworded, fresh], undefined, home.ledger)
    expect(adopted).toMatchObject({ found: 1, learned: 1, moved: 0 })
    expect((await write([reworded, fresh], adopted.ledger, 3)).guids[0]).toBe(first.guids[0])
  })

  test('go before what was exported here, of which the rest stays', async () => {
    const first = await write([wall])
    const home = await write([reworded], first.ledger, 2)
    const own = await write([reworded, fresh], undefined, 3)
    expect(own.guids[0]).not.toBe(home.guids[0])
    const adopted = adopt([reworded, fresh], own.ledger, home.ledger)
    expect(adopted).toMatchObject({ found: 1, learned: 1, moved: 1 })
    expect((await write([reworded, fresh], adopted.ledger, 4)).guids).toEqual([
      home.guids[0],
      own.guids[1]
    ])
  })

  test('go before what here is likelier, too', async () => {
    const home = await write([wall])
    // Here it was written twice at first.
    const own = await write([reworded, { ...reworded, answer: 'A skin' }], undefined, 2)
    const { ledger } = adopt([reworded], own.ledger, home.ledger)
    expect((await write([reworded], ledger, 4)).guids).toEqual(home.guids)
  })

  test('do not take back what was exported since: Anki would not take it any more', async () => {
    const first = await write([wall])
    const second = await write([reworded], first.ledger, 20)
    const { ledger, learned } = adopt([wall], second.ledger, first.ledger)
    expect(learned).toBe(0)
    const { changed } = compareWithLedger({ ...cardsOnly([wall]), ledger })
    expect(changed).toHaveLength(1)
    const third = await write([wall], ledger, 30)
    expect(third.ledger.entries[0]).toMatchObject({ guid: first.guids[0], mod: 30 })
  })

  test('that are all of another project give nothing', async () => {
    const home = await write([fresh])
    expect(adopt([wall], undefined, home.ledger)).toMatchObject({ found: 0, learned: 0 })
  })
})
