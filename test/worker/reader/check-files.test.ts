import JSZip from 'jszip'
import { expect, test } from 'vitest'
import { checkFiles } from '../../../src/worker/reader/check-files.ts'

async function zip(): Promise<Uint8Array<ArrayBuffer>> {
  const zip = new JSZip()
  zip.file('a.txt', 'What a file holds, '.repeat(200))
  return new Uint8Array(await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' }))
}

const file = (name: string, bytes: Uint8Array<ArrayBuffer>) => ({ name, blob: new Blob([bytes]) })

test('a whole zip passes, and so does what is none', async () => {
  await checkFiles([file('set.zip', await zip()), file('cards.txt', new Uint8Array(3))])
})

test.each([
  ['cut off', (bytes: Uint8Array<ArrayBuffer>) => bytes.slice(0, bytes.length - 40)],
  ['changed inside', (bytes: Uint8Array<ArrayBuffer>) => bytes.with(50, (bytes[50] ?? 0) ^ 255)]
])('a zip that is %s is not given out', async (_, harm) => {
  const bytes = harm(await zip())
  await expect(checkFiles([file('deck.apkg', bytes)])).rejects.toThrow('deck.apkg was written, but')
})
