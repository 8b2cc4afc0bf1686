import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')

test.each(['docs/architecture.md', 'CONTRIBUTING.md'])(
  'every file that %s names exists',
  (page) => {
    const text = readFileSync(join(root, page), 'utf8')
    const named = [...text.matchAll(/`((?:src|test|vite|docs)\/[^`\s<>*{}]*)`/g)].map(
      ([, path]) => path!
    )
    expect(named.length).toBeGreaterThan(10)
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([])
  }
)
