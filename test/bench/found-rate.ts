import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { SourceFile } from '../../src/document/model.ts'
import { compile, findCards } from '../../src/laegna.ts'
import { sizeOf } from './corpus.ts'
import { measurePair, timed } from './measure.ts'

const folder = join(import.meta.dirname, 'notes')

/**
 * How long finding cards in about `bytes` of notes takes beside compiling them, side by side in pairs:
 * a sentence with the ratio of seconds, at most 1 where finding keeps the rate of compiling.
 */
export async function compareFinding(bytes: number, rounds: number): Promise<string> {
  const files = manyNotes(bytes)
  let cards = 0
  const { ours, peer, share } = await measurePair(
    rounds,
    () => timed(() => (cards = files.reduce((sum, file) => sum + findCards(file).length, 0))),
    () => timed(() => compile(files))
  )
  const size = (sizeOf(files) / 1e6).toFixed(1)
  const [finding, compiling] = [ours.median, peer.median].map((seconds) => seconds.toFixed(1))
  return `Finding beside compiling, ${size} MB: ${String(finding)} s beside ${String(compiling)} s, ratio ${share.median.toFixed(2)}, ${String(cards)} cards`
}

/** The labelled notes again and again, each time with other headings. */
function manyNotes(bytes: number): SourceFile[] {
  const notes = readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
  const files: SourceFile[] = []
  for (let size = 0, round = 0; size < bytes; round++) {
    for (const { name, text } of notes) {
      files.push({
        path: `${String(round)}/${name}`,
        text: text.replace(/^(#{1,6} .*)$/gm, `$1 ${String(round)}`)
      })
      size += Buffer.byteLength(text)
    }
  }
  return files
}
