import JSZip from 'jszip'
import { expect, test } from 'vitest'
import { importFile } from '../../src/import/import-file.ts'
import type { Imported } from '../../src/import/importer.ts'
import { inEnglish } from '../../src/say/say.ts'

const opf = `<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>On: Cells</dc:title></metadata>
<manifest><item id="n" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>
<item id="a" href="text/one.xhtml" media-type="application/xhtml+xml"/><item id="b" href="text/two.xhtml" media-type="application/xhtml+xml"/>
<item id="p" href="images/dot.png" media-type="image/png"/></manifest><spine><itemref idref="a"/><itemref idref="b"/></spine></package>`
const page = (body: string) =>
  `<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/><script src="x.js"/></head><body>${body}</body></html>`

const whole: Record<string, string | Uint8Array> = {
  mimetype: 'application/epub+zip',
  'META-INF/container.xml':
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
  'OEBPS/book.opf': opf,
  'OEBPS/nav.xhtml': page(
    '<nav><ol><li><a href="text/one.xhtml">The room</a></li><li><a href="text/two.xhtml#x">Tissue / more</a></li></ol></nav>'
  ),
  'OEBPS/text/one.xhtml': page(
    '<h1><a id="top"/>The room</h1><p>See <a href="two.xhtml#x">there</a>. <img src="../images/dot.png" alt="dot"/><img src="../images/gone.png" alt="gone"/></p>'
  ),
  'OEBPS/text/two.xhtml': page('<p id="x">[/Q]What?[Q/] [/A]Cells.[A/]</p>'),
  'OEBPS/images/dot.png': new Uint8Array([1, 2])
}

async function convert(files: Record<string, string | Uint8Array>): Promise<Imported> {
  const zip = new JSZip()
  for (const [path, content] of Object.entries(files)) zip.file(path, content)
  const blob = new Blob([await zip.generateAsync({ type: 'arraybuffer' })])
  return importFile({ path: 'book.epub', blob }, {}, () => undefined)
}

test('a book gives a file for each chapter, linked, with the pictures that it shows', async () => {
  const { files, media, notes } = await convert(whole)
  expect(files).toEqual([
    {
      path: 'On Cells/1 The room.md',
      text: '# The room\n\nSee [there](<2 Tissue more.md>). ![dot](pictures/1-dot.png)gone\n'
    },
    { path: 'On Cells/2 Tissue more.md', text: '[/Q]What?[Q/] [/A]Cells.[A/]\n' }
  ])
  expect(media).toEqual([{ path: 'On Cells/pictures/1-dot.png', bytes: new Uint8Array([1, 2]) }])
  expect(notes.map(inEnglish).join()).toContain('1 picture was left out')
})

test('a chapter with definitions of its own gives the words that they stand for', async () => {
  const subset = '<!ENTITY k "cells"><!ENTITY tag "<b>x</b>"><!ENTITY more "&k;&k;">'
  const typed = `<!DOCTYPE html [ ${subset} ]>${page('<p>&k; &tag; &more; &amp; ]&gt;</p>')}`
  const { files } = await convert({ ...whole, 'OEBPS/text/two.xhtml': typed })
  expect(files[1]?.text).toBe('cells \\&tag; \\&more; & ]>\n')
})

test('a book that is locked, or says nothing of its chapters, is refused', async () => {
  const lock = (algorithm: string) => ({
    ...whole,
    'META-INF/encryption.xml': `<encryption><EncryptedData xmlns="http://www.w3.org/2001/04/xmlenc#"><EncryptionMethod Algorithm="${algorithm}"/></EncryptedData></encryption>`
  })
  await expect(convert(lock('http://www.w3.org/2001/04/xmlenc#aes128-cbc'))).rejects.toThrow(
    'book.epub is locked by its shop (DRM)'
  )
  const fonts = await convert(lock('http://www.idpf.org/2008/embedding'))
  expect(fonts.files).toHaveLength(2)
  await expect(convert({ 'a.txt': 'a' })).rejects.toThrow('book.epub is no sound e-book')
  await expect(convert({ ...whole, 'OEBPS/book.opf': '<package' })).rejects.toThrow(
    'no sound e-book'
  )
})
