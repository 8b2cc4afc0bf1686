import { svelte } from '@sveltejs/vite-plugin-svelte'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { noCircles, stageChunks } from './vite/chunks.ts'
import { firstLoad } from './vite/first-load.ts'
import { firstPaint } from './vite/first-paint/plugin.ts'
import { licences } from './vite/licences/plugin.ts'
import { notCome } from './vite/not-come/plugin.ts'
import { contentSecurityPolicy } from './vite/policy.ts'
import { serviceWorker } from './vite/service-worker.ts'
import { singleFile } from './vite/single-file.ts'
import { staticIcons } from './vite/static-icons.ts'
import { texts } from './vite/texts/plugin.ts'
import { preloadPage } from './vite/texts/preload.ts'

/** `npm run build` builds twice: the page for a server, and the page in one file for a disk. */
const forServer = [
  firstPaint(),
  contentSecurityPolicy(),
  preloadPage(),
  firstLoad(170_000),
  noCircles(),
  serviceWorker()
]

/** What the page and its workers are made of. */
const made = licences()

/** The core is pure, so page and workers get of the front door only what each uses. */
const rolldownOptions = {
  treeshake: {
    moduleSideEffects: [
      {
        test: /\/src\/(?:laegna\.ts$|(?:markdown|render|document|found|export)\/)/,
        sideEffects: false
      }
    ]
  }
}

export default defineConfig(({ mode }) => ({
  base: './',
  plugins: [
    texts({ inOne: mode === 'single-file' }),
    staticIcons(),
    svelte({ configFile: false, compilerOptions: { runes: true } }),
    made.page,
    notCome(),
    mode === 'single-file' ? singleFile() : forServer
  ],
  resolve: {
    // Its build for browsers asks `document`, which workers, where our parser runs, do not have.
    alias: {
      'decode-named-character-reference': installed('decode-named-character-reference/index.js')
    }
  },
  worker: { format: 'es', plugins: () => [made.worker], rolldownOptions },
  // Pages of different builds that are open at once know by it which of them is the older.
  define: { 'import.meta.env.LAEGNA_BUILD': builtAt() },
  // Found beforehand, these never make the dev server or a test reload half way through.
  optimizeDeps: { entries: ['index.html', 'src/worker/**/*-worker.ts'] },
  build: {
    target: 'es2022',
    // The policy blocks `data:` fonts, and an inlined worker could not be told from foreign script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions:
      mode === 'single-file'
        ? rolldownOptions
        : { ...rolldownOptions, output: { codeSplitting: stageChunks() } }
  }
}))

/** Now, or when the makers of reproducible builds say it is, in milliseconds. */
function builtAt(): string {
  const seconds = Number(process.env['SOURCE_DATE_EPOCH'])
  return String(seconds > 0 ? seconds * 1000 : Date.now())
}

function installed(file: string): string {
  return fileURLToPath(new URL(`./node_modules/${file}`, import.meta.url))
}
