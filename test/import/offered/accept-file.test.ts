import { describe, expect, test } from 'vitest'
import { inEnglish } from '../../../src/say/say.ts'
import {
  acceptBytes,
  judgeOutside as judge,
  sizeLimit
} from '../../../src/import/offered/accept-file.ts'

const bytes = (...values: number[]) => new Uint8Array(values)
const utf8 = (text: string) => new TextEncoder().encode(text)

function utf16(text: string, bigEndian: boolean, mark = true): Uint8Array {
  const units = Array.from(mark ? `\ufeff${text}` : text, (sign) => sign.charCodeAt(0))
  return bytes(
    ...units.flatMap((unit) => (bigEndian ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8]))
  )
}

/** What is wrong with a file from the outside, as it is said. */
function judgeOutside(path: string, size: number): string | undefined {
  const fault = judge(path, size)
  return fault && inEnglish(fault)
}

function textOf(content: Uint8Array): string {
  const verdict = acceptBytes('a.md', content)
  return verdict.taken ? verdict.file.text : inEnglish(verdict.sentence)
}

test('a name shows its signs in their order, and hides none', () => {
  const verdict = acceptBytes('notes/inv\u202egpj\u200b.md', utf8('x'))
  expect(verdict).toMatchObject({ file: { path: 'notes/inv_gpj_.md' } })
  const persian = 'می\u200cخواهم.md'
  expect(acceptBytes(persian, utf8('x'))).toMatchObject({ file: { path: persian } })
})

describe('a file is judged before it is read', () => {
  test.each(['a.md', 'B.MARKDOWN', 'notes/c.txt', 'docs/intro.mdx', 'd.qmd', 'e.Rmd'])(
    '%s may come in',
    (path) => {
      expect(judgeOutside(path, 10)).toBeUndefined()
    }
  )

  test('20 MB and over stays out, with its size and the remedy', () => {
    expect(judgeOutside('big.md', sizeLimit - 1)).toBeUndefined()
    expect(judgeOutside('big.md', sizeLimit)).toMatch(/^big\.md is 20\.0 MB.*below 20 MB.*Split it/)
  })

  test('other endings stay out', () => {
    expect(judgeOutside('photo.png', 10)).toMatch(/^photo\.png is not a Markdown or text file/)
  })

  test.each([
    ['script.pdf', /^script\.pdf is a PDF\. .*select all, copy, and paste it here/],
    ['Week 1.ODT', /^Week 1\.ODT is a word processor’s file.*save it as DOCX or HTML/],
    ['marks.XLSX', /is a spreadsheet\. .*save the sheet as CSV/],
    ['unit 3.pptx', /is a slide show\. .*copy its text, and paste it here/],
    ['Biology.one', /is a notebook of OneNote\. .*paste it here/],
    ['novel.azw3', /is an e-book of another kind\. Convert it to EPUB/],
    ['page.webarchive', /is a saved page in a package\. .*save it as HTML/],
    ['collection.anki2', /is a file of Anki itself\. .*as \.apkg/],
    ['notes.tar.gz', /is an archive\. Unpack it/],
    ['thesis.tex', /is text with marks of another language\. .*Pandoc/],
    ['essay.gdoc', /is only a link to a document of Google\. .*Download/]
  ])('%s stays out whatever its size, with a remedy that helps', (path, sentence) => {
    expect(judgeOutside(path, 10)).toMatch(sentence)
    expect(judgeOutside(path, sizeLimit)).toMatch(sentence)
  })

  test('an empty file is named', () => {
    expect(judgeOutside('empty.md', 0)).toMatch(/^empty\.md is empty/)
  })
})

describe('text is decoded', () => {
  test('from UTF-8, with and without its mark', () => {
    expect(textOf(utf8('# Žizň 生命'))).toBe('# Žizň 生命')
    expect(textOf(bytes(0xef, 0xbb, 0xbf, 0x61))).toBe('a')
  })

  test.each([true, false])('from UTF-16 that says so (big endian: %s)', (bigEndian) => {
    expect(textOf(utf16('# Ähre', bigEndian))).toBe('# Ähre')
  })

  test('with line ends as LF', () => {
    expect(textOf(utf8('a\r\nb\rc\n'))).toBe('a\nb\nc\n')
  })

  test('under a name that is equal on every machine', () => {
    const verdict = acceptBytes('man\u0303ana.md', utf8('a'))
    expect(verdict).toEqual({ taken: true, file: { path: 'ma\u00f1ana.md', text: 'a' } })
  })
})

describe('what is no text is refused, with the file and the remedy', () => {
  test.each([
    ['PDF', utf8('%PDF-1.7 …'), /is a PDF, not text/],
    ['PNG', bytes(0x89, 0x50, 0x4e, 0x47, 13, 10), /is a PNG image/],
    ['Word', bytes(0x50, 0x4b, 3, 4, 20, 0), /is a zip, Word or similar file/],
    ['zero bytes', bytes(...Array<number>(50).fill(97), 0), /is not text: it holds zero bytes/],
    ['UTF-16 without mark', utf16('# Cells', false, false), /UTF-16 without its mark.*UTF-8/],
    ['half of UTF-16', bytes(0xff, 0xfe, 0x61), /is not sound UTF-16/],
    ['Latin-1', bytes(0x61, 0x0a, 0x62, 0xe4, 0x63), /is not UTF-8: line 2 .*Save it as UTF-8/],
    ['blanks', utf8(' \n\t\n'), /holds nothing but blanks/]
  ])('%s', (_kind, content, sentence) => {
    expect(textOf(content)).toMatch(sentence)
    expect(textOf(content)).toMatch(/^a\.md /)
  })
})
