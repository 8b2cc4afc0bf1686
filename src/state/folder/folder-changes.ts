/** Texts by path. */
export type Texts = ReadonlyMap<string, string>

/** What separates a project from its folder, by path. */
export interface FolderChanges {
  /** Changed here: to be written. */
  write: string[]
  /** Taken out here, and still in the folder as they were. */
  leftOver: string[]
  /** Changed in the folder: to be taken. */
  take: string[]
  /** Gone from the folder, and here as they were. */
  gone: string[]
  /** Changed here and there to different texts: somebody has to choose. */
  clash: string[]
}

/**
 * Compares a project with its folder, from `base`, where both were the same. A text that one side
 * changed and the other deleted counts as changed: nothing that was written is lost.
 */
export function compareWithFolder(base: Texts, here: Texts, there: Texts): FolderChanges {
  const changes: FolderChanges = { write: [], leftOver: [], take: [], gone: [], clash: [] }
  for (const path of new Set([...here.keys(), ...there.keys()])) {
    const [before, ours, theirs] = [base.get(path), here.get(path), there.get(path)]
    if (ours === theirs) continue
    if (theirs === undefined) changes[ours === before ? 'gone' : 'write'].push(path)
    else if (ours === undefined) changes[theirs === before ? 'leftOver' : 'take'].push(path)
    else if (theirs === before) changes.write.push(path)
    else if (ours === before) changes.take.push(path)
    else changes.clash.push(path)
  }
  return changes
}
