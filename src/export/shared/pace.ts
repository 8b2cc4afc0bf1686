import type { ExportContext } from '../contract.ts'

/**
 * Lets the world in between two pieces of work: throws the signal's reason when the export was
 * cancelled, says how far it is, and gives up the thread for a moment, without which a cancel
 * sent to a worker would never arrive.
 */
export async function pace(
  context: Pick<ExportContext, 'progress' | 'signal'>,
  done: number,
  total: number
): Promise<void> {
  context.progress?.(done, total)
  await turn()
  context.signal?.throwIfAborted()
}

/** Waits for what stands in line; a timer would wait some milliseconds more each time. */
async function turn(): Promise<void> {
  const { port1, port2 } = new MessageChannel()
  await new Promise<void>((resolve) => {
    port1.onmessage = () => resolve()
    port2.postMessage(undefined)
  })
  port1.close()
}
