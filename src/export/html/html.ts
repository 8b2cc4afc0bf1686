import { utf8ToBytes } from '@noble/hashes/utils.js'
import * as v from 'valibot'
import { say, sayCount, type Said } from '../../say/say.ts'
import { PreviewRenderer } from '../../document/render-html.ts'
import { cleanHtml } from '../../render/clean-text.ts'
import { isPhone } from '../shared/is-phone.ts'
import { folderName } from '../shared/folder-name.ts'
import { dataUrl } from '../shared/data-url.ts'
import { diagramsIn } from '../shared/diagram-blocks.ts'
import { Drawings } from '../shared/drawings.ts'
import { ExportError, type Exporter, type ExportInput } from '../contract.ts'
import { pace } from '../shared/pace.ts'
import { flag, readOptions } from '../shared/read-options.ts'
import { contentsHtml } from './contents.ts'
import { fileHtml } from './file-html.ts'
import { pageHtml } from './page.ts'
import { pageBegin } from './page-preview.ts'
import { noted, warned } from '../shared/told.ts'

export interface HtmlOptions {
  /** Whether the page begins with a list of its chapters. */
  contents: boolean
}

const defaults: HtmlOptions = { contents: true }
const schema = v.object({ contents: v.optional(flag, defaults.contents) })

/** The documents as one page that needs nothing else: the seed's page, with the counts on top. */
export const html: Exporter<HtmlOptions> = {
  id: 'html',
  group: 'document',
  label: say('Web page'),
  download: say('Download page'),
  writing: say('Writing the page'),
  description: say('All documents on one page that opens anywhere, offline too, and prints well.'),
  extension: 'html',
  wantsMedia: true,
  defaults,
  fields: [{ key: 'contents', control: 'switch', label: say('Begin with a list of the chapters') }],
  async preview(input, options) {
    const { contents } = readOptions(schema, options)
    needFiles(input)
    const counts = countsOf(input)
    const page = await pageBegin(input, { contents, counts })
    return {
      counts,
      samples: [{ title: say('How it begins'), text: '', page }],
      ...warned([])
    }
  },
  async run(input, options, context) {
    needFiles(input)
    const { contents } = readOptions(schema, options)
    const renderer = new PreviewRenderer()
    const { files } = input.compilation
    const texts = new Map(input.files.map((file) => [file.path, file]))
    const notes = files.map(({ path }) => path)
    const places = new Map(files.map((file, at) => [file.path, { at, tree: file.tree }]))
    const media = [...(input.media?.keys() ?? [])]
    const mediaUrl = (path: string): string | undefined => {
      const bytes = input.media?.get(path)
      return bytes && dataUrl(path, bytes)
    }
    const diagrams = new Drawings(input, context)
    const diagramSvg = (source: string) => diagrams.svgOf(source)
    const articles: string[] = []
    for (const [at, file] of files.entries()) {
      const source = texts.get(file.path)
      if (!source) continue
      const pieces = await renderer.render(source, input.settings, media, notes, input.files)
      const sources = pieces.flatMap(({ html }) => diagramsIn(html))
      await diagrams.draw(sources, file.path, (done) => {
        context.progress?.(at + done / sources.length, files.length)
      })
      articles.push(fileHtml(pieces, { file, at, places, own: { mediaUrl, diagramSvg } }))
      await pace(context, at + 1, files.length)
    }
    const page = pageHtml({
      title: input.name,
      counts: countsOf(input),
      contents: contents ? contentsHtml(files) : '',
      articles,
      paths: notes
    })
    const name = `${folderName(input.name)}.html`
    const bytes = utf8ToBytes(cleanHtml(page))
    return { files: [{ name, mime: 'text/html', bytes }], ...noted(diagrams.notes()) }
  },
  next: (file, place) => ({
    said: isPhone(place)
      ? say('Open {file} from your downloads, or share it: it needs no network.', { file })
      : say('Open {file} with a double click: it needs no network.', { file })
  })
}

function needFiles({ files }: ExportInput): void {
  if (files.length > 0) return
  throw new ExportError(say('There is no document to save. Write or drop one first.'))
}

/** The counts that the seed's page had on top, then the documents. */
function countsOf({ compilation, files }: ExportInput): Said[] {
  return [
    sayCount(files.length, '{count} document', '{count} documents'),
    sayCount(compilation.blocks.length, '{count} block', '{count} blocks'),
    sayCount(compilation.chapters.length, '{count} chapter', '{count} chapters'),
    sayCount(compilation.cards.length, '{count} card', '{count} cards')
  ]
}
