import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A package of which something is in the build. */
export interface Shipped {
  name: string
  version: string
  /** An SPDX expression; empty where the package says none. */
  licence: string
  /** What its files say of its licence; empty where it has none. */
  text: string
}

const licenceFile = /^(?:licen[cs]e|copying|notice)/i

/** What a package says of itself; `licenses` is how it was said long ago. */
interface Said {
  name?: string
  version?: string
  license?: string
  licenses?: { type: string }[]
  dependencies?: Record<string, string>
}

/** The package that a module of the build is from; none for a file of ours. */
export function packageOf(file: string): Shipped | undefined {
  return found(file)?.shipped
}

/** The packages of a file that ships as it was made elsewhere: it holds what its package needs, too. */
export function packagesIn(file: string): Shipped[] {
  const all = new Map<string, Shipped>()
  const add = (one: Found | undefined): void => {
    if (!one || all.has(one.folder)) return
    all.set(one.folder, one.shipped)
    for (const name of one.needs) add(found(installed(name, one.folder)))
  }
  add(found(file))
  return [...all.values()]
}

interface Found {
  folder: string
  shipped: Shipped
  needs: string[]
}

function found(file: string): Found | undefined {
  if (!file.includes('/node_modules/')) return undefined
  for (let folder = dirname(file); !folder.endsWith('/node_modules'); folder = dirname(folder)) {
    const path = join(folder, 'package.json')
    if (!existsSync(path)) continue
    const said = JSON.parse(readFileSync(path, 'utf8')) as Said
    const { name, version, dependencies = {} } = said
    // Folders of a package may have a file of that name of their own, that says less.
    if (name === undefined || version === undefined) continue
    const text = textIn(folder)
    const shipped = { name, version, licence: licenceOf(said, text), text }
    return { folder, shipped, needs: Object.keys(dependencies) }
  }
  return undefined
}

/** Where the package of that name is that a package in `folder` gets; types are in no build. */
function installed(name: string, folder: string): string {
  if (name.startsWith('@types/')) return ''
  for (let above = folder; above !== dirname(above); above = dirname(above)) {
    const path = join(above, 'node_modules', name, 'package.json')
    if (existsSync(path)) return path
  }
  return ''
}

function textIn(folder: string): string {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && licenceFile.test(entry.name))
    .map(({ name }) => readFileSync(join(folder, name), 'utf8').replace(/\r\n?/g, '\n').trim())
    .join('\n\n')
}

function licenceOf({ license, licenses = [] }: Said, text: string): string {
  if (license !== undefined) return license
  if (licenses.length > 0) return licenses.map(({ type }) => type).join(' OR ')
  return text.includes('Permission is hereby granted, free of charge') ? 'MIT' : ''
}

/** What may be given away with a page under MIT; of the MPL the files stay as they are. */
const allowed = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MPL-2.0',
  'Unlicense',
  'Zlib'
])

/** Whether an SPDX expression leaves a choice that may be shipped; brackets within brackets count as no. */
export function mayShip(licence: string): boolean {
  return licence
    .replace(/^\((.*)\)$/, '$1')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((one) => allowed.has(one)))
}
