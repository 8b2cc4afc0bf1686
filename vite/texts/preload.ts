import type { Plugin, Rolldown } from 'vite'

/**
 * Names in the HTML what the page is made of, scripts and styles: they are on their way while its
 * first script asks for the texts of its language.
 */
export function preloadPage(): Plugin {
  return {
    name: 'preload-page',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_, { bundle = {} }) {
        const scripts = new Set<string>()
        const styles = new Set<string>()
        const add = (name: string): void => {
          const chunk = bundle[name]
          if (chunk?.type !== 'chunk' || scripts.has(name)) return
          if (!chunk.isEntry) scripts.add(name)
          chunk.viteMetadata?.importedCss.forEach((file) => styles.add(file))
          chunk.imports.forEach(add)
        }
        Object.values(bundle)
          .filter((file) => isPage(file) || isExample(file))
          .forEach(({ fileName }) => add(fileName))
        return [
          ...[...styles].map((href) => link({ rel: 'stylesheet', crossorigin: '', href })),
          ...[...scripts].map((href) => link({ rel: 'modulepreload', crossorigin: '', href }))
        ]
      }
    }
  }
}

/** Whether a file of the build is where the page goes on once it has its texts. */
export function isPage(file: Rolldown.OutputAsset | Rolldown.OutputChunk): boolean {
  return isOf(file, '/src/page.ts')
}

/** Whether it is what a first visit shows, in English: asked for later, it would wait behind all that stands around the text. */
function isExample(file: Rolldown.OutputAsset | Rolldown.OutputChunk): boolean {
  return isOf(file, '/src/examples/example-project.ts')
}

function isOf(file: Rolldown.OutputAsset | Rolldown.OutputChunk, module: string): boolean {
  return file.type === 'chunk' && (file.facadeModuleId?.endsWith(module) ?? false)
}

function link({ href, ...attributes }: Record<'rel' | 'crossorigin' | 'href', string>) {
  return {
    tag: 'link',
    attrs: { ...attributes, href: `./${href}` },
    injectTo: 'head' as const
  }
}
