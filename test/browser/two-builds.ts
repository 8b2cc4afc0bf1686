import { createReadStream, existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { extname, join } from 'node:path'
import { build, type Plugin } from 'vite'

const root = join(import.meta.dirname, '../..')
const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json'
}

/** As it is written, or as the build has put the texts out of it. */
const helpTitle = /title=(?:"Help"|\{_w_runtime_\(\d+\)\})/

/**
 * Builds the app into a folder, with `words` in its first script and in a panel loaded later, unless
 * that stands there.
 */
export async function buildOnce(words: string, folder: string): Promise<void> {
  if (existsSync(folder)) return
  const mark: Plugin = {
    name: 'mark',
    enforce: 'pre',
    transform(code, id) {
      if (id.endsWith('/src/main.ts')) return `${code}\ndocument.body.dataset.build = '${words}'`
      if (id.endsWith('/HelpSheet.svelte')) return code.replace(helpTitle, `title="${words}"`)
      return undefined
    }
  }
  const part = `${folder}-${process.pid}`
  await build({
    root,
    plugins: [mark],
    logLevel: 'error',
    build: { outDir: part, emptyOutDir: true }
  })
  // Another browser's test may have been faster.
  if (existsSync(folder)) rmSync(part, { recursive: true })
  else renameSync(part, folder)
}

/** A plain host of static files under `/some/folder/`, whose network cable can be pulled. */
export class Host {
  folder: string
  #server: Server | undefined
  #port = 0

  constructor(folder: string) {
    this.folder = folder
  }

  get address(): string {
    return `http://127.0.0.1:${this.#port}/some/folder/`
  }

  async plugIn(): Promise<void> {
    const server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '', this.address)
      const path = join(
        this.folder,
        pathname.replace(/^\/some\/folder\/$/, '/index.html').replace(/^\/some\/folder/, '')
      )
      if (!statSync(path, { throwIfNoEntry: false })?.isFile()) {
        response.writeHead(404).end()
        return
      }
      response.writeHead(200, { 'content-type': types[extname(path)] ?? 'text/plain' })
      createReadStream(path).pipe(response)
    })
    await new Promise<void>((resolve) => server.listen(this.#port, '127.0.0.1', resolve))
    const where = server.address()
    if (typeof where === 'object' && where) this.#port = where.port
    this.#server = server
  }

  /** From now on nobody answers. */
  async pullOut(): Promise<void> {
    const server = this.#server
    server?.closeAllConnections()
    await new Promise((resolve) => server?.close(resolve))
  }
}
