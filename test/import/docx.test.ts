import JSZip from 'jszip'
import { describe, expect, test } from 'vitest'
import { importFile } from '../../src/import/import-file.ts'
import { compile } from '../../src/laegna.ts'
import type { Imported } from '../../src/import/importer.ts'
import { inEnglish } from '../../src/say/say.ts'

const spaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A document of Word with this in its body. */
async function docx(body: string, links = ''): Promise<Uint8Array<ArrayBuffer>> {
  const zip = new JSZip()
  zip.file(
    '[Content_Types].xml',
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
  )
  zip.file(
    '_rels/.rels',
    `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`
  )
  zip.file(
    'word/_rels/document.xml.rels',
    `<Relationships xmlns="${relations}">${links}</Relationships>`
  )
  zip.file('word/document.xml', `<w:document ${spaces}><w:body>${body}</w:body></w:document>`)
  return new Uint8Array(await zip.generateAsync({ type: 'arraybuffer', compression: 'DEFLATE' }))
}

const paragraph = (text: string, style = '') =>
  `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`

function convert(content: BlobPart, path = 'cells.docx'): Promise<Imported> {
  return importFile({ path, blob: new Blob([content]) }, {}, () => undefined)
}

describe('a document of Word', () => {
  test('gives headings, tags, marks and tables', async () => {
    const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`
    const body = `${paragraph('Cells', 'Heading1')}${paragraph('[/Q]What is 2*3?[Q/] [/A]6[A/]')}
      <w:p><w:r><w:rPr><w:b/></w:rPr><w:t>bold</w:t></w:r></w:p>
      <w:tbl><w:tr>${cell('a')}${cell('b')}</w:tr><w:tr>${cell('1')}${cell('2')}</w:tr></w:tbl>`
    const { files } = await convert(await docx(body))
    expect(files).toEqual([
      {
        path: 'cells.md',
        text: '# Cells\n\n[/Q]What is 2\\*3?[Q/] [/A]6[A/]\n\n**bold**\n\n| | |\n| - | - |\n| a | b |\n| 1 | 2 |\n'
      }
    ])
  })

  test('says of pictures that are elsewhere, or damaged, that they are not there', async () => {
    const blip = (how: string) =>
      `<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip xmlns:r="${office}" ${how}/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`
    const link = `<Relationship Id="far" Type="${office}/image" Target="https://evil.example/x.png" TargetMode="External"/>`
    const { files, notes } = await convert(
      await docx(paragraph('Words') + blip('r:link="far"'), link)
    )
    expect(files[0]?.text).toBe('Words\n')
    expect(notes.map(inEnglish)).toEqual([
      '1 picture was left out: it is damaged, or the document holds only its address, which is not fetched.'
    ])
  })

  const run = (text: string) => `<m:r><m:t>${text}</m:t></m:r>`
  const e = (name: string, inner: string) => `<m:${name}>${inner}</m:${name}>`
  const set = (name: string, value: string) => `<m:${name} m:val="${value}"/>`

  test.each([
    [run('E=m') + e('sSup', e('e', run('c')) + e('sup', run('2'))), 'E=mc^{2}'],
    [e('f', e('num', run('a')) + e('den', run('b+1'))), '\\frac{a}{b+1}'],
    [e('rad', e('radPr', set('degHide', '1')) + e('deg', '') + e('e', run('x'))), '\\sqrt{x}'],
    [e('rad', e('deg', run('3')) + e('e', run('x'))), '\\sqrt[3]{x}'],
    [
      e('d', e('dPr', set('begChr', '[') + set('endChr', '')) + e('e', run('S'))),
      '\\left[ S \\right.'
    ],
    [
      e(
        'nary',
        e('naryPr', set('chr', '∑')) +
          e('sub', run('i=1')) +
          e('sup', run('n')) +
          e('e', e('sSub', e('e', run('x')) + e('sub', run('i'))))
      ),
      '\\sum_{i=1}^{n} x_{i}'
    ],
    [
      e('func', e('fName', run('sin')) + e('e', run('α'))).replace('<m:r>', '<m:r><m:rPr/>'),
      '\\sin  \\alpha'
    ],
    [
      e(
        'func',
        e('fName', e('limLow', e('e', run('lim')) + e('lim', run('x→0')))) + e('e', run('f'))
      ),
      '\\lim_{x\\to 0}  f'
    ],
    [
      e(
        'm',
        e('mr', e('e', run('a')) + e('e', run('b'))) + e('mr', e('e', run('c')) + e('e', run('d')))
      ),
      '\\begin{matrix} a & b \\\\ c & d \\end{matrix}'
    ],
    [e('acc', e('accPr', set('chr', '⃗')) + e('e', run('v'))), '\\vec{v}'],
    [`<m:r><m:rPr><m:nor/></m:rPr><m:t>5 % of</m:t></m:r>${run('x&lt;y')}`, '\\text{5 \\% of}x<y'],
    [e('sSub', e('e', run('K')) + e('sub', run('m_1'))), 'K_{m\\_1}']
  ])('gives formulas as TeX: %#', async (inner, tex) => {
    const { files, notes } = await convert(
      await docx(`<w:p><w:r><w:t xml:space="preserve">So </w:t></w:r>${e('oMath', inner)}</w:p>`)
    )
    expect(notes).toEqual([])
    expect(files[0]?.text).toBe(`So $${tex}$\n`)
    const { diagnostics } = compile([{ path: 'a.md', text: files[0]?.text ?? '' }])
    expect(diagnostics).toEqual([])
  })

  test('gives a formula on its own as a display, and one in a table in its cell', async () => {
    const own = `<w:p>${e('oMathPara', e('oMathParaPr', set('jc', 'left')) + e('oMath', run('a=b')))}</w:p>`
    const cell = `<w:tc><w:p>${e('oMath', e('d', e('dPr', set('begChr', '|') + set('endChr', '|')) + e('e', run('x'))))}</w:p></w:tc>`
    const table = `<w:tbl><w:tr>${cell}${cell}</w:tr></w:tbl>`
    const { files } = await convert(await docx(own + table))
    expect(files[0]?.text).toContain('$$\na=b\n$$\n')
    expect(files[0]?.text).toContain('| $\\left\\| x \\right\\|$ |')
  })

  test('keeps the signs of formulas that it does not know, and says which they are', async () => {
    const formula = `<m:oMath>${run('E=m')}<m:strange>${run('c')}</m:strange></m:oMath>`
    const { files, notes } = await convert(await docx(`<w:p>${formula}</w:p>`))
    expect(files[0]?.text).toBe('E=mc\n')
    expect(notes.map(inEnglish)).toEqual([
      '1 formula is there as its signs alone; write it as $…$: E=mc'
    ])
  })
})

describe('trouble', () => {
  test('an old document, one that is cut off, and one that is none are refused', async () => {
    await expect(convert(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2]))).rejects.toThrow(
      'cells.docx is an old Word file (.doc), or locked with a password.'
    )
    const whole = await docx(paragraph('text '.repeat(500)))
    await expect(convert(whole.slice(0, whole.length / 2))).rejects.toThrow('cells.docx is damaged')
    await expect(convert('no zip')).rejects.toThrow('cells.docx is damaged, or no Word document')
    const other = await new JSZip().file('a.txt', 'a').generateAsync({ type: 'arraybuffer' })
    await expect(convert(other)).rejects.toThrow('cells.docx is no Word document')
  })

  test('one whose text is broken is refused in plain words', async () => {
    const broken = docx('<w:p><w:r><w:t>text</w:t>')
    await expect(convert(await broken)).rejects.toThrow('cells.docx is damaged: what it holds is')
    const entities = docx(paragraph('&never;'))
    await expect(convert(await entities)).rejects.toThrow('cells.docx is damaged: what it holds is')
  })

  test('one with more text than can be read in time is refused at once', async () => {
    const long = docx(paragraph('text '.repeat(200)).repeat(20_000))
    await expect(convert(await long)).rejects.toThrow(
      /^cells\.docx holds 2\d MB of text and its forms; at most 20 MB can be read\. Split it/
    )
  })

  test('one that unpacks to more than any document is not read', async () => {
    const zip = new JSZip().file('word/document.xml', new Uint8Array(201_000_000))
    const bomb = await zip.generateAsync({ type: 'arraybuffer', compression: 'DEFLATE' })
    await expect(convert(bomb)).rejects.toThrow(
      'cells.docx is not read: word/document.xml is larger than 200 MB unpacked'
    )
  })
})
