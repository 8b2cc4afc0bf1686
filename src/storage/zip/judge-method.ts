import { say, type Said } from '../../say/say.ts'
import { deflated, stored } from './as-gzip.ts'

/** How other programs pack files, by the number of the method (APPNOTE 4.4.5). */
const names = new Map([
  [1, 'Shrink'],
  [6, 'Implode'],
  [9, 'Deflate64'],
  [12, 'bzip2'],
  [14, 'LZMA'],
  [20, 'Zstandard'],
  [93, 'Zstandard'],
  [95, 'XZ'],
  [98, 'PPMd']
])

/** Says of a file in a zip how it is packed, where no browser can unpack that; else `undefined`. */
export function judgeMethod(path: string, method: number): Said | undefined {
  if (method === stored || method === deflated) return undefined
  const name = names.get(method)
  return name === undefined
    ? say(
        '{path} is packed in a way that is not known here (method {number}). Unpack the zip yourself, and add what is in it.',
        { path, number: String(method) }
      )
    : say(
        '{path} is packed with {method}, which no browser unpacks. Unpack the zip yourself, and add what is in it.',
        { path, method: name }
      )
}
