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

  const changed = (change: object): string =>
    JSON.stringify({ ...(JSON.parse(json) as object), ...change })

  test.each<[what: string, change: object]>([
    ['a word of no letters', { added_tokens: [{ id: 5, content: '' }] }],
    [
      'a word that only says how long it is',
      { added_tokens: [{ id: 5, content: { length: 1e9 } }] }
    ],
    ['pieces of no length', { pre_tokenizer: { type: 'FixedLength', length: 0 } }],
    [
      'pieces of no length further in',
      {
        pre_tokenizer: { type: 'Sequence', pretokenizers: [{ type: 'FixedLength', length: 0 }] }
      }
    ],
    [
      'replacements that double a text forty times',
      {
        normalizer: {
          type: 'Sequence',
          normalizers: Array.from({ length: 40 }, () => ({
            type: 'Replace',
            pattern: { String: 'a' },
            content: 'aa'
          }))
        }
      }
    ],
    ['numbers as words', { model: { type: 'WordPiece', vocab: { a: '1' } } }]
  ])('that would never end or count nothing is refused: %s', async (_, change) => {
    const file = { name: 'x.json', json: changed(change) }
    await expect(tokenCounter(file)).rejects.toThrow(/x\.json is no tokenizer/)
  })

  test('knows words that are names of properties', async () => {
    const vocab = '{"[UNK]": 0, "constructor": 1, "##__proto__": 2}'
    const own = json.replace(/"vocab":\{.*?\}/, `"vocab":${vocab}`)
    const counter = await tokenCounter({ name: 'mine.json', json: own })
    expect(countAll(['constructor__proto__'], counter)).toEqual([2])
  })
})

test('an estimate is that of a vocabulary of today: blanks in a row are one token, not one each', async () => {
  const table = '| a                    | b                    |\n'.repeat(50)
  const [tokens] = await estimate([table])
  expect(tokens).toBeLessThan(500)
})
