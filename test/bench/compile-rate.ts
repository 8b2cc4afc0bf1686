import { fork } from 'node:child_process'
import { join } from 'node:path'
import type { Compilation, SourceFile } from '../../src/document/model.ts'
import { putCards } from './cards.ts'
import { compileAll, parseAll, parseAsCommonmark } from './compile-sides.ts'
import { sizeOf } from './corpus.ts'
import { measurePair, timed, type Run } from './measure.ts'
import type { Figure } from './table.ts'

/** All items of all files, read `rounds` times, beside the bare tree of mdast-util-from-markdown with GFM. */
export async function compilePlain(files: SourceFile[], rounds: number): Promise<Figure> {
  const { figure, compilation } = await compare(files, rounds, parseAll)
  return {
    ...figure,
    what: `compile, ${files.length} files, ${megabytes(sizeOf(files))} MB`,
    reach: { least: 15 },
    checked: countsOf(compilation)
  }
}

/** The same with cards put into the files. */
export async function compileTagged(plain: SourceFile[], rounds: number): Promise<Figure> {
  const { files, cards } = putCards(plain, 1700)
  const { figure, compilation } = await compare(files, rounds, parseAll)
  return {
    ...figure,
    what: `compile, the same with ${cards} cards`,
    reach: { least: 6 },
    checked: `${compilation.cards.length} of ${cards} cards, ${compilation.blocks.length} blocks`
  }
}

/** The same beside commonmark.js, which does nothing but parse. */
export async function compileBesideCommonmark(
  files: SourceFile[],
  rounds: number
): Promise<Figure> {
  const { figure, compilation } = await compare(files, rounds, parseAsCommonmark)
  return {
    ...figure,
    what: 'compile, the same beside commonmark.js, which only parses',
    reach: { least: 1 },
    checked: countsOf(compilation)
  }
}

/** Both sides in fresh processes, which read the files once each. */
export async function compileFirst(files: SourceFile[], rounds: number): Promise<Figure> {
  const { ours, peer, share } = await measurePair(
    rounds,
    () => compileInProcess('ours', files),
    () => compileInProcess('peer', files)
  )
  const size = sizeOf(files)
  return {
    what: 'compile, the same, first pass of a fresh process',
    ours: rate(size, ours.median),
    peer: rate(size, peer.median),
    ratio: 1 / share.median,
    firstRatio: 1 / share.first,
    reach: { least: 8 },
    checked: `${rounds + 1} processes each`
  }
}

/** One text ten times as long as another: with a cost that grows as the text does, ten times the time. */
export async function compileLonger(files: SourceFile[], rounds: number): Promise<Figure> {
  const [short, long] = [1_000_000, 10_000_000].map((size) => [oneFile(files, size)])
  const { ours, peer, share } = await measurePair(
    rounds,
    (round) => compiling(long ?? [], round),
    (round) => compiling(short ?? [], round)
  )
  return {
    what: 'compile, one file of 10 MB beside one of 1 MB, both ours',
    ours: `${ours.median.toPrecision(3)} s`,
    peer: `${peer.median.toPrecision(3)} s`,
    ratio: share.median,
    firstRatio: share.first,
    reach: { most: 11 },
    checked: `${megabytes(sizeOf(long ?? []))} and ${megabytes(sizeOf(short ?? []))} MB`
  }
}

type Compared = Pick<Figure, 'ours' | 'peer' | 'ratio' | 'firstRatio'>

async function compare(
  files: SourceFile[],
  rounds: number,
  peerSide: (files: SourceFile[]) => void
): Promise<{ figure: Compared; compilation: Compilation }> {
  let compilation: Compilation | undefined
  const { ours, peer, share } = await measurePair(
    rounds,
    (round) => {
      const fresh = freshen(files, round)
      return timed(() => (compilation = compileAll(fresh)))
    },
    (round) => {
      const fresh = freshen(files, round)
      return timed(() => {
        peerSide(fresh)
      })
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

/** Seconds in which a process of its own reads the files for the first time. */
export async function compileInProcess(
  side: 'ours' | 'peer',
  files: SourceFile[]
): ReturnType<typeof timed> {
  const other = fork(join(import.meta.dirname, 'first-pass-process.ts'), {
    serialization: 'advanced'
  })
  return new Promise((resolve, reject) => {
    other.once('message', (seconds) => {
      resolve(seconds as number)
    })
    other.once('error', reject)
    other.once('exit', (code) => {
      reject(new Error(`The process of a first pass ended with ${code}`))
    })
    other.send({ side, files })
  })
}

function compiling(files: SourceFile[], round: number): ReturnType<Run> {
  const fresh = freshen(files, round)
  return timed(() => compileAll(fresh))
}

/** Some files behind each other, again and again, up to a number of bytes. */
export function oneFile(files: SourceFile[], bytes: number): SourceFile {
  let text = ''
  let size = 0
  for (let at = 0; size < bytes; at = (at + 1) % files.length) {
    // A header means something at the begin of a file alone.
    const next = `\n\n${files[at]?.text ?? ''}`
    text += next
    size += Buffer.byteLength(next)
  }
  return { path: 'long.md', text }
}

/** Marks every heading with the round, so that no result of an earlier round answers for this one. */
function freshen(files: SourceFile[], round: number): SourceFile[] {
  return files.map(({ path, text }) => ({
    path,
    text: text.replace(/^(#{1,6} .*)$/gm, `$1 ${round}`)
  }))
}

function countsOf({ blocks, chapters }: Compilation): string {
  return `${blocks.length} blocks, ${chapters.length} chapters`
}

function rate(bytes: number, seconds: number): string {
  return `${(bytes / 1e6 / seconds).toPrecision(3)} MB/s`
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1)
}
