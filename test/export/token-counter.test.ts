import { describe, expect, test } from 'vitest'
import { countAll, tokenCounter } from '../../src/export/dataset/records/token-counter.ts'

const estimate = async (texts: string[]) => countAll(texts, await tokenCounter())

test('counts short texts, text that looks like a command to a model included', async () => {
  expect(await estimate(['Hello world', '', 'Stop <|endoftext|> here'])).toEqual([2, 0, 9])
})

test('a run without blanks, on which the encoder is quadratic, is still counted', async () => {
  const [tokens] = await estimate(['x'.repeat(300_000)])
  expect(tokens).toBeGreaterThan(10_000)
})

test('of very much text the estimate goes by the beginnings, and stays near', async () => {
  const text = 'The quick brown fox jumps over the lazy dog. '.repeat(1000)
  const [exact = 0] = await estimate([text])
  for (const tokens of await estimate(Array.from({ length: 50 }, () => text))) {
    expect(Math.abs(tokens - exact)).toBeLessThan(exact * 0.02)
  }
})

describe('a tokenizer.json of a model', () => {
  /** Knows two words and single letters. */
  const json = JSON.stringify({
    version: '1.0',
    added_tokens: [],
    normalizer: null,
    pre_tokenizer: { type: 'Whitespace' },
    post_processor: null,
    decoder: null,
    model: {
      type: 'WordPiece',
      unk_token: '[UNK]',
      continuing_subword_prefix: '##',
      max_input_chars_per_word: 100,
      vocab: { '[UNK]': 0, small: 1, cell: 2, '##s': 3 }
    }
  })

  test('counts exactly as it says', async () => {
    const counter = await tokenCounter({ name: 'mine.json', json })
    expect(counter).toMatchObject({ name: 'mine.json', exact: true })
    expect(countAll(['small cells', 'cell', ''], counter)).toEqual([3, 1, 0])
  })

  test.each(['', '{"a": 1}', '[1, 2]', 'not JSON'])(
    'that is none (%s) is refused, with what to do',
    async (json) => {
      await expect(tokenCounter({ name: 'x.json', json })).rejects.toThrow(
        /x\.json is no tokenizer/
      )
    }
  )
})

test('an estimate is that of a vocabulary of today: blanks in a row are one token, not one each', async () => {
  const table = '| a                    | b                    |\n'.repeat(50)
  const [tokens] = await estimate([table])
  expect(tokens).toBeLessThan(500)
})
