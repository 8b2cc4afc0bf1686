import { expect, test } from 'vitest'
import { exporters, type Place } from '../../src/laegna.ts'
import { inEnglish } from '../../src/say/say.ts'

function next(id: string, file: string, place: Place, options = {}) {
  const step = exporters.find((exporter) => exporter.id === id)?.next?.(file, place, options)
  return step && { words: inEnglish(step.said), line: step.line }
}

test('what to do with a deck is said for each system', () => {
  const words = (place: Place) => next('anki-package', 'Biology.apkg', place)?.words
  expect(words('windows')).toContain('Open Biology.apkg with a double click')
  expect(words('macos')).toContain('Anki → File → Import')
  expect(words('android')).toContain('AnkiDroid')
  expect(words('ios')).toContain('AnkiMobile')
})

test('a dataset comes with the one line that unpacks it and trains', () => {
  expect(next('dataset', 'biology-dataset.zip', 'linux')?.line).toBe(
    "cd ~/Downloads && python3 -m zipfile -e 'biology-dataset.zip' . && cd 'biology-dataset' && sh train.sh"
  )
  expect(next('dataset', 'biology-dataset.zip', 'windows')?.line).toContain('train.ps1')
  expect(next('dataset', 'biology-dataset.zip', 'ios')?.line).toBeUndefined()
})

test('Quizlet is told how it takes the text, not what a spreadsheet opens', () => {
  expect(next('quizlet', 'Biology.csv', 'linux')?.words).toContain('Create → Import')
  expect(next('quizlet', 'Biology.csv', 'linux', { separator: 'comma' })).toBeUndefined()
})
