import { plural } from '../../language/plural.ts'
import type { SourceFile } from '../../document/model.ts'
import { freeName } from '../project/free-name.ts'
import type { Media, NewMedium } from '../media/media.svelte.ts'
import type { Notices } from '../page/notices.svelte.ts'
import { isOpen, markOf } from '../project/project-mark.ts'
import type { Medium, Project } from '../project/project.svelte.ts'

/** Where files come in, and where it is said what became of them. */
export interface Destination {
  project: Project
  media: Media
  notices: Notices
}

/** What comes in, under its paths. */
export interface Incoming {
  texts: SourceFile[]
  media: NewMedium[]
  /** Media that may stand at these paths, with their bytes in hand. */
  held: ReadonlyMap<string, Medium>
  /** Files that give way. */
  blank: SourceFile[]
}

/**
 * Puts files into the open project, in place of those with the same paths, and gives how to take that
 * back: what is new goes and what was old comes back, but nothing that was written since is lost.
 */
export function applyImport(
  { project, media, notices }: Destination,
  { texts, media: pictures, held, blank }: Incoming
): () => void {
  const mark = markOf(project)
  const before = texts
    .filter(({ path }) => project.has(path))
    .map(({ path }) => ({ path, text: project.text(path) }))
  const replaced = new Set(before.map(({ path }) => path))
  const heldBefore = pictures.flatMap(({ path }) => held.get(path) ?? [])
  const put = pictures.length > 0 ? media.put(pictures) : []
  if (texts.length > 0) project.put(texts)
  for (const { path } of blank) project.remove(path)
  const [first] = texts
  if (first) project.openPath = first.path

  return () => {
    if (!isOpen(project, mark)) {
      notices.warn(`Nothing was undone, because ${mark.name} is not open any more.`)
      return
    }
    const here = texts.filter(({ path }) => project.has(path))
    const written = here.filter(({ path, text }) => project.text(path) !== text)
    const kept = new Set(written.map(({ path }) => path))
    // Somebody may have begun a file of that name since.
    const empty = blank.filter(({ path }) => !project.has(path))
    if (empty.length > 0) project.put(empty, 0)
    for (const { path } of here) {
      if (!replaced.has(path) && !kept.has(path)) project.remove(path)
    }
    const taken = new Set(project.paths)
    const back = before.map(({ path, text }) => {
      const free = kept.has(path) ? freeName(path, taken) : path
      taken.add(free)
      return { path: free, text }
    })
    if (back.length > 0) project.put(back)
    takeMediaBack(project, put, heldBefore)
    const staying = written.filter(({ path }) => !replaced.has(path))
    if (!staying[0]) return
    notices.tell(
      plural(
        staying.length,
        [
          '{first} stays: it was written in since.',
          '{count} files stay, {first} first: they were written in since.'
        ],
        { first: staying[0].path }
      )
    )
  }
}

/** What was put in the place of these since stays, and the old one comes back beside it. */
function takeMediaBack(project: Project, put: Medium[], before: Medium[]): void {
  const here = new Map(project.media.map(({ path, blobId }) => [path, blobId]))
  const ours = put.filter(({ path, blobId }) => here.get(path) === blobId).map(({ path }) => path)
  for (const path of ours) here.delete(path)
  const back = before.map((medium) => {
    const path = freeName(medium.path, here.keys())
    here.set(path, medium.blobId)
    return { ...medium, path }
  })
  if (ours.length + back.length > 0) project.changeMedia(back, ours)
}
