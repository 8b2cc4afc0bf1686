import { describe, expect, test } from 'vitest'
import {
  compareWithLedger,
  ledgerFrom,
  exporters,
  type Card,
  type Ledger,
  type TakenGuids
} from '../../../src/laegna.ts'
import { cardsOnly } from '../projects.ts'

const ankiJson = exporters.find(({ id }) => id === 'anki-json')!

/** Exports cards, and answers their guids and the ledger. */
async function write(
  cards: Partial<Card>[],
  ledger?: Ledger,
  second = 1,
  takenGuids: TakenGuids = new Map()
) {
  const input = { ...cardsOnly(cards), ...(ledger && { ledger }), takenGuids }
  const result = await ankiJson.run(input, {}, { now: new Date(second * 1000), seed: 1 })
  const text = new TextDecoder().decode(result.files[0]!.bytes)
  const records = JSON.parse(text) as { guid: string }[]
  return { guids: records.map(({ guid }) => guid), ledger: result.ledger!, text }
}

const membrane = { question: 'What surrounds every cell?', answer: 'A thin membrane of lipids' }
const edited = {
  question: 'What surrounds each living cell?',
  answer: 'A thin membrane made of lipids'
}

describe('a card whose both sides were edited', () => {
  test('keeps its guid where it is still much alike', async () => {
    const first = await write([membrane, { question: 'Other', answer: 'Thing' }])
    const { guids } = await write([edited], first.ledger)
    expect(guids).toEqual([first.guids[0]])
  })

  test('in another script, too', async () => {
    const first = await write([
      { question: '細胞を包むものは何ですか', answer: '脂質の薄い膜です' },
      { question: '核とは何ですか', answer: '遺伝子のある所' }
    ])
    const { guids } = await write(
      [{ question: '細胞を包んでいるものは何ですか', answer: '脂質でできた薄い膜です' }],
      first.ledger
    )
    expect(guids).toEqual([first.guids[0]])
  })

  test('is another card where little of it is left', async () => {
    const first = await write([membrane])
    const { guids } = await write(
      [{ question: 'Who wrote Faust?', answer: 'Goethe' }],
      first.ledger
    )
    expect(guids).not.toEqual(first.guids)
  })

  test('in another file has to be more alike than in its own', async () => {
    const here = { question: 'Name the powerhouse of cells', answer: 'Mitochondria' }
    const there = { question: 'Name the capital of France', answer: 'Paris it is', fileId: 'b' }
    const first = await write([here])
    expect((await write([there], first.ledger)).guids).not.toEqual(first.guids)
  })
})

describe('cards that have a side in common', () => {
  test('equal answers: the question that was edited is the one that is alike', async () => {
    const yes = (question: string) => ({ question, answer: 'Yes' })
    const first = await write([yes('Is water wet?'), yes('Is the sky blue?'), yes('Is ice cold?')])
    const { guids } = await write(
      [yes('Is ice really cold?'), yes('Is the sky blue?')],
      first.ledger
    )
    expect(guids).toEqual([first.guids[2], first.guids[1]])
  })

  test('equal questions: the answer tells, then the chapter', async () => {
    const why = (answer: string, chapter: string) => {
      return { question: 'Why?', answer, chapterTree: [chapter], chapterId: chapter }
    }
    const first = await write([why('Because of rain', 'A'), why('For fun', 'B'), why('No', 'C')])
    const { guids } = await write(
      [why('For fun', 'A'), why('Because of heavy rain', 'A'), why('Never', 'C')],
      first.ledger
    )
    expect(guids).toEqual([first.guids[1], first.guids[0], first.guids[2]])
  })

  test('a question that another chapter asks now leaves its card to the answer', async () => {
    const of = (chapter: string, question: string, answer: string) => {
      return { question, answer, chapterTree: [chapter], chapterId: chapter }
    }
    const first = await write([of('France', 'Capital?', 'Paris')])
    const { guids } = await write(
      [of('France', 'Which is its capital?', 'Paris'), of('Italy', 'Capital?', 'Rome')],
      first.ledger
    )
    expect(guids[0]).toBe(first.guids[0])
    expect(guids[1]).not.toBe(first.guids[0])
    // Where the answer is common, the question counts: the card was moved and mended.
    const common = await write([of('A', 'Is it so?', 'Yes'), of('A', 'Really?', 'Yes')])
    const moved = await write(
      [of('A', 'And this?', 'Yes'), of('B', 'Is it so?', 'No')],
      common.ledger
    )
    expect(moved.guids[1]).toBe(common.guids[0])
  })

  test('thousands of equals are told apart by place and order, quickly', async () => {
    const cards = Array.from({ length: 3000 }, (_, at) => ({
      question: 'Why?',
      answer: `Because ${at % 2}`,
      chapterTree: [`Chapter ${at % 50}`]
    }))
    const first = await write(cards)
    expect(new Set(first.guids).size).toBe(3000)
    expect((await write(cards, first.ledger)).guids).toEqual(first.guids)
  })
})

