import { wordedError } from '../page/worded.ts'
import { worded } from '../page/worded.ts'
import { ImportClient } from '../../worker/import/import-client.ts'
import { mediaTypeOf } from '../../import/offered/accept-media.ts'
import type { Media, NewMedium } from '../media/media.svelte.ts'
import type { Notices } from '../page/notices.svelte.ts'
import type { Project } from '../project/project.svelte.ts'

/** What pasting rich text works with. */
export interface PasteTools {
  project: Project
  media: Media
  notices: Notices
}

/** What was copied, rich and plain. */
interface RichText {
  html: string
  plain: string
}

/** Rich text as Markdown. */
interface RichRead {
  text: string
  media: NewMedium[]
  notes: string[]
}

const client = new ImportClient()

/**
 * Reads rich text of the clipboard as Markdown for a file of the open project. Nothing where its plain form says as much; where it cannot be read, that is said.
 */
export async function readRich(
  { project, notices }: Pick<PasteTools, 'project' | 'notices'>,
  rich: RichText,
  target = 'pasted.md'
): Promise<RichRead | undefined> {
  try {
    const pasted = await client.paste({ ...rich, target, taken: project.mediaPaths })
    if (!pasted) return undefined
    const { text, notes } = pasted
    const media = pasted.media.map(({ path, bytes }) => {
      return { path, blob: new Blob([bytes], { type: mediaTypeOf(path) ?? '' }) }
    })
    return { text, media, notes: notes.map(worded) }
  } catch (error) {
    const why = wordedError(error)
    notices.warn(`Pasted as plain text, because the formatting could not be read: ${why}`)
    return undefined
  }
}

/**
 * Puts Markdown in the place of rich text that stands in the open file as plain text; where that says
 * as much, it stays. `put` says whether its place is still there.
 */
export async function pasteRich(
  tools: PasteTools,
  rich: RichText,
  put: (text: string) => boolean
): Promise<void> {
  const { project, media, notices } = tools
  const { opened, openPath: target = 'pasted.md' } = project
  const read = await readRich(tools, rich, target)
  if (!read || project.opened !== opened || !put(read.text)) return
  if (read.media.length > 0) media.put(read.media)
  const instead = (): void => {
    if (put(rich.plain)) return
    notices.warn(`Nothing was changed, because ${target} is not in sight any more. Undo it there.`)
  }
  const words = ['Pasted as Markdown.', ...read.notes].join(' ')
  notices.tell(words, [{ label: 'Paste as plain text instead', run: instead }])
}
