import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { mayShip } from '../../vite/licences/shipped.ts'

test.each([
  ['MIT', true],
  ['(MIT OR GPL-3.0-or-later)', true],
  ['MIT AND BSD-3-Clause', true],
  ['MIT AND GPL-3.0-only', false],
  ['AGPL-3.0-only', false],
  ['GPL-3.0-or-later', false],
  ['SEE LICENSE IN LICENSE', false],
  ['', false]
])('a package under %s may be shipped: %s', (licence, may) => {
  expect(mayShip(licence)).toBe(may)
})

test('nothing that ships runs a script when it is installed', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, { dev?: boolean; hasInstallScript?: boolean }>
  }
  const scripted = Object.entries(packages).filter(([, one]) => !one.dev && one.hasInstallScript)
  expect(scripted.map(([path]) => path)).toEqual([])
})