test('a card that was deleted and comes back has its guid again, and the time moves', async () => {
  const other = { question: 'Other', answer: 'Thing' }
  const first = await write([membrane, other])
  const second = await write([other], first.ledger, 2)
  expect(second.ledger.entries.map(({ present }) => present)).toEqual([true, false])
  const third = await write([other, membrane], second.ledger, 3)
  expect(third.guids).toEqual([first.guids[1], first.guids[0]])
})

describe('a card that is reworded into what one asked that was deleted', () => {
  const gone = { question: 'What is a ribosome?', answer: 'The machine that makes proteins' }
  const stays = { question: 'Ribosome?', answer: 'It builds proteins from mRNA' }
  const reworded = { ...stays, question: gone.question }

  async function afterDeletion() {
    const first = await write([gone, stays])
    const [ofGone, ofStays] = first.guids
    return { ofGone, ofStays, ledger: (await write([stays], first.ledger, 2)).ledger }
  }

  test('keeps its guid', async () => {
    const { ofStays, ledger } = await afterDeletion()
    expect((await write([reworded], ledger, 3)).guids).toEqual([ofStays])
  })

  test('is another one where its own question is still asked', async () => {
    const { ofGone, ofStays, ledger } = await afterDeletion()
    const other = { ...stays, answer: 'A part of the cell' }
    expect((await write([reworded, other], ledger, 3)).guids).toEqual([ofGone, ofStays])
  })

  test('leaves its guid to the deleted one where that is brought back as it was', async () => {
    const { ofGone, ofStays, ledger } = await afterDeletion()
    expect((await write([gone], ledger, 3)).guids).toEqual([ofGone])
    expect((await write([reworded, gone], ledger, 3)).guids).toEqual([ofStays, ofGone])
  })
})

test('a new card much like one that went before the last export does not get its guid', async () => {
  const other = { question: 'Other', answer: 'Thing' }
  const france = { question: 'What is the capital of France?', answer: 'The city of Paris' }
  const spain = { question: 'What is the capital of Spain?', answer: 'The city of Madrid' }
  const first = await write([france, other])
  const second = await write([other], first.ledger, 2)
  const third = await write([other, spain], second.ledger, 3)
  expect(first.guids).not.toContain(third.guids[1])
  const fourth = await write([france, other, spain], third.ledger, 4)
  expect(fourth.guids).toEqual([...first.guids, third.guids[1]])
})

test('no guid of another project is issued, and the same is given every time', async () => {
  const first = await write([membrane])
  const taken = new Map([[first.guids[0]!, undefined]])
  const copied = await write([membrane], undefined, 1, taken)
  expect(copied.guids).not.toEqual(first.guids)
  expect((await write([membrane], undefined, 1, taken)).guids).toEqual(copied.guids)
  // Its own ledger counts for more than what others have.
  expect((await write([membrane], first.ledger, 2, taken)).guids).toEqual(first.guids)
})

