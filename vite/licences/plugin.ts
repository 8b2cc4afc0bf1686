import type { Plugin, Rolldown } from 'vite'
import { bomOf } from './bom.ts'
import { mayShip, packageOf, packagesIn, type Shipped } from './shipped.ts'
import { textOf } from './text.ts'

/** Where the page finds the licences of what it is made of. */
export const licencesFile = 'licences.txt'
/** Where programs find the list of its packages. */
export const bomFile = 'sbom.json'

/**
 * Writes what the build is made of, the workers' scripts included: `licences.txt`, which the page shows,
 * and `sbom.json`, a list for programs (CycloneDX). Fails where a package may not be shipped.
 */
export function licences(): { page: Plugin; worker: Plugin } {
  const shipped = new Map<string, Shipped>()
  let root = ''
  const keep = (one: Shipped | undefined): void => {
    if (one) shipped.set(`${one.name}@${one.version}`, one)
  }
  const take = (bundle: Rolldown.OutputBundle): void => {
    for (const file of Object.values(bundle)) {
      for (const id of file.type === 'chunk' ? file.moduleIds : file.originalFileNames) {
        const path = absolute(id, root)
        const isWhole = file.type === 'asset' || id.endsWith('?url')
        for (const one of isWhole ? packagesIn(path) : [packageOf(path)]) keep(one)
      }
    }
  }
  return {
    worker: {
      name: 'licences-of-worker',
      apply: 'build',
      generateBundle: (_, bundle) => take(bundle)
    },
    page: {
      name: 'licences',
      apply: 'build',
      configResolved: (resolved) => void (root = resolved.root),
      // Workers are built before.
      generateBundle(_, bundle) {
        take(bundle)
        const all = [...shipped.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
        const bad = all.filter(({ licence }) => !mayShip(licence))
        if (bad.length > 0) {
          const list = bad.map(({ name, licence }) => `${name} (${licence || 'no licence'})`)
          this.error(`These may not be shipped: ${list.join(', ')}. Take another package.`)
        }
        this.emitFile({ type: 'asset', fileName: licencesFile, source: textOf(all) })
        this.emitFile({ type: 'asset', fileName: bomFile, source: bomOf(all, root) })
      }
    }
  }
}

/** Assets say where they are from beginning at the root; ids may have a query. */
function absolute(id: string, root: string): string {
  const path = id.replace(/\?.*$/, '')
  return path.startsWith('/') || /^[a-z]:/i.test(path) ? path : `${root}/${path}`
}
