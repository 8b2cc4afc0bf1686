import { holdsLedger, unpackOffered } from '../../import/offered/unpack-offered.ts'
import { readBackup } from '../../storage/backup/read-backup.ts'
import { ZipRefused } from '../../storage/zip/zip-limits.ts'
import type { UnpackAnswer, UnpackRequest } from '../protocol/messages.ts'
import { serve, type Progress } from '../protocol/serve.ts'

// A worker of its own: whatever a zip does, the page goes on, and it can be ended.

/** Milliseconds between two words of how far it is. */
const pause = 100

serve<{ request: UnpackRequest; answer: UnpackAnswer }>(
  async (request, progress) => ({ answer: await answer(request, seldom(progress)) }),
  (error) => error instanceof ZipRefused
)

async function answer(request: UnpackRequest, progress: Progress): Promise<UnpackAnswer> {
  const { kind, blob } = request
  if (kind === 'look') return { kind: 'looked', holdsLedger: await holdsLedger(blob) }
  if (kind === 'backup') return { kind: 'backup', contents: await readBackup(blob, progress) }
  return { kind: 'unpacked', unpacked: await unpackOffered(request, progress) }
}

function seldom(progress: Progress): Progress {
  let last = 0
  return (done, total) => {
    const now = performance.now()
    if (now - last < pause) return
    last = now
    progress(done, total)
  }
}
