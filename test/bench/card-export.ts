import { compile, exporters } from '../../src/laegna.ts'
import type { SourceFile } from '../../src/document/model.ts'
import { openPackage } from '../export/open-package.ts'
import { startGenanki } from './genanki-peer.ts'
import { measurePair, timed } from './measure.ts'
import { sentence } from './prose.ts'
import { Random } from './random.ts'
import type { Figure } from './table.ts'

const rounds = 5
const cardsPerFile = 100

/** `count` compiled cards written for Anki, beside genanki building its package of them. */
export async function exportCards(
  count: number,
  id: 'anki-text' | 'anki-package',
  most: number
): Promise<Figure> {
  const files = cardFiles(count)
  const compilation = compile(files)
  const peer = startGenanki(compilation.cards)
  const exporter = exporterOf(id)
  let written = 0
  let notes = 0
  try {
    const {
      ours,
      peer: theirs,
      share
    } = await measurePair(
      rounds,
      async () => {
        let result: Awaited<ReturnType<typeof exporter.run>> | undefined
        const seconds = await timed(async () => {
          const context = { now: new Date(0), seed: 1 }
          result = await exporter.run({ name: 'bench', compilation, files }, {}, context)
        })
        written = await countNotes(id, result!.files[0]!.bytes)
        return seconds
      },
      async () => {
        const built = await peer.build()
        notes = built.notes
        return built.seconds
      }
    )
    return {
      what: `${compilation.cards.length} cards as ${exporter.label}, beside a genanki package`,
      ours: `${ours.median.toFixed(2)} s`,
      peer: `${theirs.median.toFixed(2)} s`,
      ratio: share.median,
      firstRatio: share.first,
      reach: { most },
      checked: `${written} and ${notes} notes`
    }
  } finally {
    peer.close()
  }
}

/** The exporter of that id; throws where there is none. */
export function exporterOf(id: string): (typeof exporters)[number] {
  const exporter = exporters.find((exporter) => exporter.id === id)
  if (!exporter) throw new Error(`There is no exporter called ${id}`)
  return exporter
}

function cardFiles(count: number): SourceFile[] {
  const random = new Random(7)
  return Array.from({ length: count / cardsPerFile }, (_, file) => {
    const cards = Array.from({ length: cardsPerFile }, (_, card) => {
      const heading = card % 10 === 0 ? `## Part ${card / 10 + 1}\n\n` : ''
      const question = `${file}.${card} ${sentence(random)}`
      return `${heading}[/Q]${question}[Q/]\n\n[/A]${sentence(random)} ${sentence(random)}[A/]`
    })
    return { path: `cards/${file}.md`, text: [`# File ${file}`, ...cards].join('\n\n') + '\n' }
  })
}

async function countNotes(id: string, bytes: Uint8Array): Promise<number> {
  if (id === 'anki-package') return (await openPackage(bytes)).notes.length
  const text = new TextDecoder().decode(bytes)
  return text.split('\n').filter((line) => line.startsWith('"LaegnaAITraining')).length
}
