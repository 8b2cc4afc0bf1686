import * as v from 'valibot'
import type { SourceFile } from '../../document/model.ts'
import { acceptPath } from '../project/free-name.ts'
import { looksLikeMarkdown, withPlainLines } from '../../import/offered/accept-file.ts'

/*
 * A document in the part of an address behind #, which no browser sends to a server: JSON,
 * compressed, as text that stands in addresses. Reading one is reading what a stranger wrote.
 */

/** Characters of a link that programs for mail and chat still keep whole. */
export const linkLimit = 30_000
/** Characters of a document that a link may grow to. */
const textLimit = 2_000_000

const mark = '#document='
const shape = v.strictObject({
  path: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  text: v.string()
})

/** Why a link gives no document, as a sentence for the user. */
export class UnreadableLink extends Error {
  override name = 'UnreadableLink'
}

/** Whether the part of an address behind # holds a document. */
export function holdsDocument(fragment: string): boolean {
  return fragment.startsWith(mark)
}

/** A link to `page` that carries a file; longer than `linkLimit` where the file is too long. */
export async function linkTo(page: string, { path, text }: SourceFile): Promise<string> {
  const json = new Blob([JSON.stringify({ path, text })])
  const packed = json.stream().pipeThrough(new CompressionStream('deflate-raw'))
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer())
  return `${page.replace(/[?#].*$/, '')}${mark}${toText(bytes)}`
}

/** The file that a link carries; rejects with an `UnreadableLink`. */
export async function fileOfLink(fragment: string): Promise<SourceFile> {
  const text = fragment.slice(mark.length)
  if (text.length > linkLimit * 2) {
    throw new UnreadableLink('The link is too long to hold a document. Ask for the file instead.')
  }
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), shape), await unpack(text))
  if (!read.success) throw damaged()
  return { path: soundPath(read.output.path), text: withPlainLines(read.output.text) }
}

function damaged(): UnreadableLink {
  return new UnreadableLink(
    'The document in this link cannot be read: the link was cut off or changed on its way. Copy it again, whole.'
  )
}

async function unpack(text: string): Promise<string> {
  const bytes = fromText(text)
  const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
  const reader = plain.pipeThrough(new TextDecoderStream('utf-8', { fatal: true })).getReader()
  let whole = ''
  for (;;) {
    // A few bytes can be made to unfold without end: what is too much is never unfolded.
    const { done, value } = await reader.read().catch(() => Promise.reject(damaged()))
    if (done) return whole
    whole += value
    if (whole.length > textLimit) {
      void reader.cancel().catch(() => undefined)
      throw new UnreadableLink('The document in this link is too large, so it was not opened.')
    }
  }
}

/** A path that could have been typed; anything else becomes a plain name. */
function soundPath(path: string): string {
  const clean = path.normalize('NFC').replace(/[\p{C}]/gu, '')
  if (acceptPath(clean, []) !== undefined) return 'from-a-link.md'
  return looksLikeMarkdown(clean) ? clean : `${clean}.md`
}

function toText(bytes: Uint8Array): string {
  const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  return btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

function fromText(text: string): Uint8Array<ArrayBuffer> {
  try {
    const letters = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
    return Uint8Array.from(letters, (letter) => letter.charCodeAt(0))
  } catch {
    throw damaged()
  }
}
