import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { SourceFile } from '../../src/document/model.ts'
import { compile, findCards } from '../../src/laegna.ts'
import { generateCorpus, sizeOf } from './corpus.ts'
import { measurePair, timed } from './measure.ts'

const folder = join(import.meta.dirname, 'notes')

/**
 * How long finding cards in about `bytes` of notes takes beside compiling them, side by side in pairs,
 * and the same of the corpus: sentences with the ratio of seconds, at most 1 where finding keeps the
 * rate of compiling.
 */
export async function* compareFinding(bytes: number, rounds: number): AsyncGenerator<string> {
  yield await compare('notes', manyNotes(bytes), rounds)
  yield await compare('corpus', generateCorpus(Math.ceil(bytes / 12_500), bytes, 1), rounds)
}

async function compare(name: string, files: SourceFile[], rounds: number): Promise<string> {
  let cards = 0
  const { ours, peer, share } = await measurePair(
    rounds,
    () => timed(() => (cards = files.reduce((sum, file) => sum + findCards(file).length, 0))),
    () => timed(() => compile(files))
  )
  const size = (sizeOf(files) / 1e6).toFixed(1)
  const [finding, compiling] = [ours.median, peer.median].map((seconds) => seconds.toFixed(1))
  return `Finding beside compiling, ${name}, ${size} MB: ${String(finding)} s beside ${String(compiling)} s, ratio ${share.median.toFixed(2)}, ${String(cards)} cards`
}

/** The labelled notes again and again, each time with other headings and some other words. */
function manyNotes(bytes: number): SourceFile[] {
  const notes = readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
  const files: SourceFile[] = []
  for (let size = 0, round = 0; size < bytes; round++) {
    for (const { name, text } of notes) {
      const file = { path: `${String(round)}/${name}`, text: varied(text, round) }
      files.push(file)
      size += Buffer.byteLength(file.text)
    }
  }
  return files
}

/** Every fifth longer word with an ending of the round, and each heading with its number. */
function varied(text: string, round: number): string {
  const ending = round.toString(36).replace(/\d/g, (digit) => 'aeiouskrtn'[Number(digit)] ?? '')
  let word = 0
  return text
    .replace(/(?<![\p{L}#:/.&])\p{Ll}{6,}(?![\p{L}:(])/gu, (found) =>
      ++word % 5 === 0 ? found + ending : found
    )
    .replace(/^(#{1,6} .*)$/gm, `$1 ${String(round)}`)
}
