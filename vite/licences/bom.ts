import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Shipped } from './shipped.ts'

/** A bill of materials as CycloneDX 1.5 has it; without a time, so that the same build gives the same bytes. */
export function bomOf(shipped: readonly Shipped[], root: string): string {
  const read = (name: string): unknown => JSON.parse(readFileSync(join(root, name), 'utf8'))
  const { name, version, license } = read('package.json') as Record<string, string>
  const { packages } = read('package-lock.json') as Lock
  const hashes = new Map(
    Object.entries(packages).map(([path, { version, integrity }]) => [
      `${path.slice(path.lastIndexOf('node_modules/') + 13)}@${version ?? ''}`,
      integrity
    ])
  )
  const bom = {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: {
      component: { type: 'application', name, version, licenses: [{ license: { id: license } }] }
    },
    components: shipped.map(({ name, version, licence }) => ({
      type: 'library',
      'bom-ref': `${name}@${version}`,
      name,
      version,
      purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
      licenses: [licence.includes(' ') ? { expression: licence } : { license: { id: licence } }],
      ...hashOf(hashes.get(`${name}@${version}`))
    }))
  }
  return `${JSON.stringify(bom, null, 2)}\n`
}

interface Lock {
  packages: Record<string, { version?: string; integrity?: string }>
}

function hashOf(integrity: string | undefined): object {
  const [, base64] = /^sha512-(.+)$/.exec(integrity ?? '') ?? []
  if (base64 === undefined) return {}
  return { hashes: [{ alg: 'SHA-512', content: Buffer.from(base64, 'base64').toString('hex') }] }
}
