import JSZip from 'jszip'
import { describe, expect, test } from 'vitest'
import { ZipRefused, type ZipLimits } from '../../src/storage/zip/zip-limits.ts'
import { readZip } from '../../src/storage/zip/read-zip.ts'
import { inEnglish } from '../../src/say/say.ts'

const limits: ZipLimits = { count: 100, each: () => 1_000_000, all: 2_000_000 }

/** Writes a zip as other programs do; `edit` changes bytes afterwards. */
async function zipOf(
  files: Record<string, string | Uint8Array>,
  options: { edit?: (bytes: Uint8Array) => Uint8Array; streamFiles?: boolean; link?: string } = {}
): Promise<Blob> {
  const zip = new JSZip()
  for (const [path, content] of Object.entries(files)) {
    const unixPermissions = path === options.link ? 0o120777 : 0o100644
    zip.file(path, content, { createFolders: false, unixPermissions })
  }
  const bytes = await zip.generateAsync({
    type: 'uint8array',
    platform: 'UNIX',
    compression: 'DEFLATE',
    streamFiles: options.streamFiles ?? false
  })
  return new Blob([new Uint8Array(options.edit?.(bytes) ?? bytes)])
}

async function read(zip: Blob, most = limits) {
  const { files, refused, damaged } = await readZip(zip, { limits: most })
  const texts: Record<string, string> = {}
  for (const [path, blob] of files) texts[path] = await blob.text()
  return { texts, refused: refused.map(inEnglish), damaged }
}

/** Replaces a name by one of the same length everywhere in the zip. */
function rename(from: string, to: string) {
  return (bytes: Uint8Array): Uint8Array => {
    const name = new TextEncoder().encode(from)
    const changed = bytes.slice()
    for (let at = 0; at < bytes.length; at += 1) {
      if (name.every((byte, ahead) => bytes[at + ahead] === byte)) {
        changed.set(new TextEncoder().encode(to), at)
      }
    }
    return changed
  }
}

test('a zip gives its files, and not what systems put beside them', async () => {
  const zip = await zipOf({
    'notes/cells.md': '# Cells 🧫',
    '__MACOSX/notes/._cells.md': 'x',
    'notes/.DS_Store': 'x'
  })
  expect(await read(zip)).toEqual({
    texts: { 'notes/cells.md': '# Cells 🧫' },
    refused: [],
    damaged: false
  })
})

