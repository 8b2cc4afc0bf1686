import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite'
import { languages } from '../../src/language/languages.ts'
import { isAround } from '../chunks.ts'

const firstScript = '<script src="./theme.js"'

/**
 * Names in the HTML what the page is made of, scripts and styles: they are on their way while its
 * first script asks for the texts of its language. What stands around the text is named for `public/theme.js`, which
 * asks for it where somebody comes again: a first visit has enough on its way.
 */
export function preloadPage(): Plugin {
  return {
    name: 'preload-page',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const page = new Needed(bundle, [isPage, isExample])
        const around = new Needed(bundle, [isAround], page)
        const texts = languages.map(({ code }) => {
          const names = [`${code}-first`, `${code}-later`]
          const isText = (file: File) => file.type === 'chunk' && names.includes(file.name)
          return `data-${code}="${new Needed(bundle, [isText]).addresses()}"`
        })
        const named = [firstScript, `data-around="${around.addresses()}"`, ...texts].join(' ')
        return { html: html.replace(firstScript, () => named), tags: page.links() }
      }
    }
  }
}

type File = Rolldown.OutputAsset | Rolldown.OutputChunk

/** The scripts and styles that some files of the build come with. */
class Needed {
  readonly #scripts = new Set<string>()
  readonly #styles = new Set<string>()
  readonly #bundle: Rolldown.OutputBundle
  readonly #known: ReadonlySet<string>

  /** All but those that come with others. */
  constructor(bundle: Rolldown.OutputBundle, begin: ((file: File) => boolean)[], others?: Needed) {
    this.#bundle = bundle
    this.#known = new Set(others?.files())
    Object.values(bundle)
      .filter((file) => begin.some((isOne) => isOne(file)))
      .forEach(({ fileName }) => this.#add(fileName))
  }

  files(): string[] {
    return [...this.#styles, ...this.#scripts]
  }

  addresses(): string {
    return this.files()
      .map((name) => `./${name}`)
      .join(' ')
  }

  links(): HtmlTagDescriptor[] {
    return [
      ...[...this.#styles].map((name) => link('stylesheet', name)),
      ...[...this.#scripts].map((name) => link('modulepreload', name))
    ]
  }

  #add(name: string): void {
    const chunk = this.#bundle[name]
    if (chunk?.type !== 'chunk' || this.#scripts.has(name) || this.#known.has(name)) return
    if (!chunk.isEntry) this.#scripts.add(name)
    for (const file of chunk.viteMetadata?.importedCss ?? []) {
      if (!this.#known.has(file)) this.#styles.add(file)
    }
    for (const one of chunk.imports) this.#add(one)
  }
}

/** Whether a file of the build is where the page goes on once it has its texts. */
export function isPage(file: File): boolean {
  return isOf(file, '/src/page.ts')
}

/** Whether it is what a first visit shows, in English: asked for later, it would wait behind all that stands around the text. */
function isExample(file: File): boolean {
  return isOf(file, '/src/examples/example-project.ts')
}

function isOf(file: File, module: string): boolean {
  return file.type === 'chunk' && (file.facadeModuleId?.endsWith(module) ?? false)
}

function link(rel: string, name: string): HtmlTagDescriptor {
  return {
    tag: 'link',
    attrs: { rel, crossorigin: '', href: `./${name}` },
    injectTo: 'head'
  }
}
