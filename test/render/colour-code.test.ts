import { toHtml } from 'hast-util-to-html'
import { expect, test } from 'vitest'
import { colourCode } from '../../src/render/preview/colour-code.ts'

test.each([
  ['javascript', '`${'],
  ['python', 'f"{'],
  ['ruby', '"#{'],
  ['rust', '/*'],
  ['haskell', '{-'],
  ['swift', '"\\('],
  ['kotlin', '"${']
])('code of %s that stands too deep in itself stays as it is', (language, piece) => {
  expect(colourCode(piece.repeat(10_000), language)).toBeUndefined()
  const some = colourCode(piece.repeat(20), language)
  expect(toHtml({ type: 'root', children: some ?? [] })).toContain('hljs-')
})
