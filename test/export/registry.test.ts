import packageJson from '../../package.json' with { type: 'json' }
import { expect, test } from 'vitest'
import { appVersion } from '../../src/export/shared/app-version.ts'
import { exporters } from '../../src/export/registry.ts'

test('what can be exported to, in the order of the panel', () => {
  expect(exporters.map(({ id, extension }) => [id, extension])).toEqual([
    ['anki-package', 'apkg'],
    ['anki-text', 'txt'],
    ['anki-json', 'json'],
    ['dataset', 'zip'],
    ['html', 'html'],
    ['quizlet', 'csv'],
    ['cards-markdown', 'md']
  ])
})

test('the version written into exports is that of the program', () => {
  expect(appVersion).toBe(packageJson.version)
})
