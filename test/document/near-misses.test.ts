import { expect, it } from 'vitest'
import { compile } from '../../src/laegna.ts'

it.each([
  [2000, true],
  [2001, false]
])('brackets %i characters apart are a pair: %s', (length, isPair) => {
  const text = `[/q]${'a'.repeat(length)}[q/]`
  const [problem] = compile([{ path: 'a.md', text }]).diagnostics
  expect(problem?.code).toBe('near-miss-tag')
  expect(problem?.fix !== undefined).toBe(isPair)
})
