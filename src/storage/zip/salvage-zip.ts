import { say, type Said } from '../../say/say.ts'
import { isRubbish } from '../left-out.ts'
import { CountingSink } from './counting-sink.ts'
import { findFiles } from './find-files.ts'
import { inflate } from './inflate.ts'
import { judgeMethod } from './judge-method.ts'
import { judgeName } from './judge-name.ts'
import { Room } from './room.ts'
import {
  tooMany,
  ZipRefused,
  type TakeFile,
  type ZipOutcome,
  type ZipReading
} from './zip-limits.ts'

/** Bytes of a zip that is looked through; a larger one would have to lie in memory twice. */
const mostBytes = 500_000_000

/**
 * Unpacks a zip without its directory, which stands at the end and is lost when a copy breaks off:
 * each file has a header of its own before it. What does not unpack to what the checksum says is
 * named and left out.
 */
export async function salvageZip(
  zip: Blob,
  { limits, wanted = () => true, progress }: ZipReading,
  take: TakeFile
): Promise<ZipOutcome> {
  if (zip.size > mostBytes) throw new ZipRefused(say('it is damaged, and too large to be mended.'))
  const found = findFiles(new Uint8Array(await zip.arrayBuffer()), limits.count)
  if (found.length > limits.count) throw tooMany(limits)
  const refused: Said[] = []
  const room = new Room(limits, zip.size)
  const paths = new Set<string>()
  for (const [at, file] of found.entries()) {
    const { path } = file
    if (path.endsWith('/') || isRubbish(path) || paths.has(path)) continue
    const fault = judgeName(path)
    if (fault !== undefined) refused.push(fault)
    else if (wanted(path, file.size)) {
      paths.add(path)
      const why = judgeMethod(path, file.method)
      const sink = new CountingSink(room.of(path))
      if (why !== undefined) refused.push(why)
      else if (await inflate(new Blob([file.packed]).stream(), file, sink))
        await take({ path, pieces: sink.pieces, size: sink.size })
      else refused.push(room.judge(path, sink))
      room.fill(sink.size)
    }
    progress?.(at + 1, found.length)
  }
  return { refused, damaged: true }
}
