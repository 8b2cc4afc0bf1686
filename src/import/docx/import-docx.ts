import JSZip from 'jszip'
import mammoth from 'mammoth'
import { say, sayCount, type Said } from '../../say/say.ts'
import { htmlToMarkdown } from '../html/to-markdown.ts'
import { placeFor } from '../html/pictures.ts'
import { ImportRefusal, type ImportedMedium, type Importer } from '../importer.ts'
import { openZip } from '../open-zip.ts'
import { isXmlTooDeep } from '../xml-depth.ts'
import { withFormulas } from './formulas.ts'
import { leftOut } from './left-out.ts'
import { styleMap } from './style-map.ts'

/** Bytes of text with its forms that are read at most: about a thousand pages. */
const mostText = 20_000_000

/** What browsers show; the pictures of Office that they do not are named. */
const endings: Record<string, string> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/svg+xml': 'svg',
  'image/bmp': 'bmp'
}

/** Reads a document of Word, LibreOffice or Google as one Markdown file with its pictures. */
export const importDocx: Importer = async (source, _, progress) => {
  const { path } = source
  const files = await openZip(source, (path) =>
    say(
      '{path} is damaged, or no Word document. Get it again from where it came from, or open it in its own program and save it anew.',
      { path }
    )
  )
  const main = await mainPart(files)
  const document = files.get(main)
  if (!document) {
    throw new ImportRefusal(
      say(
        '{path} is no Word document: what it should hold is missing. Open it in its own program and save it as .docx.',
        { path }
      )
    )
  }
  refuseLongText(path, files)
  await refuseDeepText(files)
  progress(1, 3)
  const { xml, restore, notes } = withFormulas(await document.text())
  const bytes = await repacked(files, main, xml)
  progress(2, 3)
  const target = path.replace(/\.\w+$/, '.md')
  const pictures = new Pictures(target)
  // The one is what it asks for in a browser, the other in Node.
  const input = { arrayBuffer: bytes.buffer, buffer: bytes }
  const { value, messages } = await toHtml(path, input, pictures)
  const failed = messages.filter(({ type }) => type === 'error')
  const read = htmlToMarkdown(restore(value), {
    path,
    target,
    placeOf: (address) => pictures.placeOf(address)
  })
  return {
    files: [{ path: target, text: read.text }],
    media: [...pictures.media, ...read.media],
    notes: [
      ...notes,
      ...pictures.notes,
      ...(await leftOut(files, xml)),
      ...failedPictures(failed.length)
    ],
    questions: []
  }
}

/** Says of pictures that could not be had, which is all that the reader of documents can fail at and go on. */
function failedPictures(count: number): Said[] {
  if (count === 0) return []
  return [
    sayCount(
      count,
      '{count} picture was left out: it is damaged, or the document holds only its address, which is not fetched.',
      '{count} pictures were left out: they are damaged, or the document holds only their addresses, which are not fetched.'
    )
  ]
}

async function toHtml(path: string, input: { arrayBuffer: ArrayBuffer }, pictures: Pictures) {
  try {
    return await mammoth.convertToHtml(input, {
      styleMap,
      convertImage: mammoth.images.imgElement(async (image) => ({
        src: pictures.keep(image.contentType, new Uint8Array(await image.readAsArrayBuffer()))
      }))
    })
  } catch (error) {
    if (error instanceof RangeError) throw error
    throw new ImportRefusal(
      say(
        '{path} is damaged: what it holds is not written as Word writes it. Open it in Word or LibreOffice, save it again, and add that.',
        { path }
      )
    )
  }
}

/** Where the text of a document stands, which is said in a place that all documents have. */
async function mainPart(files: ReadonlyMap<string, Blob>): Promise<string> {
  const relations = (await files.get('_rels/.rels')?.text()) ?? ''
  const [relation = ''] = /<Relationship\b[^>]*\/officeDocument"[^>]*>/.exec(relations) ?? []
  return /\bTarget="\/?([^"]+)"/.exec(relation)?.[1] ?? 'word/document.xml'
}

/** Refuses what would be read for minutes: some hundred kilobytes can hold gigabytes of text. */
function refuseLongText(path: string, files: ReadonlyMap<string, Blob>): void {
  let size = 0
  for (const [name, file] of files) {
    if (/^word\/(?:_rels\/)?[^/]+$/.test(name)) size += file.size
  }
  if (size <= mostText) return
  throw new ImportRefusal(
    say(
      '{path} holds {size} MB of text and its forms; at most 20 MB can be read. Split it, for example at its chapters, or save it as HTML.',
      { path, size: (size / 1e6).toFixed(0) }
    )
  )
}

/** What reads the text and its forms calls itself for each element in another, until no stack is left. */
async function refuseDeepText(files: ReadonlyMap<string, Blob>): Promise<void> {
  for (const [name, file] of files) {
    if (/\.(?:xml|rels)$/i.test(name) && isXmlTooDeep(await file.text())) {
      throw new RangeError(`${name} is too deep`)
    }
  }
}

/** The same document, unpacked: what reads it checks no sizes. */
async function repacked(
  files: ReadonlyMap<string, Blob>,
  main: string,
  document: string
): Promise<Uint8Array<ArrayBuffer>> {
  const zip = new JSZip()
  for (const [name, file] of files) {
    zip.file(name, name === main ? document : await file.arrayBuffer())
  }
  return new Uint8Array(await zip.generateAsync({ type: 'arraybuffer', compression: 'STORE' }))
}

class Pictures {
  readonly media: ImportedMedium[] = []
  readonly #target: string
  readonly #lost: string[] = []

  constructor(target: string) {
    this.#target = target
  }

  /** Keeps a picture; gives a sign of it, which `placeOf` knows. */
  keep(type: string, bytes: Uint8Array<ArrayBuffer>): string {
    const ending = endings[type.toLowerCase()]
    if (ending === undefined) {
      this.#lost.push(type.replace(/^image\/(?:x-)?/, '').toUpperCase())
      return 'cid:lost'
    }
    const place = placeFor(this.#target, this.media.length + 1, ending)
    this.media.push({ path: place.path, bytes })
    return `docx:${place.address}`
  }

  placeOf(address: string): string | undefined {
    return address.startsWith('docx:') ? address.slice(5) : undefined
  }

  get notes(): Said[] {
    if (this.#lost.length === 0) return []
    const kinds = [...new Set(this.#lost)].join(', ')
    return [
      sayCount(
        this.#lost.length,
        '{count} picture was left out: no browser shows {kinds}. Save it as PNG and add it.',
        '{count} pictures were left out: no browser shows {kinds}. Save them as PNG and add them.',
        { kinds }
      )
    ]
  }
}
