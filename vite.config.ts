import { svelte } from '@sveltejs/vite-plugin-svelte'
import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'

/** What the built page may load and run: its own files and nothing else. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "media-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'"
].join('; ')

export default defineConfig({
  base: './',
  plugins: [svelte({ compilerOptions: { runes: true } }), contentSecurityPolicy()],
  resolve: {
    // Its build for browsers asks `document`, which workers, where our parser runs, do not have.
    alias: {
      'decode-named-character-reference': installed('decode-named-character-reference/index.js')
    }
  },
  worker: { format: 'es' },
  // Found beforehand, these never make the dev server or a test reload half way through.
  optimizeDeps: { entries: ['index.html', 'src/worker/*-worker.ts'] },
  build: {
    target: 'es2022',
    // The policy blocks `data:` fonts, and an inlined worker could not be told from foreign script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      treeshake: {
        // The core is pure, so the page gets of the front door only what it uses, not the zip writer.
        moduleSideEffects: [
          {
            test: /\/src\/(?:laegna\.ts$|(?:markdown|render|document|export)\/)/,
            sideEffects: false
          }
        ]
      }
    }
  }
})

function installed(file: string): string {
  return fileURLToPath(new URL(`./node_modules/${file}`, import.meta.url))
}

function contentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    // The dev server injects inline script and styles of its own.
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: policy },
        injectTo: 'head-prepend'
      }
    ]
  }
}
