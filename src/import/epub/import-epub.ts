import { inEnglish, type Said } from '../../say/say.ts'
import type { SourceFile } from '../../document/model.ts'
import { decodeText } from '../decode-text.ts'
import { htmlToMarkdown } from '../html/to-markdown.ts'
import type { Importer } from '../importer.ts'
import { BookMedia } from './book-media.ts'
import { openBook, type Book } from './open-book.ts'
import { resolvePath } from './resolve-path.ts'
import { withoutSubset } from './without-subset.ts'

/** Elements that XML may close at once and HTML may not. */
const closedAtOnce =
  /<(?!(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|image|use|path)\b)([a-z][\w:-]*)((?:\s[^<>]*?)?)\/>/gi

/** Reads an e-book as a folder with a Markdown file for each chapter. */
export const importEpub: Importer = async (source, _, progress) => {
  const book = await openBook(source)
  const folder = folderFor(source.path, book.title)
  const media = new BookMedia(book.files, folder)
  const names = namesOf(book)
  const files: SourceFile[] = []
  const notes = new Map<string, Said>()
  for (const [at, chapter] of book.chapters.entries()) {
    progress(at, book.chapters.length)
    const bytes = new Uint8Array((await book.files.get(chapter)?.arrayBuffer()) ?? [])
    const html = withoutSubset(decodeText(bytes)).replace(closedAtOnce, '<$1$2></$1>')
    const name = names.get(chapter) ?? `${at + 1}.md`
    const read = htmlToMarkdown(html, {
      path: `${source.path}, ${chapter}`,
      target: folder + name,
      placeOf: (address) => media.placeOf(chapter, address),
      linkOf: (address) => names.get(resolvePath(chapter, address))
    })
    if (read.text.trim() !== '') files.push({ path: folder + name, text: read.text })
    for (const note of read.notes) notes.set(inEnglish(note), note)
  }
  return {
    files,
    media: await media.read(),
    notes: [...media.notes, ...notes.values()],
    questions: []
  }
}

function folderFor(path: string, title: string): string {
  const above = path.slice(0, path.lastIndexOf('/') + 1)
  const own = path.slice(above.length).replace(/\.\w+$/, '')
  return `${above}${plainName(title) || plainName(own) || 'Book'}/`
}

/** File names of the chapters: their numbers, so that they stand in order, and titles. */
function namesOf({ chapters, titles }: Book): Map<string, string> {
  const digits = String(chapters.length).length
  return new Map(
    chapters.map((chapter, at) => {
      const number = String(at + 1).padStart(digits, '0')
      const stem = chapter.slice(chapter.lastIndexOf('/') + 1).replace(/\.\w+$/, '')
      const title = plainName(titles.get(chapter) ?? '') || plainName(stem)
      return [chapter, `${number} ${title}`.trim() + '.md']
    })
  )
}

/** Words as the name of a file on every system. */
function plainName(words: string): string {
  return words
    .replace(/[\p{P}\p{S}\p{C}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 60)
    .trim()
}
