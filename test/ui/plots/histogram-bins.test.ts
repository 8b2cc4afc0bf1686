import fc from 'fast-check'
import { expect, test } from 'vitest'
import { histogramBins } from '../../../src/ui/plots/histogram-bins.ts'

test('every value lies in one bar, the bars follow each other, and there are few of them', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(200_000), { minLength: 1 }), (values) => {
      const bins = histogramBins(values)
      expect(bins.length).toBeLessThanOrEqual(26)
      expect(bins[0]!.from).toBe(0)
      bins.forEach((bin, at) => {
        expect(bin.to).toBeGreaterThan(bin.from)
        if (at > 0) expect(bin.from).toBe(bins[at - 1]!.to)
        expect(bin.count).toBe(values.filter((one) => one >= bin.from && one < bin.to).length)
      })
    })
  )
})

test('bars have round widths; a value far out does not press all others into the first', () => {
  expect(histogramBins([3, 40, 90]).map(({ to }) => to)[0]).toBe(5)
  const bins = histogramBins([...Array.from({ length: 99 }, (_, at) => 20 + at), 50_000])
  expect(bins.filter(({ count }) => count > 0).length).toBeGreaterThan(3)
  const widths = bins.slice(0, -1).map(({ from, to }) => to - from)
  expect(new Set(widths).size).toBe(1)
  expect(bins.at(-1)).toMatchObject({ to: 50_001, count: 1 })
  expect(histogramBins([])).toEqual([])
})
