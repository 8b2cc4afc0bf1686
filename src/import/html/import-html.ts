import { say } from '../../say/say.ts'
import { decodeText } from '../decode-text.ts'
import { ImportRefusal, type Importer } from '../importer.ts'
import { htmlToMarkdown } from './to-markdown.ts'

/** Bytes that a page may have: with pictures in it, it is larger than its text. */
const most = 50_000_000

/** Reads a page that was saved, as one Markdown file. */
export const importHtml: Importer = async ({ path, blob }) => {
  if (blob.size > most) {
    throw new ImportRefusal(
      say(
        '{path} is {size} MB; a page must stay below 50 MB. Split it, or save it without its pictures.',
        { path, size: (blob.size / 1e6).toFixed(1) }
      )
    )
  }
  const bytes = new Uint8Array(await blob.arrayBuffer())
  const html = decodeText(bytes, encodingIn(bytes))
  const target = path.replace(/\.\w+$/, '.md')
  const { text, media, notes } = htmlToMarkdown(html, { path, target })
  return { files: [{ path: target, text }], media, notes, questions: [] }
}

/** The encoding that a page says it is in. */
function encodingIn(bytes: Uint8Array): string | undefined {
  const begin = new TextDecoder('windows-1252').decode(bytes.subarray(0, 2000))
  return /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(begin)?.[1]
}
