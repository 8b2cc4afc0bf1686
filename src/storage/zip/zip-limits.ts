/** What a zip may hold; a zip of some kilobytes can name many gigabytes. */
export interface ZipLimits {
  /** Files. */
  count: number
  /** Bytes of one file, and of all. */
  each: number
  all: number
}

/** What was read; `refused` are sentences about what was not. */
export interface ZipContents {
  /** By path, in the order of the zip. */
  files: Map<string, Blob>
  refused: string[]
  /** The zip is damaged: this is what could be read of it. */
  damaged: boolean
}

/** A zip that holds more than may be read, in words for the user. */
export class ZipTooLarge extends Error {
  override name = 'ZipTooLarge'
}

/** Said of a zip that names more files than may be read. */
export function tooMany({ count }: ZipLimits): ZipTooLarge {
  return new ZipTooLarge(
    `it holds more than ${count.toLocaleString('en')} files. Take out what is not needed.`
  )
}

/** Said of a zip that unpacks to more than may be read. */
export function tooLarge({ each, all }: ZipLimits, most: number): ZipTooLarge {
  const what = most === each ? 'a file in it' : 'what it holds'
  const size = Math.round((most === each ? each : all) / 1e6).toLocaleString('en')
  return new ZipTooLarge(`${what} is larger than ${size} MB unpacked.`)
}
