import { expect, test } from 'vitest'
import { estimateTokens } from '../../src/export/dataset/estimate-tokens.ts'

test('counts short texts, text that looks like a command to a model included', async () => {
  expect(await estimateTokens(['Hello world', '', 'Stop <|endoftext|> here'])).toEqual([2, 0, 9])
})

test('a run without blanks, on which the encoder is quadratic, is still counted', async () => {
  const [tokens] = await estimateTokens(['x'.repeat(300_000)])
  expect(tokens).toBeGreaterThan(10_000)
})

test('of very much text the estimate goes by the beginnings, and stays near', async () => {
  const text = 'The quick brown fox jumps over the lazy dog. '.repeat(1000)
  const [exact = 0] = await estimateTokens([text])
  for (const tokens of await estimateTokens(Array.from({ length: 50 }, () => text))) {
    expect(Math.abs(tokens - exact)).toBeLessThan(exact * 0.02)
  }
})
