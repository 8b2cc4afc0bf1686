import { namesMedia } from '../tree/wiki-target.ts'
import { wikiLinkTarget, type WikiLinkTarget } from '../tree/wiki-link-target.ts'

/** A link to a note, or with a `!` in front one that shows it, in which no sign hides or opens anything. */
const noteLink =
  /!?\[\[([^[\]|\t\r\n`$\\]+)(?:\|([^\s[\]|`$\\](?:[^[\]|\t\r\n`$\\]*[^\s[\]|`$\\])?))?\]\](?!\()/y

/** A link to a note in a text. */
interface NoteLink {
  /** All that stands in its brackets. */
  inside: string
  target: Omit<WikiLinkTarget, 'words'>
  /** The words that are given, which stand right before its last two brackets; '' where there are none. */
  words: string
  end: number
}

/** The link to a note that begins at `!` or a bracket; undefined where that is not certain, and where definitions make another of it. */
export function noteLinkAt(text: string, at: number, isEmbed: boolean): NoteLink | undefined {
  if (text[at - 1] === '[') return undefined
  noteLink.lastIndex = at
  const [written = '', , words = ''] = noteLink.exec(text) ?? []
  const inside = written.slice(isEmbed ? 3 : 2, -2)
  const target = inside === '' ? undefined : wikiLinkTarget(inside)
  if (!target || (isEmbed && namesMedia(inside))) return undefined
  const { note, part, name } = target
  return { inside, target: { note, part, name }, words, end: noteLink.lastIndex }
}