describe('a hostile zip', () => {
  test.each([
    ['climbs out of its folder', 'aaaaaaaaaa.md', '../../evil.md'],
    ['names a place on the disk', 'aaaaaaaaa.md', '/etc/evil.md'],
    ['names a drive', 'aaaaaaaaa.md', 'C:/aevil.md'],
    ['uses the other stroke', 'aaaaaaaaa.md', '..\\evil.md'],
    ['climbs with the other stroke', 'aaaaaaaaaaaa.md', '..\\..\\evil.md'],
    ['names what programs stumble over', 'aaaaaaaaaaaa.md', '__proto__/a.md']
  ])('that %s: the file is left out, the rest is read', async (_what, from, to) => {
    const evil = to.padEnd(from.length, 'd')
    const zip = await zipOf({ [from]: 'evil', 'good.md': 'good' }, { edit: rename(from, evil) })
    const { texts, refused } = await read(zip)
    expect(texts).toEqual({ 'good.md': 'good' })
    expect(refused).toHaveLength(1)
    expect(Object.prototype).not.toHaveProperty('a.md')
  })

  test('links lead nowhere', async () => {
    const zip = await zipOf({ 'link.md': '/etc/passwd', 'a.md': 'a' }, { link: 'link.md' })
    expect(await read(zip)).toMatchObject({
      texts: { 'a.md': 'a' },
      refused: ['link.md is a link to another place and was left out.']
    })
  })

  test('of two files with one name the first is taken', async () => {
    const zip = await zipOf({ 'a.md': 'first', 'b.md': 'second' }, { edit: rename('b.md', 'a.md') })
    expect(await read(zip)).toMatchObject({
      texts: { 'a.md': 'first' },
      refused: ['a.md is in the zip twice: the first was taken.']
    })
  })

  test('a file that says that it is too large is named, and not unpacked', async () => {
    const zip = await zipOf({ 'bomb.md': new Uint8Array(50_000_000), 'a.md': 'a' })
    expect(zip.size).toBeLessThan(100_000)
    expect(await read(zip)).toEqual({
      texts: { 'a.md': 'a' },
      refused: ['bomb.md is larger than 1 MB unpacked, which is too much.'],
      damaged: false
    })
  })

  test.each([
    ['than it does', 10, 'bomb.md is damaged in the zip and was left out.'],
    ['than it may', 1_000_000, 'bomb.md is damaged in the zip and was left out.']
  ])('that says it grows less %s is stopped while it grows', async (_what, said, sentence) => {
    const lie = (bytes: Uint8Array): Uint8Array => {
      const view = new DataView(bytes.buffer)
      // The first entry of the directory is the bomb's.
      const text = new TextDecoder('latin1').decode(bytes)
      view.setUint32(text.indexOf('PK\x01\x02') + 24, said, true)
      return bytes
    }
    const zip = await zipOf({ 'bomb.md': new Uint8Array(50_000_000), 'a.md': 'a' }, { edit: lie })
    expect(await read(zip)).toEqual({
      texts: { 'a.md': 'a' },
      refused: [sentence],
      damaged: true
    })
  })

  test('that grows to more than a hundred times its size is not unpacked', async () => {
    const most: ZipLimits = { count: 100, each: () => 100_000_000, all: 2_000_000_000 }
    const blanks = new Uint8Array(20_000_000)
    const zip = await zipOf({ 'a.md': blanks, 'b.md': blanks, 'c.md': blanks })
    await expect(read(zip, most)).rejects.toThrow('more than 100 times its size')
    expect(Object.keys((await read(await zipOf({ 'a.md': blanks }), most)).texts)).toEqual(['a.md'])
  })

  test('whose files share their bytes is not unpacked', async () => {
    const share = (bytes: Uint8Array): Uint8Array => {
      const text = new TextDecoder('latin1').decode(bytes)
      new DataView(bytes.buffer).setUint32(text.lastIndexOf('PK\x01\x02') + 42, 0, true)
      return bytes
    }
    const zip = await zipOf({ 'a.md': 'the same', 'b.md': 'the same' }, { edit: share })
    await expect(read(zip)).rejects.toThrow('share the same bytes')
  })

  test('without its directory is judged alike', async () => {
    const whole = await zipOf({ 'bomb.md': new Uint8Array(50_000_000) })
    expect(await read(whole.slice(0, -60))).toEqual({
      texts: {},
      refused: ['bomb.md is larger than 1 MB unpacked, which is too much.'],
      damaged: true
    })
  })

  test.each([
    [14, 'LZMA, which no browser unpacks'],
    [12, 'bzip2, which no browser unpacks'],
    [77, 'a way that is not known here (method 77)']
  ])('packed by method %i says so, and is not called damaged', async (method, how) => {
    const edit = (bytes: Uint8Array): Uint8Array => {
      const text = new TextDecoder('latin1').decode(bytes)
      const view = new DataView(bytes.buffer)
      view.setUint16(text.indexOf('PK\x03\x04') + 8, method, true)
      view.setUint16(text.indexOf('PK\x01\x02') + 10, method, true)
      return bytes
    }
    const zip = await zipOf({ 'odd.md': 'odd', 'good.md': 'good' }, { edit })
    const { texts, refused, damaged } = await read(zip)
    expect(texts).toEqual({ 'good.md': 'good' })
    expect(refused).toHaveLength(1)
    expect(refused[0]).toContain('odd.md is packed')
    expect(refused[0]).toContain(how)
    expect(damaged).toBe(false)
    // Nor without its directory.
    expect((await read(zip.slice(0, -40))).refused).toEqual(refused)
  })

  test('of nothing but heads is looked through once', async () => {
    const head = new Uint8Array(30)
    head.set([0x50, 0x4b, 3, 4, 20, 0, 8, 0])
    const zip = new Blob(Array.from({ length: 200_000 }, () => head))
    await expect(read(zip)).rejects.toThrow('more than 100 files')
    const most = { ...limits, count: 1_000_000 }
    expect((await read(zip, most)).texts).toEqual({})
  })

  test('many that are too much together are stopped', async () => {
    const half = new Uint8Array(900_000)
    await expect(read(await zipOf({ a: half, b: half, c: half }))).rejects.toThrow(ZipRefused)
  })

  test('too many files are not even begun', async () => {
    const files = Object.fromEntries(Array.from({ length: 101 }, (_, at) => [`${at}.md`, 'x']))
    await expect(read(await zipOf(files))).rejects.toThrow('more than 100 files')
  })
})

describe('of a damaged zip', () => {
  const files = { 'a.md': 'aaaa '.repeat(500), 'b.md': 'bbbb '.repeat(500), 'c.md': 'c' }

  test.each([false, true])(
    'that broke off all whole files are read (streamed: %s)',
    async (streamFiles) => {
      const whole = await zipOf(files, { streamFiles })
      // As a copy that broke off in the last file: no directory, and half of `c.md`.
      const bytes = new Uint8Array(await whole.arrayBuffer())
      const cut = new TextDecoder('latin1').decode(bytes).indexOf('c.md') + 4
      const { texts, refused, damaged } = await read(new Blob([bytes.slice(0, cut)]))
      expect(texts).toEqual({ 'a.md': files['a.md'], 'b.md': files['b.md'] })
      expect(refused).toEqual(['c.md is damaged in the zip and was left out.'])
      expect(damaged).toBe(true)
    }
  )

  test('with a wrong byte the other files are read', async () => {
    const zip = await zipOf(files, {
      edit: (bytes) => {
        const at = new TextDecoder('latin1').decode(bytes).indexOf('b.md') + 8
        return bytes.map((byte, index) => (index === at ? byte ^ 255 : byte))
      }
    })
    const { texts, refused, damaged } = await read(zip)
    expect(Object.keys(texts)).toEqual(['a.md', 'c.md'])
    expect(refused).toHaveLength(1)
    expect(damaged).toBe(true)
  })

  test('nothing is read of what is none', async () => {
    expect(await read(new Blob(['no zip at all']))).toEqual({
      texts: {},
      refused: [],
      damaged: true
    })
  })
})
