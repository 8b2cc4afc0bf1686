import { toJsonSchema } from '@valibot/to-json-schema'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { manifestSchema } from '../../src/export/dataset/zip/manifest-schema.ts'

const path = join(import.meta.dirname, '../../src/export/dataset/zip/manifest.schema.json')

test('manifest.schema.json says what the manifest is; UPDATE=1 writes it anew', () => {
  const schema = toJsonSchema(manifestSchema, { errorMode: 'ignore' })
  const text = `${JSON.stringify({ title: 'Manifest of a Laegna dataset', ...schema }, null, 2)}\n`
  if (process.env['UPDATE']) writeFileSync(path, text)
  expect(text).toBe(readFileSync(path, 'utf8'))
})
