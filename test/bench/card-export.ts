import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { exporters } from '../../src/laegna.ts'
import { inEnglish } from '../../src/say/say.ts'
import type { Compilation, SourceFile } from '../../src/document/model.ts'
import { openPackage } from '../export/open-package.ts'
import { startGenanki, type PeerDeck } from './genanki-peer.ts'
import { measurePair, timed } from './measure.ts'
import { sentence } from './prose.ts'
import { Random } from './random.ts'
import type { Figure } from './table.ts'

const cardsPerFile = 100

/** `count` compiled cards written for Anki, beside genanki building the same notes as a package. */
export async function exportCards(
  count: number,
  id: 'anki-text' | 'anki-package',
  most: number,
  rounds: number
): Promise<Figure> {
  const files = cardFiles(count)
  const compilation = await compileElsewhere(files)
  const peer = startGenanki(await packageOf(compilation, files))
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
      what: `${compilation.cards.length} cards as ${inEnglish(exporter.label)}, beside a genanki package`,
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

/** Compiles elsewhere: in the app, too, the worker that exports gets from another what was compiled. */
async function compileElsewhere(files: SourceFile[]): Promise<Compilation> {
  const other = fork(join(import.meta.dirname, 'compile-process.ts'), { serialization: 'advanced' })
  other.send(files)
  const posted: unknown[] = await once(other, 'message')
  return posted[0] as Compilation
}

/** The package of the same cards as genanki gets it. */
async function packageOf(compilation: Compilation, files: SourceFile[]): Promise<PeerDeck> {
  const context = { now: new Date(0), seed: 1 }
  const input = { name: 'bench', compilation, files }
  const { files: written } = await exporterOf('anki-package').run(input, {}, context)
  const { decks, notes } = await openPackage(written[0]!.bytes)
  return {
    decks: decks.map(({ id, name, desc }) => ({ id, name, description: desc })),
    notes: notes.map(({ fields, tags, decks: [deck] }, at) => {
      const { path, question } = compilation.cards[at]!
      const own = { deck: deck!, fields: fields.slice(0, -1), tags: tags.trim().split(' ') }
      return { ...own, path, question }
    })
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