test('of a project in the bin a card goes on that answers the same, and no other', async () => {
  const first = await write([membrane])
  const binned = new Map([[first.guids[0]!, membrane.answer]])
  expect((await write([membrane], undefined, 2, binned)).guids).toEqual(first.guids)
  const other = { ...membrane, answer: 'A wall of stone' }
  const { guids } = await write([other, membrane], undefined, 2, binned)
  expect(guids).toEqual([expect.not.stringMatching(first.guids[0]!), first.guids[0]])
})

test('two exports in one second, or with the clock set back, still get a newer time', async () => {
  const first = await write([membrane], undefined, 100)
  const second = await write([edited], first.ledger, 100)
  const third = await write([membrane], second.ledger, 50)
  expect([first, second, third].map(({ ledger }) => ledger.entries[0]!.mod)).toEqual([
    100, 101, 102
  ])
})

describe('what an export would change', () => {
  test('is told card by card, with what it said and says', async () => {
    const stays = { question: 'Stays', answer: 'Same' }
    const goes = { question: 'Goes away', answer: 'Soon' }
    const { ledger, guids } = await write([membrane, stays, goes])
    const input = cardsOnly([{ question: 'Brand new', answer: 'Card' }, edited, stays])
    const { fresh, changed, unchanged, gone } = compareWithLedger({ ...input, ledger })
    expect(fresh.map(({ after }) => after?.question)).toEqual(['Brand new'])
    expect(changed).toMatchObject([
      { guid: guids[0], before: membrane, after: edited, changes: ['question', 'answer'] }
    ])
    expect(unchanged.map(({ guid }) => guid)).toEqual([guids[1]])
    expect(gone).toMatchObject([{ guid: guids[2], before: goes }])
  })

  test('names a new chapter, another file, and what is only drawn anew', async () => {
    const { ledger } = await write([membrane])
    const changes = (card: Partial<Card>) =>
      compareWithLedger({ ...cardsOnly([{ ...membrane, ...card }]), ledger }).changed[0]?.changes
    expect(changes({ chapterTree: ['Renamed'] })).toEqual(['context'])
    expect(changes({ fileId: 'b', path: 'b.md' })).toEqual(['file'])
    expect(changes({ tags: ['new'] })).toEqual(['look'])
    expect(changes({ line: 99, deck: 'Other' })).toBeUndefined()
  })

  test('without a ledger everything is new', () => {
    expect(compareWithLedger(cardsOnly([membrane])).fresh).toHaveLength(1)
  })
})

describe('a ledger from an earlier anki_cards.json', () => {
  test('gives each card its guid, also one that was edited since', async () => {
    const first = await write([membrane, { question: 'Old wording', answer: 'Here' }])
    const edit = [{ question: 'New wording of it', answer: 'Here' }, membrane]
    const later = await write(edit, first.ledger)
    const restored = ledgerFrom(later.text)
    expect((await write([membrane, ...edit.slice(0, 1)], restored)).guids).toEqual(first.guids)
    const input = { ...cardsOnly([membrane]), ledger: restored }
    expect(compareWithLedger(input).unchanged).toHaveLength(1)
  })

  test('knows cards again whose accents are written apart, as macOS does in names of files', async () => {
    const card = { question: 'Où est né Hervé ?', answer: 'À Orléans', chapterTree: ['Été'] }
    const apart = Object.entries({ ...card, fileId: 'né' }).map(([key, value]) => [
      key,
      typeof value === 'string' ? value.normalize('NFD') : value.map((one) => one.normalize('NFD'))
    ])
    const cards = [Object.fromEntries(apart) as Partial<Card>]
    const first = await write(cards)
    const restored = ledgerFrom(first.text)
    expect((await write(cards, restored)).guids).toEqual(first.guids)
    expect(compareWithLedger({ ...cardsOnly(cards), ledger: restored }).unchanged).toHaveLength(1)
  })

  test.each(['', '{}', '[{"guid": 1}]', '[{"guid": ""}]', 'null'])(
    'refuses %j in words',
    (text) => {
      expect(() => ledgerFrom(text)).toThrow(/anki_cards\.json/)
    }
  )
})
