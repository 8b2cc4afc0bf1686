import type { Problem } from './diagnostics.ts'

/** Ids of the files, by path; where two wish for one, both use their whole path (L5.6). */
export function fileIds(files: { path: string; wish: string }[]): {
  ids: Map<string, string>
  problems: Map<string, Problem>
} {
  const ids = new Map<string, string>()
  const problems = new Map<string, Problem>()
  const paths = new Map<string, string[]>()
  for (const { path, wish: id } of files) paths.set(id, [...(paths.get(id) ?? []), path])
  for (const { path, wish: id } of files) {
    const others = (paths.get(id) ?? []).filter((other) => other !== path)
    ids.set(path, others.length > 0 ? path : id)
    if (others.length > 0) {
      problems.set(path, {
        start: 0,
        end: 0,
        code: 'duplicate-file-id',
        message: `The id "${id}" is also that of ${others.join(', ')}, so the whole path is used. Rename one of the files, or change file_id in its header.`
      })
    }
  }
  return { ids, problems }
}
