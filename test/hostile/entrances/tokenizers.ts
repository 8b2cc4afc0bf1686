import { ExportError } from '../../../src/export/contract.ts'
import { countAll, tokenCounter } from '../../../src/export/dataset/records/token-counter.ts'
import { demand } from './demand.ts'
import type { Entrance } from './entrance.ts'
import { bytesOf, textOf } from './pack.ts'

const added = {
  id: 5,
  content: '<s>',
  single_word: false,
  lstrip: false,
  rstrip: false,
  normalized: false,
  special: true
}

const wordPiece = {
  version: '1.0',
  added_tokens: [added],
  normalizer: {
    type: 'BertNormalizer',
    clean_text: true,
    handle_chinese_chars: true,
    strip_accents: null,
    lowercase: true
  },
  pre_tokenizer: { type: 'BertPreTokenizer' },
  post_processor: {
    type: 'TemplateProcessing',
    single: [{ SpecialToken: { id: '<s>', type_id: 0 } }, { Sequence: { id: 'A', type_id: 0 } }],
    pair: [],
    special_tokens: { '<s>': { id: '<s>', ids: [5], tokens: ['<s>'] } }
  },
  decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
  model: {
    type: 'WordPiece',
    unk_token: '[UNK]',
    continuing_subword_prefix: '##',
    max_input_chars_per_word: 100,
    vocab: { '[UNK]': 0, small: 1, cell: 2, '##s': 3, a: 4 }
  }
}

const bytePair = {
  version: '1.0',
  added_tokens: [added],
  normalizer: {
    type: 'Sequence',
    normalizers: [{ type: 'NFC' }, { type: 'Replace', pattern: { Regex: ' {2,}' }, content: ' ' }]
  },
  pre_tokenizer: {
    type: 'Sequence',
    pretokenizers: [
      {
        type: 'Split',
        pattern: { Regex: '\\p{L}+|\\p{N}| ' },
        behavior: 'Isolated',
        invert: false
      },
      { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true, use_regex: false }
    ]
  },
  post_processor: { type: 'ByteLevel', add_prefix_space: true, trim_offsets: false },
  decoder: { type: 'ByteLevel' },
  model: {
    type: 'BPE',
    dropout: null,
    unk_token: 'a',
    continuing_subword_prefix: null,
    end_of_word_suffix: null,
    fuse_unk: false,
    byte_fallback: false,
    vocab: { a: 0, b: 1, c: 2, ab: 3, abc: 4 },
    merges: [['a', 'b'], 'ab c']
  }
}

const unigram = {
  version: '1.0',
  added_tokens: [],
  normalizer: { type: 'Precompiled', precompiled_charsmap: 'AAAA' },
  pre_tokenizer: { type: 'Metaspace', replacement: '▁', prepend_scheme: 'always', split: true },
  post_processor: null,
  decoder: { type: 'Metaspace', replacement: '▁', prepend_scheme: 'always', split: true },
  model: {
    type: 'Unigram',
    unk_id: 0,
    vocab: [
      ['<unk>', 0],
      ['▁a', -1],
      ['b', -2.5],
      ['▁', -3]
    ],
    byte_fallback: false
  }
}

const texts = ['small cells a', '', 'abc  aab 12', 'Ein Wort, 世界 \u0000\ud800', 'x'.repeat(1000)]

/** tokenizer.json of a model, of each kind that they are. */
export const tokenizers = Object.entries({ wordPiece, bytePair, unigram }).map(
  ([name, sound]): Entrance => ({
    name: `a tokenizer (${name})`,
    parts: { json: JSON.stringify(sound) },
    pack: ({ json = '' }) => bytesOf(json),
    judge: async (bytes) => {
      try {
        const counter = await tokenCounter({ name: 'tokenizer.json', json: textOf(bytes) })
        const counts = countAll(texts, counter)
        demand(
          counts.every((count) => Number.isSafeInteger(count) && count >= 0),
          `counts in whole numbers: ${String(counts)}`
        )
        return true
      } catch (error) {
        if (!(error instanceof ExportError)) throw error
        demand(error.message.includes('tokenizer.json'), 'names the file')
        return false
      }
    }
  })
)
