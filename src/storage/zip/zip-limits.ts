import { SaidError } from '../../say/said-error.ts'
import { say, type Said } from '../../say/say.ts'

/** What a zip may hold; a zip of some kilobytes can name many gigabytes. */
export interface ZipLimits {
  /** Files. */
  count: number
  /** Bytes of the file at this path, unpacked. */
  each: (path: string) => number
  /** Bytes of all files, unpacked. */
  all: number
}

/** How a zip is read. */
export interface ZipReading {
  limits: ZipLimits
  /** Whether a file is to be unpacked; asked of all, with the bytes that the zip says, before any is. */
  wanted?: (path: string, size: number) => boolean
  /** How many bytes of the zip were read, of how many. */
  progress?: ((done: number, total: number) => void) | undefined
}

/** A file of a zip: its bytes, in the pieces in which they came out. */
export interface ZipFile {
  path: string
  pieces: Uint8Array<ArrayBuffer>[]
  /** Bytes. */
  size: number
}

/** Is handed a file of a zip; the next is not unpacked before it is done with it. */
export type TakeFile = (file: ZipFile) => void | Promise<void>

/** What came of reading a zip. */
export interface ZipOutcome {
  /** Sentences about what was not read. */
  refused: Said[]
  /** The zip is damaged: as much was read as is sound. */
  damaged: boolean
}

/** A zip that is not read at all, in words for the user: it was built to harm, or is too large. */
export class ZipRefused extends SaidError {
  override name = 'ZipRefused'
}

/** Said of a zip that names more files than may be read. */
export function tooMany({ count }: ZipLimits): ZipRefused {
  return new ZipRefused(
    say(
      'it holds more than {count} files. Take out what is not needed, or make several zips of it.',
      { count }
    )
  )
}

/** Said of a zip in which one stretch of bytes is that of several files. */
export function sharesBytes(): ZipRefused {
  return new ZipRefused(
    say('files in it share the same bytes, as only those of a zip do that was built to harm.')
  )
}
