import { foldersOf } from './file-order.ts'

/** A row of the list of files: a file, or a folder above its files. */
export interface FileTreeRow {
  kind: 'file' | 'folder'
  /** Of a folder without the `/` at its end. */
  path: string
  /** What is not said by the folders above. */
  name: string
  /** Folders above, from 0. */
  depth: number
  /** Lasting key: a folder stands twice where files of others come between its own. */
  key: string
}

/**
 * The files in their order, each folder as a row above its files; folders that hold nothing but one
 * folder share a row. What is below a closed folder is left out.
 */
export function fileTree(paths: string[], closed: ReadonlySet<string>): FileTreeRow[] {
  const rows: FileTreeRow[] = []
  const shared = foldersAlone(paths)
  let open: string[] = []
  paths.forEach((path, at) => {
    const folders = foldersOf(path).filter((folder) => !shared.has(folder))
    const same = folders.findIndex((folder, depth) => open[depth] !== folder)
    const first = same < 0 ? folders.length : same
    const hidden = folders.findIndex((folder) => closed.has(folder))
    for (let depth = first; depth < folders.length; depth += 1) {
      const folder = folders[depth]
      if (folder === undefined || (hidden >= 0 && depth > hidden)) break
      const name = folder.slice((folders[depth - 1]?.length ?? -1) + 1)
      rows.push({ kind: 'folder', path: folder, name, depth, key: `${folder}/${at}` })
    }
    open = folders
    if (hidden >= 0) return
    const name = path.slice(path.lastIndexOf('/') + 1)
    rows.push({ kind: 'file', path, name, depth: folders.length, key: path })
  })
  return rows
}

/** All folders of the files. */
export function allFolders(paths: string[]): Set<string> {
  return new Set(paths.flatMap(foldersOf))
}

/** Folders with no file of their own and one folder: they have no row. */
function foldersAlone(paths: string[]): Set<string> {
  const inside = new Map<string, Set<string>>()
  const withFiles = new Set<string>()
  for (const path of paths) {
    const folders = foldersOf(path)
    folders.forEach((folder, at) => {
      const child = folders[at + 1]
      if (child === undefined) withFiles.add(folder)
      else inside.set(folder, (inside.get(folder) ?? new Set()).add(child))
    })
  }
  return new Set(
    [...inside].flatMap(([folder, { size }]) =>
      size === 1 && !withFiles.has(folder) ? [folder] : []
    )
  )
}
