import { expect, test } from 'vitest'
import { placeHere } from '../../../src/state/export/place-here.ts'

test('an iPad, which says it is a Mac, is known by its screen', () => {
  const userAgent = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)'
  expect(placeHere({ userAgent, maxTouchPoints: 5 } as Navigator)).toBe('ios')
  expect(placeHere({ userAgent, maxTouchPoints: 0 } as Navigator)).toBe('macos')
})
