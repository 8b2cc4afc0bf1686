import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'vite'

const source = fileURLToPath(new URL('../src/offline/service-worker.ts', import.meta.url))

/**
 * Not kept for offline use: the worker itself, the page in one file, which needs none, what only robots read, and what only
 * a first visit shows.
 */
const left = /^(?:sw\.js|laegna\.html|robots\.txt|first\/.*)$/

/** Kept for offline use only once they were asked for. */
const rare = /^assets\/(?:mermaid|wllama)\b/

/** Writes `sw.js` beside the built page, with the list of all files of this build in it. */
export function serviceWorker(): Plugin {
  let folder = ''
  return {
    name: 'service-worker',
    apply: 'build',
    configResolved(config) {
      folder = config.build.outDir
    },
    writeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        const files = listFiles(folder)
        const text = JSON.stringify(files)
        await build({
          configFile: false,
          logLevel: 'warn',
          publicDir: false,
          define: {
            FILES: text,
            RARE: JSON.stringify(Object.keys(files).filter((path) => rare.test(path))),
            BUILD: JSON.stringify(digest(text, 'sha256', 'hex').slice(0, 16))
          },
          build: {
            outDir: folder,
            emptyOutDir: false,
            target: 'es2022',
            rolldownOptions: {
              input: source,
              output: { format: 'iife', entryFileNames: 'sw.js' }
            }
          }
        })
      }
    }
  }
}

/** Every file by its path, with its integrity; the page goes by the address of the folder. */
function listFiles(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !left.test(path))
    .sort()
  return Object.fromEntries(
    paths.map((path) => {
      const integrity = `sha256-${digest(readFileSync(join(folder, path)), 'sha256', 'base64')}`
      return [path === 'index.html' ? '' : path, integrity]
    })
  )
}

function digest(bytes: string | Buffer, name: string, encoding: 'hex' | 'base64'): string {
  return createHash(name).update(bytes).digest(encoding)
}
