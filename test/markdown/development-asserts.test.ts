import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'

/** Signs at which one construct looks ahead for others. */
const texts = [
  'https://x.org/`a`[{{c1::`x`}}',
  'https://x.org/a[/Q]《{{c1::x}}》',
  '^[`x](y)`\\``a``b`',
  '^[a \\`b` c` $x$ \\$$y$]',
  '[[a|b`c`]] ((x)) ==`y`== %%z%% ^ab',
  'a\n: b\n\n> [!note] c\n> $$\n> x\n> $$'
]

/** Reads texts from standard input with the build of the parser that looks whether constructs keep its rules. */
const script = `
import { readFileSync } from 'node:fs'
import { parse } from './src/markdown/parse.ts'
for (const text of JSON.parse(readFileSync(0, 'utf8'))) {
  try { parse(text) } catch (error) { console.log(text + ' → ' + error.message) }
}`

it('keeps what the parser asserts in development', () => {
  const options = ['--conditions', 'development', '--import', 'tsx', '--input-type=module']
  const said = execFileSync(process.execPath, [...options, '-e', script], {
    input: JSON.stringify(texts),
    encoding: 'utf8'
  })
  expect(said).toBe('')
})
