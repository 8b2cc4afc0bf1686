import { say, type Said } from '../../say/say.ts'
import { mediaKind } from '../../laegna.ts'

/** Bytes that a picture or sound must stay below. */
export const mediaLimit = 100_000_000

const families = { picture: 'image', sound: 'audio', video: 'video' }

/** Endings whose kind has another name. */
const types: Record<string, string> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  svg: 'image/svg+xml',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  ogg: 'audio/ogg',
  oga: 'audio/ogg',
  opus: 'audio/ogg',
  wav: 'audio/wav',
  flac: 'audio/flac',
  mp4: 'video/mp4',
  webm: 'video/webm'
}

/** The kind of picture or sound that a path names; `undefined` where it names none. */
export function mediaTypeOf(path: string): string | undefined {
  const kind = mediaKind(path)
  if (kind === undefined) return undefined
  const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase()
  return types[ending] ?? `${families[kind]}/${ending}`
}

/** What is wrong with a medium by its size, as a sentence; `undefined` where nothing is. */
export function acceptMedium(path: string, size: number): Said | undefined {
  if (size === 0) return say('{path} is empty: there is nothing to show in it.', { path })
  if (size < mediaLimit) return undefined
  return say('{path} is {size} MB; a picture or sound must stay below 100 MB. Make it smaller.', {
    path,
    size: (size / 1e6).toFixed(1)
  })
}
