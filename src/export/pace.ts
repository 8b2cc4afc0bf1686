import type { ExportContext } from './exporter.ts'

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
  await new Promise<void>((resolve) => setTimeout(resolve))
  context.signal?.throwIfAborted()
}
