import { expect, test } from 'vitest'
import { deckMediaName } from '../../src/laegna.ts'

test.each([
  ['img/Cell.PNG', /^laegna-[\da-f]{20}\.png$/],
  ['a.tar.gz', /^laegna-[\da-f]{20}\.gz$/],
  ['v1.2/cell', /^laegna-[\da-f]{20}$/],
  ['cell.notanending', /^laegna-[\da-f]{20}$/],
  ['cell.', /^laegna-[\da-f]{20}$/]
])('%s is in the deck by its bytes, with its ending', async (path, name) => {
  expect(await deckMediaName(path, new Uint8Array([1, 2, 3]))).toMatch(name)
})
