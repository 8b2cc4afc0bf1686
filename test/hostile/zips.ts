import { crc32, deflateRawSync } from 'node:zlib'

/** A file of a zip as it is written: packed already, so that many can share one body. */
export interface Packed {
  bytes: Uint8Array
  /** Bytes unpacked, as the zip says. */
  size: number
  checksum: number
}

/** A zip that costs whoever trusts it: what it is, and how it is made. */
export interface HostileZip {
  name: string
  make: () => Uint8Array
}

/** Zips of some kilobytes that are gigabytes, or ten thousands of files. */
export const hostileZips: HostileZip[] = [
  {
    name: '100,000 entries',
    make: () => zipOf(repeat(100_000, (at) => [`${at}.md`, packed('# A\n')]))
  },
  {
    name: '49,000 texts',
    make: () =>
      zipOf(repeat(49_000, (at) => [`notes/${at}.md`, packed(`# Note ${at}\n\nA word.\n`)]))
  },
  {
    name: 'one text of 1 GB',
    make: () => zipOf([['bomb.md', zeros(1e9)]])
  },
  {
    name: 'a picture of 190 MB',
    make: () => zipOf([['bomb.png', zeros(190e6)]])
  },
  {
    name: '60 texts of 19 MB',
    make: () => {
      const body = zeros(19e6)
      return zipOf(repeat(60, (at) => [`${at}.md`, body]))
    }
  },
  {
    name: '130 entries on one body of 15 MB',
    make: () =>
      zipOf(
        repeat(130, (at) => [`${at}.md`, zeros(15e6)]),
        { shared: true }
      )
  },
  {
    name: 'a text that says it is small',
    make: () => zipOf([['bomb.md', { ...zeros(1e9), size: 100 }]])
  },
  {
    name: 'a text of 1 GB without its directory',
    make: () => zipOf([['bomb.md', zeros(1e9)]]).slice(0, -100)
  }
]

/** So many entries, each by its number. */
export function repeat(count: number, entry: (at: number) => [string, Packed]): [string, Packed][] {
  return Array.from({ length: count }, (_, at) => entry(at))
}

/** A text or bytes, packed. */
export function packed(text: string | Uint8Array): Packed {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text
  return { bytes: deflateRawSync(bytes), size: bytes.length, checksum: crc32(bytes) }
}

const zeroBodies = new Map<number, Packed>()

/** So many blanks, packed as small as they can be. */
export function zeros(size: number): Packed {
  let body = zeroBodies.get(size)
  if (!body) {
    const bytes = Buffer.alloc(size, ' ')
    body = { bytes: deflateRawSync(bytes, { level: 9 }), size, checksum: crc32(bytes) }
    zeroBodies.set(size, body)
  }
  return body
}

/** Writes a zip; `shared`: all entries of its directory lead to the first file. */
export function zipOf(
  entries: [name: string, file: Packed][],
  { shared = false } = {}
): Uint8Array {
  const files: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let at = 0
  for (const [index, [name, file]] of entries.entries()) {
    const path = Buffer.from(name)
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50)
    describe(head, 4, path, file)
    const record = Buffer.alloc(46)
    record.writeUInt32LE(0x02014b50)
    record.writeUInt16LE(20, 4)
    describe(record, 6, path, file)
    record.writeUInt32LE(shared ? 0 : at, 42)
    directory.push(record, path)
    if (shared && index > 0) continue
    files.push(head, path, file.bytes)
    at += head.length + path.length + file.bytes.length
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0)
  return Buffer.concat([...files, ...directory, ends(entries.length, size, at)])
}

/** What both the head of a file and its record in the directory say. */
function describe(bytes: Buffer, at: number, path: Buffer, file: Packed): void {
  bytes.writeUInt16LE(20, at)
  // Names in UTF-8.
  bytes.writeUInt16LE(0x800, at + 2)
  bytes.writeUInt16LE(8, at + 4)
  bytes.writeUInt32LE(file.checksum, at + 10)
  bytes.writeUInt32LE(file.bytes.length, at + 14)
  bytes.writeUInt32LE(file.size, at + 18)
  bytes.writeUInt16LE(path.length, at + 22)
}

/** The end of the directory; beyond 65,535 files it takes the larger form, too. */
function ends(count: number, size: number, at: number): Uint8Array {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  const few = Math.min(count, 0xffff)
  end.writeUInt16LE(few, 8)
  end.writeUInt16LE(few, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(at, 16)
  if (count < 0xffff) return end
  const large = Buffer.alloc(56)
  large.writeUInt32LE(0x06064b50)
  large.writeBigUInt64LE(44n, 4)
  large.writeUInt16LE(45, 12)
  large.writeUInt16LE(45, 14)
  large.writeBigUInt64LE(BigInt(count), 24)
  large.writeBigUInt64LE(BigInt(count), 32)
  large.writeBigUInt64LE(BigInt(size), 40)
  large.writeBigUInt64LE(BigInt(at), 48)
  const locator = Buffer.alloc(20)
  locator.writeUInt32LE(0x07064b50)
  locator.writeBigUInt64LE(BigInt(at + size), 8)
  locator.writeUInt32LE(1, 16)
  return Buffer.concat([large, locator, end])
}
