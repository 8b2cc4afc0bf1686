import { bytesOf } from '../../storage/media.ts'
import type { HeldMedium, NewMedium } from '../media/media.svelte.ts'
import type { Likeness } from './sort-arrivals.ts'

/** How a medium that comes is to one that is here, byte for byte; nobody would miss a lost one. */
export async function compareMedia(
  { blob }: NewMedium,
  old: HeldMedium | undefined
): Promise<Likeness> {
  if (!old) return 'gone'
  if (old.blob.size !== blob.size) return 'other'
  // One after the other, and only where the sizes agree: there may be many.
  const [left, right] = await Promise.all([bytesOf(old.blob), bytesOf(blob)])
  if (!left || !right) return 'other'
  return left.every((byte, at) => byte === right[at]) ? 'same' : 'other'
}
