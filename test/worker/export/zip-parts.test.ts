import JSZip from 'jszip'
import { expect, test } from 'vitest'
import { ZipParts } from '../../../src/worker/export/zip-parts.ts'

test('files of a zip are listed with their sizes, and each comes alone', async () => {
  const zip = new JSZip()
  zip.file('notes-dataset/README.md', 'Read me.')
  zip.file('notes-dataset/litgpt/train.json', '[]\n')
  const bytes = await zip.generateAsync({ type: 'uint8array' })
  let written = 0
  const write = async () => {
    written += 1
    return [{ name: 'notes-dataset.zip', mime: '', bytes }]
  }
  const parts = new ZipParts()
  expect(await parts.take('README.md')).toBeUndefined()
  expect(await parts.list('one', write)).toEqual([
    { path: 'README.md', size: 8 },
    { path: 'litgpt/train.json', size: 3 }
  ])
  const file = await parts.take('litgpt/train.json')
  expect(file?.name).toBe('train.json')
  expect(await file?.blob.text()).toBe('[]\n')
  await parts.list('one', write)
  expect(written).toBe(1)
  await parts.list('another', write)
  expect(written).toBe(2)
})
