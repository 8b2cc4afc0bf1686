import { relative } from 'node:path'
import { dirname, join } from 'node:path/posix'
import { compileTranslation } from 'wuchale/compiler'
import type { Plugin } from 'vite'
import { languages } from '../../src/language/languages.ts'
import { readCatalogue, wordings } from './catalogues.ts'
import { extract, joined, pageFiles, read, root, type Extracted } from './extract.ts'
import { entry, firstFiles, page } from './first-files.ts'
import { saidIn, sayings } from './sayings.ts'
import { keyOf, type Text } from './text.ts'

/** The texts that are shown with the first load, and those of all that is loaded later. */
const groups = ['first', 'later'] as const
type Group = (typeof groups)[number]

/** What says the sentences that the first view may show: the problems of a text, and why it is not saved. */
const saysAtOnce = /^src\/(?:document|render|worker\/reader|storage\/[^/]+$)/

const runtime = 'virtual:texts'
const lower =
  /^src\/(?:document\/settings|say|storage|worker|language\/(?:figures|plural)|state\/(?:sync\/latest|page\/worded|project\/free-name|commands\/keys))/
const lazy = /(?<!typeof )\bimport\(\s*'(\.{1,2}\/[^'?]+)'\s*\)(?!\.[A-Z])/g

/**
 * Takes the texts out of the built page: its code asks for them by number, and one small file for each
 * language and group holds them. Only that of the page's language is loaded: the first before the
 * page begins, the other with the first part that is loaded later. `inOne`: all languages stand in the
 * page itself.
 */
export function texts({ inOne = false } = {}): Plugin {
  let files = new Map<string, { code: string; group: Group; extracted: Extracted }>()
  let catalogues = new Map<string, string>()
  return {
    name: 'texts',
    apply: 'build',
    enforce: 'pre',
    config() {
      if (inOne) return {}
      // Of what lies below the page and is always loaded with it, rolldown would make a file of each module.
      const whole = firstFiles([page])
      const test = (id: string) => {
        const file = relative(root, id).replaceAll('\\', '/')
        return lower.test(file) && whole.has(file)
      }
      const groups = [{ name: 'lower', test, includeDependenciesRecursively: false }]
      return { build: { rolldownOptions: { output: { codeSplitting: { groups } } } } }
    },
    async buildStart() {
      const first = firstFiles()
      const numbers = { first: new Map<string, number>(), later: new Map<string, number>() }
      const all = { first: [] as Text[], later: [] as Text[] }
      files = new Map()
      for (const file of pageFiles()) {
        const code = read(file)
        const group = first.has(file) ? 'first' : 'later'
        const known = numbers[group]
        const extracted = await extract(file, code, (key) => {
          if (!known.has(key)) known.set(key, known.size)
          return known.get(key) ?? 0
        })
        all[group].push(...extracted.texts)
        files.set(file, { code, group, extracted })
      }
      const said = sayings()
      catalogues = new Map(
        groups.flatMap((group) =>
          languages.map(({ code }) => {
            const translated = wordings(readCatalogue(code))
            const items = catalogue(translated, joined(all[group]), numbers[group])
            const own = said.filter(({ files }) => groupOf(files) === group)
            return [
              `${runtime}/${code}-${group}`,
              `export default ${JSON.stringify(items)}\nexport const said = ${JSON.stringify(saidIn(own, translated))}`
            ]
          })
        )
      )
    },
    resolveId: (id) => (id.startsWith(runtime) ? id : undefined),
    load(id) {
      return id === runtime ? loader(inOne) : catalogues.get(id)
    },
    transform(code, id) {
      const file = relative(root, id).replaceAll('\\', '/')
      if (file === entry) return { code: waiting(file, code, 'firstTexts', () => true), map: null }
      const known = files.get(file)
      if (known?.code !== code) return undefined
      const imported = `import { ${known.group} as _w_runtime_, ${known.group} as _w_runtime_mod_ } from '${runtime}'`
      const without = known.extracted.output?.(imported).code ?? code
      const isLater = (other: string) => files.get(other)?.group === 'later'
      return { code: waiting(file, without, 'laterTexts', isLater), map: null }
    }
  }
}

function groupOf(files: string[]): Group {
  return files.some((file) => saysAtOnce.test(file)) ? 'first' : 'later'
}

/** Parts of the page that come with texts of their own wait for those. */
function waiting(
  file: string,
  code: string,
  wait: 'firstTexts' | 'laterTexts',
  doesWait: (file: string) => boolean
): string {
  const changed = code.replace(lazy, (load: string, path: string) =>
    doesWait(join(dirname(file), path)) ? `_w_wait_(() => ${load})` : load
  )
  if (changed === code) return code
  const imported = `import { ${wait} as _w_wait_ } from '${runtime}'\n`
  return file.endsWith('.svelte')
    ? changed.replace('<script lang="ts">', (tag) => `${tag}\n${imported}`)
    : imported + changed
}

function catalogue(
  translated: ReadonlyMap<string, string[]>,
  all: Text[],
  numbers: ReadonlyMap<string, number>
): unknown[] {
  const items: unknown[] = []
  for (const text of all) {
    const key = keyOf(text)
    // By the words without the blanks around them the code was given its numbers.
    const number = numbers.get(key.trim())
    if (number === undefined) throw new Error(`“${text.id}” has no number.`)
    if (items[number] !== undefined)
      throw new Error(`“${text.id}” stands with and without blanks around it.`)
    const own = translated.get(key)
    items[number] =
      text.plural === undefined
        ? compileTranslation(own?.[0] ?? '', compileTranslation(text.id, text.id))
        : (own ?? [text.id, text.plural])
  }
  return items
}

function loader(inOne: boolean): string {
  const codes = languages.map(({ code }) => code)
  const imports = inOne
    ? groups.flatMap((group) =>
        codes.map((code) => `import * as ${code}_${group} from '${runtime}/${code}-${group}'`)
      )
    : []
  const table = (group: Group): string =>
    codes
      .map((code) => {
        const module = inOne ? `${code}_${group}` : `() => import('${runtime}/${code}-${group}')`
        return `${code}: ${module}`
      })
      .join(', ')
  const runtimes = groups.map((group) =>
    inOne
      ? `export const ${group} = taken({ ${table(group)} }[language.code])
export const ${group}Texts = (load) => load()`
      : `export let ${group}
export const ${group}Texts = after({ ${table(group)} }, (texts) => (${group} ??= texts))`
  )
  return `
import { textsOf } from '/src/language/runtime.ts'
import { takeSayings } from '/src/language/sayings.ts'
import { language } from '/src/language/language.ts'
${imports.join('\n')}
const taken = ({ default: texts, said }) => {
  takeSayings(said)
  return textsOf(texts)
}
const after = (all, take) => {
  let coming
  return async (load) => {
    coming ??= all[language.code]()
    try {
      take(taken(await coming))
    } catch (error) {
      coming = undefined
      throw error
    }
    return load()
  }
}
${runtimes.join('\n')}`
}
