import { withoutExtension, type Document } from './document.ts'
import type { Problem } from './diagnostics.ts'

/** Ids of the files, by path; where two would share one, both use their whole path (L5.6). */
export function fileIds(documents: Document[]): {
  ids: Map<string, string>
  problems: Map<string, Problem>
} {
  const ids = new Map<string, string>()
  const problems = new Map<string, Problem>()
  const wished = documents.map(({ path, frontMatter }) => ({
    path,
    id: frontMatter.fileId ?? withoutExtension(path)
  }))
  const paths = new Map<string, string[]>()
  for (const { path, id } of wished) paths.set(id, [...(paths.get(id) ?? []), path])
  for (const { path, id } of wished) {
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
