import { ESLint } from 'eslint'
import { join } from 'node:path'
import ts from 'typescript-eslint'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')

/** Every place in src, and the places it may import from: the picture in CONTRIBUTING.md, in full. */
const house: Record<string, string[]> = {
  say: ['say'],
  markdown: ['markdown'],
  render: ['say', 'markdown', 'render'],
  document: ['say', 'markdown', 'render', 'document', 'document/model.ts'],
  export: ['say', 'markdown', 'render', 'document', 'document/model.ts', 'export'],
  'laegna.ts': [
    'say',
    'markdown',
    'render',
    'document',
    'document/model.ts',
    'export',
    'laegna.ts'
  ],
  storage: ['say', 'document/model.ts', 'laegna.ts', 'storage'],
  'anki-connect': ['say', 'document/model.ts', 'laegna.ts', 'anki-connect'],
  worker: ['say', 'document/model.ts', 'laegna.ts', 'storage', 'worker'],
  state: [
    'say',
    'document/model.ts',
    'laegna.ts',
    'storage',
    'anki-connect',
    'diagrams',
    'worker',
    'language',
    'offline',
    'state',
    'examples'
  ],
  ui: [
    'say',
    'document/model.ts',
    'laegna.ts',
    'storage',
    'anki-connect',
    'diagrams',
    'worker',
    'language',
    'state',
    'ui',
    'examples'
  ],
  language: ['language'],
  'main.ts': ['language', 'page.ts'],
  'page.ts': ['storage', 'worker', 'state', 'ui', 'page.ts'],
  examples: ['document', 'document/model.ts', 'examples'],
  diagrams: ['say', 'diagrams'],
  offline: ['offline']
}
const places = [...new Set(Object.values(house).flat())]

const waysToImport = [
  (path: string) => `import * as name from '${path}'\nvoid name\n`,
  (path: string) => `import type { Name } from '${path}'\n\nexport type Names = Name[]\n`,
  (path: string) => `import '${path}'\n`,
  (path: string) => `void import('${path}')\n`,
  (path: string) => `export type Name = import('${path}').Name\n`,
  (path: string) => `export const url = new URL('${path}', import.meta.url)\n`
]

// The snippets are no files of the project, so the rules that ask the type checker are left out.
const eslint = new ESLint({ cwd: root, overrideConfig: [ts.configs.disableTypeChecked] })

async function rulesBroken(path: string, code: string): Promise<string[]> {
  const results = await eslint.lintText(code, { filePath: join(root, path) })
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => ruleId ?? message))
}

describe('what a place in src may import', () => {
  test.each(Object.entries(house))('%s', async (from, known) => {
    const fromFile = from.endsWith('.ts')
    for (const place of places) {
      const file = place.endsWith('.ts') ? place : `${place}/shared/thing.ts`
      const specifier = `${fromFile ? './' : '../../'}${file}`
      const importer = fromFile ? `src/${from}` : `src/${from}/html/snippet.ts`
      const expected = known.includes(place) ? [] : ['house/imports']
      for (const write of waysToImport) {
        const code = write(specifier)
        expect(await rulesBroken(importer, code), code).toEqual(expected)
      }
    }
  })
})

describe('what no file may do', () => {
  const script = (code: string) => `<script lang="ts">\n  ${code}\n</script>\n`
  const cases: [what: string, rule: string, path: string, code: string][] = [
    ['import upwards', 'house/imports', 'src/ui/A.svelte', script("import '../export/a.ts'")],
    ['import another exporter', 'house/imports', 'src/export/html/a.ts', "import '../anki/a.ts'\n"],
    ['import a test', 'house/imports', 'src/ui/a.ts', "import '../../test/ui/a.ts'\n"],
    ['omit the ending', 'house/imports', 'test/a.test.ts', "import '../src/laegna'\n"],
    ['import what is not declared', 'house/imports', 'src/ui/a.ts', "import 'picocolors'\n"],
    ['import from Node', 'house/imports', 'src/ui/a.ts', "import 'node:fs'\n"],
    ['live outside the house', 'house/imports', 'src/attic/a.ts', "import '../laegna.ts'\n"],
    ['glue a sentence', 'house/sayings', 'src/document/a.ts', 'say(`${path} is empty.`)\n'],
    ['re-export', 'no-restricted-syntax', 'src/ui/a.ts', "export * from './b.ts'\n"],
    ['be called utils', 'no-restricted-syntax', 'src/ui/utils.ts', 'export const one = 1\n'],
    ['be named in camelCase', 'no-restricted-syntax', 'src/ui/aB.ts', 'export const one = 1\n'],
    ['be a component in lower case', 'no-restricted-syntax', 'src/ui/a.svelte', '<p>text</p>\n'],
    ['write to the console', 'no-console', 'src/ui/a.ts', 'console.log(1)\n'],
    ['say any', '@typescript-eslint/no-explicit-any', 'src/ui/a.ts', 'export let one: any\n'],
    ['set HTML', 'svelte/no-at-html-tags', 'src/ui/A.svelte', "{@html '<b></b>'}\n"]
  ]
  test.each(cases)('%s', async (_, rule, path, code) => {
    expect(await rulesBroken(path, code)).toContain(rule)
  })
})
