import type { MediumToStore } from '../../storage/media.ts'

/**
 * The media after another tab has stored some: `stored`, but where this tab has put, renamed or
 * removed something since `before` (ids of bytes by path), what is `here`. `undefined` where that
 * changes nothing.
 */
export function mergeMedia(
  stored: MediumToStore[],
  before: ReadonlyMap<string, string>,
  here: MediumToStore[]
): MediumToStore[] | undefined {
  const known = new Map(here.map(({ path, blobId }) => [path, blobId]))
  const isOurs = ({ path }: MediumToStore): boolean => known.get(path) !== before.get(path)
  const theirs = stored.filter((medium) => !isOurs(medium))
  const changed =
    theirs.some(({ path, blobId }) => known.get(path) !== blobId) ||
    here.some((medium) => !isOurs(medium) && !theirs.some(({ path }) => path === medium.path))
  return changed ? [...theirs, ...here.filter(isOurs)] : undefined
}
