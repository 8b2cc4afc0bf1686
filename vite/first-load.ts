import { gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'
import { isPage } from './texts/preload.ts'

/**
 * Fails the build of CI, and warns elsewhere, where the script that a page loads before it can be typed into grows over `limit`
 * bytes as sent (gzip): what the first key does not need is imported when it is needed.
 */
export function firstLoad(limit: number): Plugin {
  return {
    name: 'first-load',
    apply: 'build',
    generateBundle(_, bundle) {
      const needed = new Set<string>()
      const add = (name: string): void => {
        const chunk = bundle[name]
        if (chunk?.type !== 'chunk' || needed.has(name)) return
        needed.add(name)
        chunk.imports.forEach(add)
      }
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue
        if (chunk.isEntry || isPage(chunk)) add(chunk.fileName)
      }
      const sizes = [...needed].map((name) => {
        const chunk = bundle[name]
        return chunk?.type === 'chunk' ? gzipSync(chunk.code).length : 0
      })
      const size = sizes.reduce((sum, each) => sum + each, 0)
      if (size <= limit) return
      const trouble =
        `The first load is ${size} bytes of compressed script, over ${limit}: ${[...needed].join(', ')}. ` +
        'Import what the first key does not need with import().'
      // Other processors compress to some bytes more or less: who only wants the app gets it.
      if (process.env['CI']) this.error(trouble)
      else this.warn(trouble)
    }
  }
}
