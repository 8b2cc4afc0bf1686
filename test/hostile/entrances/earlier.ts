import * as v from 'valibot'
import { ExportError } from '../../../src/export/contract.ts'
import { compile, ledgerSchema } from '../../../src/laegna.ts'
import { EarlierExport } from '../../../src/worker/export/earlier-export.ts'
import { demand } from './demand.ts'
import type { Entrance } from './entrance.ts'
import { judgeLedger } from './judge-ledger.ts'
import { bytesOf, zipped } from './pack.ts'

const files = [{ path: 'a.md', text: '# A\n\n[/Q]q[Q/] [/A]a[A/]\n\n[/Q]One?[Q/] [/A]Two.[A/]\n' }]
const compilation = compile(files)

/** Reads an earlier export beside the project that it is of, takes it over, and exports again. */
async function judge(bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
  const input = { name: 'P', files, compilation }
  try {
    const file = new Blob([bytes])
    const { ledger, report } = await new EarlierExport().open({ key: 1, file }, input)
    demand(v.is(ledgerSchema, JSON.parse(JSON.stringify(ledger))), 'has a sound ledger')
    demand(Object.values(report).every(Number.isSafeInteger), 'counts in whole numbers')
    await judgeLedger(ledger, input)
    return true
  } catch (error) {
    if (!(error instanceof ExportError)) throw error
    demand(error.message.length < 2000, 'is told in a sentence')
    return false
  }
}

const card = {
  deck: 'P',
  guid: 'g',
  file_id: 'a.md',
  chapter_id: '1',
  chapter_tree: ['A'],
  kind: 'basic',
  question: 'q',
  answer: 'a'
}

/** anki_cards.json. */
export const cards: Entrance = {
  name: 'a list of cards',
  parts: { json: JSON.stringify([card, { ...card, guid: 'h', question: 'One?', answer: 'Two.' }]) },
  pack: ({ json = '' }) => bytesOf(json),
  judge
}

const note = { type: 't', fields: ['q', 'a'], question: 0, answer: 1, tags: ['t'], cards: [0] }
const model = {
  id: 1600000000001,
  name: 'Basic',
  type: 0,
  flds: [
    { name: 'Front', ord: 0 },
    { name: 'Back', ord: 1 }
  ],
  tmpls: [{ name: 'Card 1', ord: 0, qfmt: '{{Front}}', afmt: '{{Back}}' }]
}
const ledger = {
  version: 1,
  forms: ['package'],
  style: { key: 'k', mod: 1, last: { key: 'k', reversed: false } },
  deck: 'P',
  types: [{ key: 't', name: 'Basic', model }],
  places: [['a.md', '1', ['A']]],
  cards: [
    ['g', 0, 'q', 'a', '', 1, true, null, 'package'],
    ['h', 0, 'One?', 'Three.', '', 1, true, 'm', 'package']
  ],
  notes: [
    ['g', note],
    ['h', note]
  ]
}

/** A package of ours, by the ledger in it. */
export const ledgers: Entrance = {
  name: 'a package of ours',
  parts: { 'laegna-ledger.json': JSON.stringify(ledger) },
  pack: zipped,
  judge
}
