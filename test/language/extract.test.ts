import { expect, test } from 'vitest'
import { extract } from '../../vite/texts/extract.ts'

async function textsOf(code: string): Promise<string[]> {
  const { texts } = await extract('src/ui/any.ts', code, () => 0)
  return texts.map(({ id }) => id)
}

test.each([
  ['a default of a function', "function f(label = 'Undo') { return label }"],
  ['a default of an arrow function', "const f = (label = 'Undo') => label"],
  ['a default of a method', "class A { f(label = 'Undo') { return label } }"],
  [
    'a default among others',
    "function f({ label = 'Undo' }: { label?: string } = {}) { return label }"
  ],
  ['a field', "class A { what = $state('Undo') }"]
])('a text is taken out of the code where it is %s', async (_, code) => {
  expect(await textsOf(code)).toEqual(['Undo'])
})

test.each([
  "const names = { light: 'dark' }",
  "const nouns: Record<Kind, string> = { light: 'dark' }",
  "const one = { id: 'light', label: 'dark' }",
  "class A { words = { light: 'dark' } }"
])('a small word is a text where its name says so: %s', async (code) => {
  expect(await textsOf(code)).toEqual(['dark'])
})

test('what the code compares or keeps is no text', async () => {
  const code = "const one = { id: 'light', theme: x === 'dark' ? 'dark' : 'system' }"
  expect(await textsOf(code)).toEqual([])
})
