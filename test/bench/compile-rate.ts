import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import type { Compilation, SourceFile } from '../../src/document/model.ts'
import { compile } from '../../src/laegna.ts'
import { putCards } from './cards.ts'
import { sizeOf } from './corpus.ts'
import { measurePair, timed } from './measure.ts'
import type { Figure } from './table.ts'

/** All items of all files, read `rounds` times, beside the bare tree of mdast-util-from-markdown with GFM. */
export async function compilePlain(files: SourceFile[], rounds: number): Promise<Figure> {
  const { figure, compilation } = await compare(files, rounds)
  const { blocks, chapters } = compilation
  return {
    ...figure,
    what: `compile, ${files.length} files, ${megabytes(sizeOf(files))} MB`,
    reach: { least: 15 },
    checked: `${blocks.length} blocks, ${chapters.length} chapters`
  }
}

/** The same with cards put into the files. */
export async function compileTagged(plain: SourceFile[], rounds: number): Promise<Figure> {
  const { files, cards } = putCards(plain, 1700)
  const { figure, compilation } = await compare(files, rounds)
  return {
    ...figure,
    what: `compile, the same with ${cards} cards`,
    reach: { least: 6 },
    checked: `${compilation.cards.length} of ${cards} cards, ${compilation.blocks.length} blocks`
  }
}

type Compared = Pick<Figure, 'ours' | 'peer' | 'ratio' | 'firstRatio'>

async function compare(
  files: SourceFile[],
  rounds: number
): Promise<{ figure: Compared; compilation: Compilation }> {
  let compilation: Compilation | undefined
  const { ours, peer, share } = await measurePair(
    rounds,
    (round) => {
      const fresh = freshen(files, round)
      return timed(() => (compilation = compile(fresh, { capture: 'all' })))
    },
    (round) => {
      const fresh = freshen(files, round)
      return timed(() => fresh.forEach(({ text }) => parseOnly(text)))
    }
  )
  if (!compilation) throw new Error('compile was never run')
  const size = sizeOf(files)
  return {
    compilation,
    figure: {
      ours: rate(size, ours.median),
      peer: rate(size, peer.median),
      ratio: 1 / share.median,
      firstRatio: 1 / share.first
    }
  }
}

/** Marks every heading with the round, so that no result of an earlier round answers for this one. */
function freshen(files: SourceFile[], round: number): SourceFile[] {
  return files.map(({ path, text }) => ({
    path,
    text: text.replace(/^(#{1,6} .*)$/gm, `$1 ${round}`)
  }))
}

function parseOnly(text: string): unknown {
  return fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
}

function rate(bytes: number, seconds: number): string {
  return `${(bytes / 1e6 / seconds).toPrecision(3)} MB/s`
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1)
}
