import { toHtml } from 'hast-util-to-html'
import { DocumentParser } from '../markdown/reading/document-parser.ts'
import { MediaPaths } from '../render/media-paths.ts'
import { NotePaths } from '../render/note-paths.ts'
import { LazyDrawers } from '../render/preview/drawers.ts'
import type { Surroundings } from '../render/preview/dress.ts'
import { PieceWriter, type PlacedHtml, type ReadText } from '../render/preview/piece-writer.ts'
import { readToShow } from './read-document.ts'
import { isCaptured, isTooDeep, type Document, type Notes } from './document.ts'
import { withEmbeds } from './items/embedded-blocks.ts'
import { AskedNotes, ProjectNotes } from './project-notes.ts'
import type { PreviewPiece, Settings, SourceFile } from './model.ts'
import { RecentParsers } from './recent-parsers.ts'
import { completeSettings } from './settings.ts'

const noMedia = new MediaPaths([])
const noNotes = new NotePaths([])

/**
 * The preview of one file as sanitised HTML: safe to put into a page, fetching nothing. Each block
 * says its line in `data-line`, and a captured one its number in `data-block`. Math and code stand as
 * they are written; `PreviewRenderer` draws them. A text that nests too deeply comes as it is written.
 */
export function renderHtml(file: SourceFile, settings?: Partial<Settings>): string {
  const all = completeSettings(settings)
  const around = {
    ...{ path: file.path, media: noMedia, notes: noNotes, drawers: {} },
    diagrams: all.noteSyntax,
    lineBreaks: all.lineBreaks
  }
  const read = { file, parser: new DocumentParser(all.noteSyntax) }
  const pieces = draw(read, new PieceWriter(), around, all)
  return pieces.map(withPlace).join('\n')
}

function withPlace({ html, line, block }: PreviewPiece): string {
  const place =
    (line > 0 ? ` data-line="${line}"` : '') + (block > 0 ? ` data-block="${block}"` : '')
  return html.replace(/^<[a-z][a-z0-9-]*/, (tag) => tag + place)
}

/**
 * Draws one file after another as it is being written: only blocks that changed are drawn anew, and
 * what draws math and code is fetched when a text first holds any.
 */
export class PreviewRenderer {
  #writer = new PieceWriter()
  #noteSyntax = true
  readonly #parsers = new RecentParsers()
  readonly #drawers = new LazyDrawers()
  #media = noMedia
  #mediaPaths: readonly string[] = []
  #notes = noNotes
  #notePaths: readonly string[] = []
  #texts = new Map<string, string>()
  readonly #project = new ProjectNotes(
    () => this.#notePaths,
    (path) => this.#texts.get(path),
    true
  )
  /** Whether the text drawn last goes on behind what was drawn. */
  get isPartial(): boolean {
    return this.#writer.isPartial
  }

  /** Paths of the notes that the text drawn last embeds. */
  asked: string[] = []
  /** Ids of the blocks of Logseq that it shows, in whichever texts they are. */
  askedBlocks: string[] = []

  /**
   * The preview in pieces. `media` are the paths of the project's pictures, sounds and films, `notes`
   * those of its texts, and `texts` those texts among them that the file may embed: `asked` says
   * afterwards which these are. Of a long text only what begins before `upTo`, a UTF-16 offset, is drawn.
   */
  async render(
    file: SourceFile,
    settings?: Partial<Settings>,
    media: readonly string[] = [],
    notes: readonly string[] = [],
    texts: readonly SourceFile[] = [],
    upTo = Infinity
  ): Promise<PreviewPiece[]> {
    if (notes.join('\n') !== this.#notePaths.join('\n')) {
      this.#notePaths = notes
      this.#notes = new NotePaths(notes)
      this.#project.pathsChanged()
    }
    this.#texts = new Map([...texts, file].map(({ path, text }) => [path, text]))
    this.#project.textsChanged()
    if (media.join('\n') !== this.#mediaPaths.join('\n')) {
      this.#mediaPaths = media
      this.#media = new MediaPaths(media)
    }
    const all = completeSettings(settings)
    // The same source is another document then.
    if (all.noteSyntax !== this.#noteSyntax) this.#writer = new PieceWriter()
    this.#noteSyntax = all.noteSyntax
    const parser = this.#parsers.take(file.path, file.text.length, all.noteSyntax)
    this.#project.configure(all.noteSyntax)
    const asked = new AskedNotes(this.#project)
    const drawNow = (): PreviewPiece[] => {
      const around = {
        path: file.path,
        media: this.#media,
        notes: this.#notes,
        drawers: this.#drawers.current,
        diagrams: all.noteSyntax,
        lineBreaks: all.lineBreaks
      }
      return draw({ file, parser, notes: asked, upTo }, this.#writer, around, all)
    }
    const pieces = drawNow()
    this.asked = asked.paths
    this.askedBlocks = asked.blockIds
    return (await this.#drawers.fetch(this.#writer.missing)) ? drawNow() : pieces
  }
}

interface TextToDraw {
  file: SourceFile
  parser: DocumentParser
  notes?: Notes
  upTo?: number
}

function draw(
  { file, parser, notes, upTo }: TextToDraw,
  writer: PieceWriter,
  around: Surroundings,
  settings: Settings
): PreviewPiece[] {
  try {
    const document = readToShow(file, parser, notes)
    const captured = capturedBlocks(document, settings)
    return writer
      .write(readText(document, around), around, upTo)
      .map((piece) => ({ ...piece, block: captured.get(piece.line) ?? 0 }))
  } catch (error) {
    if (!isTooDeep(error)) throw error
    return [{ ...plainHtml(file.text), block: 0 }]
  }
}

function readText(
  { text, blocks, definitions, sections, embeds }: Document,
  { media }: Surroundings
): ReadText {
  const find = (address: string, from: string): string | undefined => media.find(address, from)
  return {
    text,
    blocks: withEmbeds(blocks, embeds, { find, held: true }),
    definitions: [...definitions.values()].map(({ node }) => node),
    markers: sections.flatMap(({ marking }) => marking.markers)
  }
}

/** A text as it is written. */
function plainHtml(value: string): PlacedHtml {
  const children = [{ type: 'text', value } as const]
  return { html: toHtml({ type: 'element', tagName: 'pre', properties: {}, children }), line: 1 }
}

/** Number of each captured block, by the line it begins on. */
function capturedBlocks({ sections }: Document, settings: Settings): Map<number, number> {
  const captured = sections.filter((section) => isCaptured(section, 'block-reader', settings))
  return new Map(
    captured.flatMap(({ numbered }) =>
      numbered.map(({ node, index }) => [node.position?.start.line ?? 0, index] as const)
    )
  )
}
