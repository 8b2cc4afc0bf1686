import { createRequire } from 'node:module'
import { beforeAll, describe, expect, test } from 'vitest'
import { Language, type Node, Parser } from 'web-tree-sitter'
import { exportDataset } from './open-zip.ts'
import { book } from './projects.ts'

/*
 * No package brings PowerShell along, so train.ps1 is not run here: its grammar is checked, and what
 * reviewers of PowerShell look for first.
 */
let script = ''
let root: Node

beforeAll(async () => {
  script = (await exportDataset(book(3, 2))).texts.get('train.ps1')!
  await Parser.init()
  const grammar = createRequire(import.meta.url).resolve(
    'tree-sitter-powershell/tree-sitter-powershell.wasm'
  )
  const parser = new Parser()
  parser.setLanguage(await Language.load(grammar))
  root = parser.parse(script)!.rootNode
})

const all = (type: string): string[] => root.descendantsOfType(type).map(({ text }) => text)

describe('train.ps1', () => {
  test('parses as PowerShell, without an error', () => {
    expect(all('ERROR')).toEqual([])
    expect(root.hasError).toBe(false)
  })

  test('calls no alias, no Invoke-Expression, nothing that swallows errors', () => {
    const called = new Set(all('command_name').map((name) => name.toLowerCase()))
    for (const alias of [
      'iex',
      'invoke-expression',
      'cd',
      'ls',
      'cp',
      'rm',
      'cat',
      'echo',
      '%',
      '?'
    ]) {
      expect(called).not.toContain(alias)
    }
    expect(script).not.toMatch(/catch\s*\{\s*\}/)
  })

  test('compares null on the left or not at all, and assigns to no automatic variable', () => {
    expect(script).not.toMatch(/\S+ -(?:eq|ne) \$null/)
    const assigned = all('left_assignment_expression').map((name) => name.toLowerCase())
    for (const name of ['$args', '$input', '$host', '$error', '$matches', '$pid', '$home']) {
      expect(assigned).not.toContain(name)
    }
  })
})
