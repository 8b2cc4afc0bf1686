import { say, type Said } from '../../say/say.ts'
import type { SourceFile } from '../../document/model.ts'
import { textEnding } from '../../markdown/text-endings.ts'
import { foreignFile, other, pdf, type ForeignFile } from './foreign-files.ts'
import { plainPath } from './plain-path.ts'

/** A file is taken, or not, with a sentence that names it and the remedy. */
export type Verdict = { taken: true; file: SourceFile } | { taken: false; sentence: Said }

/** Bytes that a file must stay below: reading more would make the page slow. */
export const sizeLimit = 20_000_000

/** What other kinds of file begin with. */
const signatures: [start: string, kind: ForeignFile][] = [
  ['%PDF', pdf],
  ['\x89PNG', other(say('a PNG image'))],
  ['\xff\xd8\xff', other(say('a JPEG image'))],
  ['GIF8', other(say('a GIF image'))],
  ['PK\x03\x04', other(say('a zip, Word or similar file'))],
  ['\x1f\x8b', other(say('a gzip file'))],
  ['SQLite', other(say('a database'))]
]

/** Whether a path ends like a Markdown or text file; others in a dropped folder are left aside. */
export function looksLikeMarkdown(path: string): boolean {
  return textEnding.test(path)
}

/** Judges by name and size alone, before a byte is read; `undefined` where nothing is wrong. */
export function judgeOutside(path: string, size: number): Said | undefined {
  if (size === 0) return say('{path} is empty: there is nothing to read in it.', { path })
  const known = foreignFile(path)
  if (known) return say('{path} is {kind}. {remedy}', { path, ...known })
  if (size >= sizeLimit) {
    return say(
      '{path} is {size} MB; a file must stay below 20 MB. Split it, for example at its chapters.',
      { path, size: (size / 1e6).toFixed(1) }
    )
  }
  if (looksLikeMarkdown(path)) return undefined
  return say(
    '{path} is not a Markdown or text file. If it holds Markdown, give it the ending .md.',
    { path }
  )
}

/** Decodes a file's bytes: UTF-8, or UTF-16 that says so in its first two bytes. */
export function acceptBytes(path: string, bytes: Uint8Array): Verdict {
  const known = kindOf(bytes)
  if (known) return refuse(say('{path} is {kind}, not text. {remedy}', { path, ...known }))
  const encoding = markOf(bytes)
  const text = decode(bytes, encoding)
  if (text === undefined) return refuse(undecodable(path, bytes, encoding))
  if (text.includes('\0')) return refuse(undecodable(path, bytes, encoding))
  if (!text.trim()) {
    return refuse(say('{path} is empty: it holds nothing but blanks.', { path }))
  }
  // Mac file systems take names apart (n + ~); put together they are equal on every machine.
  return { taken: true, file: { path: plainPath(path), text: withPlainLines(text) } }
}

/** Line ends as LF: the editor counts them so, and places must mean the same everywhere. */
export function withPlainLines(text: string): string {
  return text.replace(/\r\n?/g, '\n')
}

function refuse(sentence: Said): Verdict {
  return { taken: false, sentence }
}

function kindOf(bytes: Uint8Array): ForeignFile | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 8))
  return signatures.find(([signature]) => start.startsWith(signature))?.[1]
}

function markOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return 'utf-8'
}

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    // The decoder takes the byte order mark away.
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function undecodable(path: string, bytes: Uint8Array, encoding: string): Said {
  if (encoding !== 'utf-8') {
    return say('{path} is not sound UTF-16. Save it as UTF-8 and add it again.', { path })
  }
  const zeros = bytes.subarray(0, 1000).filter((byte) => byte === 0).length
  if (zeros > 0 && zeros >= Math.min(bytes.length, 1000) / 3) {
    return say(
      '{path} seems to be UTF-16 without its mark, or no text at all. Save it as UTF-8 and add it again.',
      { path }
    )
  }
  if (zeros > 0) return say('{path} is not text: it holds zero bytes.', { path })
  return say(
    '{path} is not UTF-8: line {line} cannot be read. Save it as UTF-8 and add it again.',
    { path, line: String(lineOfFault(bytes)) }
  )
}

/** Decodes leniently and counts lines up to the first replacement. */
function lineOfFault(bytes: Uint8Array): number {
  const lenient = new TextDecoder().decode(bytes)
  const fault = lenient.indexOf('\ufffd')
  return lenient.slice(0, fault).split(/\r\n?|\n/).length
}
