import { mediaKind } from './media-kind.ts'
import { pictureSize, type PictureSize } from './picture-size.ts'

/** What stands between `![[` and `]]`, taken apart. */
export interface WikiTarget extends PictureSize {
  /** As written, without a part after `#` that is none of the name. */
  path: string
  /** What else was said of it; the size aside. */
  caption: string
}

/** Whether what stands between `![[` and `]]` names a picture, sound or film. */
export function namesMedia(inside: string): boolean {
  return mediaKind(wikiTarget(inside).path) !== undefined
}

/** Reads `cell.png`, `cell.png|300`, `cell.png|300x200` or `cell.png|a caption|300`. */
export function wikiTarget(inside: string): WikiTarget {
  // In a table cell the bar is escaped.
  const [target = '', ...words] = inside.split(/\\?\|/).map((part) => part.trim())
  const size = pictureSize(words.at(-1) ?? '')
  const caption = (size ? words.slice(0, -1) : words).join(' ')
  return {
    path: mediaKind(target) ? target : target.replace(/#.*$/, ''),
    caption,
    ...size
  }
}
