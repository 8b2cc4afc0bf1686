import { say } from '../../say/say.ts'
import { ImportRefusal, type ImportSource } from '../importer.ts'
import { openZip } from '../open-zip.ts'
import { resolvePath } from './resolve-path.ts'
import { elementsIn } from './read-xml.ts'

/** A book: its files by path, and the paths of its chapters in the order of reading. */
export interface Book {
  files: ReadonlyMap<string, Blob>
  title: string
  chapters: string[]
  /** Titles of chapters by path, as the table of contents has them. */
  titles: ReadonlyMap<string, string>
}

/** What fonts are disguised with, which locks no text. */
const disguise = /^http:\/\/(?:www\.idpf\.org\/2008\/embedding|ns\.adobe\.com\/pdf\/enc#RC)/

/** Opens a book. Throws `ImportRefusal` where it is none, or is locked. */
export async function openBook(source: ImportSource): Promise<Book> {
  const { path } = source
  const files = await openZip(source, (path) =>
    say(
      '{path} is damaged, or no e-book. Get it again from where it came from, or open it in its own program and save it anew.',
      { path }
    )
  )
  const read = async (name: string): Promise<string> => (await files.get(name)?.text()) ?? ''
  const locks = elementsIn(await read('META-INF/encryption.xml'), 'EncryptionMethod')
  if (locks.some((lock) => !disguise.test(lock.getAttribute('Algorithm') ?? ''))) {
    throw new ImportRefusal(
      say(
        '{path} is locked by its shop (DRM) and cannot be read. Take an edition without a lock.',
        { path }
      )
    )
  }
  const [root] = elementsIn(await read('META-INF/container.xml'), 'rootfile')
  const opf = resolvePath('', root?.getAttribute('full-path') ?? '')
  const manifest = await read(opf)
  const items = new Map(
    elementsIn(manifest, 'item').map((item) => [item.getAttribute('id') ?? '', item])
  )
  const pathOf = (item: Element | undefined): string => {
    return resolvePath(opf, item?.getAttribute('href') ?? '')
  }
  const chapters = elementsIn(manifest, 'itemref')
    .map((ref) => pathOf(items.get(ref.getAttribute('idref') ?? '')))
    .filter((chapter) => files.has(chapter) && /\.(?:x?html?|xml)$/i.test(chapter))
  if (chapters.length === 0) {
    throw new ImportRefusal(
      say(
        '{path} is no sound e-book: it does not say what its chapters are. Get it again, or convert it to DOCX or HTML.',
        { path }
      )
    )
  }
  const contents = [...items.values()].filter(isContents).map(pathOf)
  const titles = new Map<string, string>()
  for (const one of contents) addTitles(titles, one, await read(one))
  const title = elementsIn(manifest, 'title')[0]?.textContent.trim() ?? ''
  return { files, title, chapters: [...new Set(chapters)], titles }
}

/** The table of contents, as books of version 3 or 2 have it. */
function isContents(item: Element): boolean {
  const properties = (item.getAttribute('properties') ?? '').split(/\s+/)
  return (
    properties.includes('nav') || item.getAttribute('media-type') === 'application/x-dtbncx+xml'
  )
}

function addTitles(titles: Map<string, string>, path: string, xml: string): void {
  const points = elementsIn(xml, 'navPoint').map((point) => ({
    address: point.getElementsByTagNameNS('*', 'content')[0]?.getAttribute('src'),
    words: point.getElementsByTagNameNS('*', 'text')[0]?.textContent
  }))
  const links = elementsIn(xml, 'a').map((link) => {
    return { address: link.getAttribute('href'), words: link.textContent }
  })
  for (const { address, words } of [...points, ...links]) {
    const chapter = resolvePath(path, address ?? '')
    const title = (words ?? '').replace(/\s+/g, ' ').trim()
    if (title !== '' && !titles.has(chapter)) titles.set(chapter, title)
  }
}
