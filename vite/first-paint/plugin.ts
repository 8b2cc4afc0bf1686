import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { build, type Plugin } from 'vite'
import { languages } from '../../src/language/languages.ts'
import { readCatalogue, wordings } from '../texts/catalogues.ts'
import type { Picture } from './picture.ts'

const program = fileURLToPath(new URL('./draw.ts', import.meta.url))

/** Where the words of other languages stand beside the page. */
const picturesFolder = 'first'

/** Of no use in a picture of the page, or taken for the page itself: what is read aloud, found by name or pressed. */
const forUse =
  / (?:id|title|role|tabindex|data-testid|aria-(?!pressed|expanded)[a-z]+|popover|popovertarget|href)="[^"]*"/g

/**
 * Puts a picture of the page into its HTML, drawn by its own components: what a first visit shows stands there before any
 * script has come. Its words in each other language are a file beside it. `public/theme.js` says whether the picture is to
 * be seen and asks for that file, and `src/ui/first-paint.ts` takes the picture away.
 */
export function firstPaint(): Plugin {
  let cache = ''
  let drawn: Picture = { html: '', lines: {} }
  return {
    name: 'first-paint',
    apply: 'build',
    configResolved: (config) => void (cache = config.cacheDir),
    async buildStart() {
      drawn = await draw(join(cache, `first-paint-${process.pid}`))
    },
    transformIndexHtml(html) {
      const picture = drawn.html.replace(/<!--.*?-->/g, '').replace(forUse, '')
      const { body, style } = withoutStyles(picture)
      return html
        .replace('</head>', () => `  <style>${style}</style>\n  </head>`)
        .replace(
          '</body>',
          () => `  <div id="first" aria-hidden="true" inert>${body}</div>\n  </body>`
        )
    },
    generateBundle() {
      for (const { code } of languages.slice(1)) {
        const source = JSON.stringify({
          words: wordsOf(drawn.html, code),
          lines: drawn.lines[code]
        })
        this.emitFile({ type: 'asset', fileName: `${picturesFolder}/${code}.json`, source })
      }
    }
  }
}

/** What a language says for the words that stand in the picture. */
function wordsOf(html: string, code: string): Record<string, string> {
  const own = wordings(readCatalogue(code))
  const shown = Array.from(html.matchAll(/>([^<>]+)</g), ([, text = '']) => text.trim())
  return Object.fromEntries(
    shown.flatMap((text) => {
      const word = own.get(text)?.[0]
      return word === undefined ? [] : [[text, word]]
    })
  )
}

/** Runs `draw.ts` as a program of its own: it makes itself a little of a browser, and ends with all that the page begins. */
async function draw(folder: string): Promise<Picture> {
  try {
    await build({
      configFile: false,
      logLevel: 'warn',
      publicDir: false,
      plugins: [svelte({ configFile: false, compilerOptions: { runes: true } })],
      define: { 'import.meta.env.LAEGNA_BUILD': '0' },
      ssr: { noExternal: true },
      build: {
        ssr: true,
        outDir: folder,
        target: 'es2022',
        rolldownOptions: { input: program, output: { entryFileNames: 'draw.mjs' } }
      }
    })
    const said = execFileSync(process.execPath, [join(folder, 'draw.mjs')], { encoding: 'utf8' })
    return JSON.parse(said) as Picture
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The policy lets no element have a style of its own, but a style sheet whose hash it names. */
function withoutStyles(html: string): { body: string; style: string } {
  const rules: string[] = []
  const body = html.replace(/ style="([^"]*)"/g, (_, style: string) => {
    rules.push(`[data-first-style='${rules.length}']{${style}}`)
    return ` data-first-style="${rules.length - 1}"`
  })
  return { body, style: rules.join('') }
}
