import type { SourceFile } from '../../document/model.ts'

/** What becomes of a file between two states of a project. */
export interface FileChange {
  path: string
  kind: 'added' | 'removed' | 'changed'
  /** Blank where there is none. */
  before: string
  after: string
}

/** Files that differ, in the order of the later state, those that are gone last. */
export function changesBetween(before: SourceFile[], after: SourceFile[]): FileChange[] {
  const old = new Map(before.map(({ path, text }) => [path, text]))
  const changes: FileChange[] = []
  for (const { path, text } of after) {
    const was = old.get(path)
    old.delete(path)
    if (was === text) continue
    const kind = was === undefined ? 'added' : 'changed'
    changes.push({ path, kind, before: was ?? '', after: text })
  }
  const gone = [...old].map(([path, text]) => ({ path, text }))
  return [
    ...changes,
    ...gone.map(({ path, text }) => ({ path, kind: 'removed' as const, before: text, after: '' }))
  ]
}
