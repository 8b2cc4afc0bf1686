import type { Said } from '../../say/say.ts'
import { PreviewRenderer } from '../../document/render-html.ts'
import { cleanHtml } from '../../render/clean-text.ts'
import type { ExportInput } from '../contract.ts'
import { contentsHtml } from './contents.ts'
import { fileHtml } from './file-html.ts'
import { pageBody } from './page.ts'
import { pageStyleFor } from './page-style.ts'

declare module '../contract.ts' {
  interface ExportSampleExtras {
    /**
     * The beginning of a page: HTML of its body, for a root that has `pagePreviewCss`. Its `data-style` and
     * `data-media` are left for who shows it.
     */
    page?: string
  }
}

/** How the beginning of a page looks in a shadow root, where it stands in an element of the class `page`. */
export const pagePreviewCss = pageStyleFor({ root: ':host', body: '.page' })

/** Letters of Markdown and of HTML that are enough to see how a page will look. */
const mostSource = 30_000
const mostHtml = 60_000

/** The first documents of a page, as far as `mostHtml` goes. */
export async function pageBegin(
  { name, compilation, settings, media, files: sources }: ExportInput,
  { contents, counts }: { contents: boolean; counts: Said[] }
): Promise<string> {
  const renderer = new PreviewRenderer()
  const { files } = compilation
  const texts = new Map(sources.map((file) => [file.path, file]))
  const paths = files.map(({ path }) => path)
  const places = new Map(files.map((file, at) => [file.path, { at, tree: file.tree }]))
  const known = [...(media?.keys() ?? [])]
  const articles: string[] = []
  let room = mostHtml
  for (const [at, file] of files.entries()) {
    const source = texts.get(file.path)
    if (!source || room <= 0) break
    const begin = { ...source, text: cut(source.text) }
    const pieces = await renderer.render(begin, settings, known, paths, sources)
    const shown = pieces.filter(({ html }) => {
      const fits = room > 0
      room -= html.length
      return fits
    })
    articles.push(fileHtml(shown, { file, at, places }))
  }
  const list = contents ? contentsHtml(files) : ''
  return cleanHtml(pageBody({ title: name, counts, contents: list, articles, paths }, 'div'))
}

/** The first lines of a text. */
function cut(text: string): string {
  if (text.length <= mostSource) return text
  return text.slice(0, text.lastIndexOf('\n', mostSource) + 1 || mostSource)
}
