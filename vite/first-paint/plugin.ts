import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { build, type Plugin } from 'vite'

const program = fileURLToPath(new URL('./draw.ts', import.meta.url))

/** Of no use in a picture of the page, or taken for the page itself: what is read aloud, found by name or pressed. */
const forUse =
  / (?:id|title|role|tabindex|data-testid|aria-(?!pressed|expanded)[a-z]+|popover|popovertarget|href)="[^"]*"/g

/**
 * Puts a picture of the page into its HTML, drawn by its own components: what a first visit shows stands there before any
 * script has come. `public/theme.js` says whether it is to be seen, and `src/ui/first-paint.ts` takes it away.
 */
export function firstPaint(): Plugin {
  let cache = ''
  return {
    name: 'first-paint',
    apply: 'build',
    configResolved: (config) => void (cache = config.cacheDir),
    async transformIndexHtml(html) {
      const picture = (await draw(join(cache, `first-paint-${process.pid}`)))
        .replace(/<!--.*?-->/g, '')
        .replace(forUse, '')
      const { body, style } = withoutStyles(picture)
      return html
        .replace('</head>', () => `  <style>${style}</style>\n  </head>`)
        .replace(
          '</body>',
          () => `  <div id="first" aria-hidden="true" inert>${body}</div>\n  </body>`
        )
    }
  }
}

/** Runs `draw.ts` as a program of its own: it makes itself a little of a browser, and ends with all that the page begins. */
async function draw(folder: string): Promise<string> {
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
    return execFileSync(process.execPath, [join(folder, 'draw.mjs')], { encoding: 'utf8' })
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
