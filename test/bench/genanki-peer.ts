import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { object, number, parse } from 'valibot'
import { fieldNames, oneWay } from '../../src/export/anki/deck/note-type.ts'

const answer = object({ seconds: number(), notes: number() })

/** A running Python with genanki, kept warm between builds. */
export interface GenankiPeer {
  /** Builds the package anew: seconds from plain data to the file, and notes found in it. */
  build(): Promise<{ seconds: number; notes: number }>
  close(): void
}

/** What genanki is to build: the notes, decks and note type of a package of ours. */
export interface PeerDeck {
  decks: { id: number; name: string; description: string }[]
  /** `fields` without the last one, the guid: genanki makes it from path and question. */
  notes: { deck: string; fields: string[]; tags: string[]; path: string; question: string }[]
}

/** Starts genanki on `deck`. Throws where no Python environment can be made. */
export function startGenanki(deck: PeerDeck): GenankiPeer {
  const python = makePython()
  const folder = mkdtempSync(join(tmpdir(), 'laegna-bench-'))
  const { id, name, templates, css } = oneWay
  const noteType = { id, name, fields: fieldNames, templates, css }
  writeFileSync(join(folder, 'deck.json'), JSON.stringify({ noteType, ...deck }))
  const peer = spawn(
    python,
    [
      join(import.meta.dirname, 'genanki_peer.py'),
      join(folder, 'deck.json'),
      join(folder, 'notes.apkg')
    ],
    { stdio: ['pipe', 'pipe', 'inherit'] }
  )
  const lines = createInterface({ input: peer.stdout })[Symbol.asyncIterator]()
  return {
    async build() {
      peer.stdin.write('\n')
      const line = await lines.next()
      if (line.done) throw new Error('genanki stopped before it answered')
      return parse(answer, JSON.parse(line.value))
    },
    close() {
      peer.stdin.end()
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

function makePython(): string {
  const maker = join(import.meta.dirname, '../interop/make_venv.py')
  const requirements = join(import.meta.dirname, 'requirements.txt')
  const program = process.platform === 'win32' ? 'python' : 'python3'
  try {
    return execFileSync(program, [maker, requirements], { encoding: 'utf8' }).trim()
  } catch (cause) {
    throw new Error(
      'genanki needs Python 3.10 or newer with venv, and a package index to install from.',
      { cause }
    )
  }
}
