/** What a tiny model differs in from one that says `A: Paris` to everything. */
interface TinyModel {
  /** What it says, after any prompt that ends a line; each letter once. */
  says?: string
  architecture?: string
  /** It says that again and again. */
  endless?: boolean
  /** Rows that its words have too many, as some converters leave them. */
  spareRows?: number
}

const width = 288
const end = 2

/**
 * A GGUF file of a model of one layer, in some hundred kilobytes, as llama.cpp reads it: each letter calls
 * for the next one, and a line's end for the first. The format: docs/gguf.md of ggml.
 */
export function tinyGguf({
  says = 'A: Paris',
  architecture = 'llama',
  endless = false,
  spareRows = 0
}: TinyModel = {}): Uint8Array {
  const tokens = [
    '<unk>',
    '<s>',
    '</s>',
    ...Array.from({ length: 256 }, (_, byte) => byteName(byte))
  ]
  const next = new Map<number, number>()
  const chain = [10, ...Buffer.from(says, 'utf8')].map((byte) => byte + 3)
  for (const [at, token] of chain.entries())
    next.set(token, chain[at + 1] ?? (endless ? chain[1]! : end))
  const own = (name: string) => `${architecture}.${name}`
  const values = [
    text('general.architecture', architecture),
    ...Object.entries({
      block_count: 1,
      context_length: 2048,
      embedding_length: width,
      feed_forward_length: 32,
      'attention.head_count': 4,
      'attention.head_count_kv': 4,
      'rope.dimension_count': width / 4
    }).map(([name, value]) => value32(own(name), 4, value)),
    value32(own('attention.layer_norm_rms_epsilon'), 6, 1e-5),
    text('tokenizer.ggml.model', 'llama'),
    list('tokenizer.ggml.tokens', 8, tokens.map(string)),
    list(
      'tokenizer.ggml.scores',
      6,
      tokens.map(() => float(0))
    ),
    list(
      'tokenizer.ggml.token_type',
      5,
      tokens.map((_, at) => int(at > 2 ? 6 : at === 0 ? 2 : 3))
    ),
    value32('tokenizer.ggml.bos_token_id', 4, 1),
    value32('tokenizer.ggml.eos_token_id', 4, end),
    value32('tokenizer.ggml.unknown_token_id', 4, 0)
  ]
  const square = [width, width]
  const zeros = (...shape: number[]) => ({ shape, at: () => 0 })
  const ones = { shape: [width], at: () => 1 }
  const tensors = Object.entries({
    'token_embd.weight': {
      shape: [width, tokens.length + spareRows],
      at: (x: number, y: number) => Number(x === y)
    },
    'output_norm.weight': ones,
    'output.weight': {
      shape: [width, tokens.length],
      at: (x: number, y: number) => Number(next.get(x) === y)
    },
    'blk.0.attn_norm.weight': ones,
    'blk.0.attn_q.weight': zeros(...square),
    'blk.0.attn_k.weight': zeros(...square),
    'blk.0.attn_v.weight': zeros(...square),
    'blk.0.attn_output.weight': zeros(...square),
    'blk.0.ffn_norm.weight': ones,
    'blk.0.ffn_gate.weight': zeros(width, 32),
    'blk.0.ffn_up.weight': zeros(width, 32),
    'blk.0.ffn_down.weight': zeros(32, width)
  })
  let offset = 0
  const infos: Buffer[] = []
  const data: Buffer[] = []
  for (const [name, { shape, at }] of tensors) {
    const rows = shape[1] ?? 1
    const numbers = Float32Array.from({ length: shape[0]! * rows }, (_, index) =>
      at(index % shape[0]!, Math.floor(index / shape[0]!))
    )
    const bytes = padded(Buffer.from(numbers.buffer))
    infos.push(string(name), int(shape.length), ...shape.map(long), int(0), long(offset))
    data.push(bytes)
    offset += bytes.length
  }
  const head = [Buffer.from('GGUF'), int(3), long(tensors.length), long(values.length)]
  return Buffer.concat([padded(Buffer.concat([...head, ...values, ...infos])), ...data])
}

function byteName(byte: number): string {
  return `<0x${byte.toString(16).toUpperCase().padStart(2, '0')}>`
}

function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((32 - (bytes.length % 32)) % 32)])
}

function int(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

function float(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeFloatLE(value)
  return bytes
}

function long(value: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64LE(BigInt(value))
  return bytes
}

function string(value: string): Buffer {
  const bytes = Buffer.from(value, 'utf8')
  return Buffer.concat([long(bytes.length), bytes])
}

function text(key: string, value: string): Buffer {
  return Buffer.concat([string(key), int(8), string(value)])
}

function value32(key: string, type: 4 | 6, value: number): Buffer {
  return Buffer.concat([string(key), int(type), type === 6 ? float(value) : int(value)])
}

function list(key: string, type: number, values: Buffer[]): Buffer {
  return Buffer.concat([string(key), int(9), int(type), long(values.length), ...values])
}
