import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

test('each promise of the page on safety stands beside tests that are there', () => {
  const rows = readFileSync('docs/security.md', 'utf8')
    .split('## What is promised')[1]
    ?.split('\n## ')[0]
    ?.split('\n')
    .filter((line) => line.startsWith('| ') && !/^\| (?:Promise|-)/.test(line))
  expect(rows?.length).toBeGreaterThan(10)
  for (const row of rows ?? []) {
    const named = [...row.matchAll(/`((?:test\/)?[\w/-]+\.(?:spec|test)\.ts)`/g)].map(
      ([, file = '']) => file
    )
    expect(named, row).not.toEqual([])
    let folder = ''
    for (const file of named) {
      // One without its folder lies in that of the one before it.
      const path = file.startsWith('test/') ? file : `${folder}/${file}`
      folder = path.slice(0, path.lastIndexOf('/'))
      expect(existsSync(path), path).toBe(true)
    }
  }
})
