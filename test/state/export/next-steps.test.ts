import { expect, test } from 'vitest'
import { nextStep, systemHere } from '../../../src/state/export/next-steps.ts'

test('what to do with a deck is said for each system', () => {
  const words = (system: Parameters<typeof nextStep>[2]) =>
    nextStep('anki-package', 'Biology.apkg', system)?.words
  expect(words('windows')).toContain('double click')
  expect(words('macos')).toContain('Anki → File → Import')
  expect(words('android')).toContain('AnkiDroid')
  expect(words('ios')).toContain('AnkiMobile')
})

test('a dataset comes with the one line that unpacks it and trains', () => {
  expect(nextStep('dataset', 'biology-dataset.zip', 'linux')?.line).toBe(
    "cd ~/Downloads && python3 -m zipfile -e 'biology-dataset.zip' . && cd 'biology-dataset' && sh train.sh"
  )
  expect(nextStep('dataset', 'biology-dataset.zip', 'windows')?.line).toContain('train.ps1')
  expect(nextStep('dataset', 'biology-dataset.zip', 'ios')?.line).toBeUndefined()
})

test('an iPad, which says it is a Mac, is known by its screen', () => {
  const userAgent = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)'
  expect(systemHere({ userAgent, maxTouchPoints: 5 } as Navigator)).toBe('ios')
  expect(systemHere({ userAgent, maxTouchPoints: 0 } as Navigator)).toBe('macos')
})
