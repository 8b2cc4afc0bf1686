import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { applyFound, findCards } from '../../src/laegna.ts'

/*
 * Each folder in test/samples-found is one case: `<rule>-<what>` shows how a rule finds cards,
 * `trap-<what>` what none of them may take for a card. The note is `input.md`, what is found in it,
 * and the note with all of it taken, in `expected.json`.
 * `UPDATE=1 npx vitest run test/found/samples.test.ts` writes the expectations anew; read them.
 */
const samples = join(import.meta.dirname, '../samples-found')

describe.each(readdirSync(samples))('%s', (name) => {
  it('is found as expected', () => {
    const folder = join(samples, name)
    const text = readFileSync(join(folder, 'input.md'), 'utf8')
    const found = findCards({ path: `${name}.md`, text })
    const result = {
      found: found.map(({ rule, line, kind, question, answer, bothWays }) => ({
        place: `line ${String(line)}: ${rule}${bothWays ? ', both ways' : ''}`,
        question,
        ...(kind === 'basic' && { answer })
      })),
      applied: found.length === 0 ? undefined : applyFound(text, found).split('\n')
    }
    const path = join(folder, 'expected.json')
    if (process.env['UPDATE']) writeFileSync(path, `${JSON.stringify(result, null, 2)}\n`)
    expect(result).toEqual(JSON.parse(readFileSync(path, 'utf8')))
    if (name.startsWith('trap-')) expect(found).toEqual([])
  })
})
