import { expect, it } from 'vitest'
import { colourCode } from '../../src/render/preview/colour-code.ts'
import { knownLanguage } from '../../src/render/preview/code-languages.ts'

it.each(['rust', 'py', 'c++', 'vue', 'obj-c++', 'sh-session', 'cmd', 'dockerfile', 'ps1', 'tex'])(
  'a language that is called known is known: %s',
  (name) => {
    expect(knownLanguage(name)).toBe(name)
    expect(colourCode('x', name)).toBeDefined()
  }
)

it('reads the name out of what stands beside it', () => {
  expect(knownLanguage('rust,ignore,should_panic')).toBe('rust')
  expect(knownLanguage('{.python .input}')).toBe('python')
  expect(knownLanguage('C#')).toBe('c#')
  expect(knownLanguage('')).toBeUndefined()
  expect(knownLanguage('plantuml')).toBeUndefined()
})
