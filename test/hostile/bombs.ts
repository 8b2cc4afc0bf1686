import { documents } from './entrances/documents.ts'
import type { Parts } from './entrances/entrance.ts'
import { packed, repeat, zeros, zipOf, type Packed } from './zips.ts'

/** A document of some kilobytes that costs whoever trusts it. */
interface Bomb {
  name: string
  path: string
  /** What is said of it; a document without it is taken. */
  said?: string
  make: () => Uint8Array<ArrayBuffer>
}

const partsOf = (kind: string): Parts => documents.find(({ name }) => name === kind)?.parts ?? {}
const word = partsOf('a document of Word')
const book = partsOf('a book')

/** What says of itself that it is 1 GB, and what says that it is small. */
const large: Packed = { ...zeros(1e6), size: 1e9 }
const feigned: Packed = { ...zeros(25e7), size: 100 }

/** Each of ten entities is ten of the one before: a billion words. */
const laughs = `<!DOCTYPE a [<!ENTITY a0 "ha">${Array.from({ length: 9 }, (_, at) => `<!ENTITY a${at + 1} "${`&a${at};`.repeat(10)}">`).join('')}]>`

function doc(changed: Parts): Uint8Array<ArrayBuffer> {
  return zip({ ...word, ...changed })
}

function epub(changed: Parts): Uint8Array<ArrayBuffer> {
  return zip({ ...book, ...changed })
}

function zip(parts: Parts): Uint8Array<ArrayBuffer> {
  return owned(zipOf(Object.entries(parts).map(([name, text]) => [name, packed(text)])))
}

function owned(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes)
}

const body = word['word/document.xml'] ?? ''
const paragraph = '<w:p><w:r><w:t>a</w:t></w:r></w:p>'
const inBody = (xml: string): string => body.replace('<w:body>', () => `<w:body>${xml}`)
const chapter = (html: string): Parts => ({ 'a.xhtml': `<html><body>${html}</body></html>` })

/** Documents, books and decks. What they unpack to, name or hold in each other is much more than they are. */
export const bombs: Bomb[] = [
  {
    name: 'entities in entities',
    path: 'a.docx',
    said: 'not written as Word writes it',
    make: () =>
      doc({ 'word/document.xml': laughs + inBody('<w:p><w:r><w:t>&a9;</w:t></w:r></w:p>') })
  },
  {
    name: 'elements in each other',
    path: 'a.docx',
    said: 'built too deep',
    make: () => doc({ 'word/document.xml': inBody('<w:sdt><w:sdtContent>'.repeat(50_000)) })
  },
  {
    name: 'tables in each other',
    path: 'a.docx',
    said: 'built too deep',
    make: () => {
      const count = 2000
      const open = '<w:tbl><w:tr><w:tc>'.repeat(count)
      return doc({
        'word/document.xml': inBody(open + paragraph + '</w:tc></w:tr></w:tbl>'.repeat(count))
      })
    }
  },
  {
    name: 'a cell over a billion columns',
    path: 'a.docx',
    make: () => doc({ 'word/document.xml': body.replace('w:val="2"', 'w:val="1000000000"') })
  },
  {
    name: 'a style that is its own parent',
    path: 'a.docx',
    make: () =>
      doc({
        'word/_rels/document.xml.rels': (word['word/_rels/document.xml.rels'] ?? '').replace(
          '</Relationships>',
          '<Relationship Id="s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>'
        ),
        'word/styles.xml':
          '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:styleId="Heading1"><w:basedOn w:val="Heading1"/></w:style></w:styles>'
      })
  },
  {
    name: 'a text of 1 GB',
    path: 'a.docx',
    said: 'larger than 200 MB unpacked',
    make: () =>
      owned(
        zipOf([
          ['[Content_Types].xml', packed(word['[Content_Types].xml'] ?? '')],
          ['word/document.xml', large]
        ])
      )
  },
  {
    name: 'a text of 250 MB that says it is small',
    path: 'a.docx',
    said: 'more than 100 times its size',
    make: () => owned(zipOf([['word/document.xml', feigned]]))
  },
  {
    name: 'entries on one body',
    path: 'a.docx',
    said: 'share the same bytes',
    make: () =>
      owned(
        zipOf(
          repeat(130, (at) => [`word/${at}.xml`, zeros(15e6)]),
          { shared: true }
        )
      )
  },
  {
    name: 'entities in entities',
    path: 'a.epub',
    make: () => epub({ 'a.xhtml': `${laughs}<html><body><p>&a9;</p></body></html>` })
  },
  {
    name: 'entities in the list of its chapters',
    path: 'a.epub',
    make: () => epub({ 'book.opf': laughs + (book['book.opf'] ?? '').replace('Cells', '&a9;') })
  },
  {
    name: 'elements in each other',
    path: 'a.epub',
    make: () => epub(chapter('<div>'.repeat(50_000)))
  },
  {
    name: 'tables in each other',
    path: 'a.epub',
    said: 'more than 300 elements inside each other',
    make: () => epub(chapter('<table><tr><td>'.repeat(5000)))
  },
  {
    name: 'templates in each other',
    path: 'a.epub',
    said: 'more than 300 elements inside each other',
    make: () => epub(chapter('<template>'.repeat(5000)))
  },
  {
    name: 'a cell over a billion columns',
    path: 'a.epub',
    make: () => epub(chapter('<table><tr><td colspan="1000000000" rowspan="1000000000">a</table>'))
  },
  {
    name: 'one chapter 10,000 times',
    path: 'a.epub',
    make: () =>
      epub({
        'book.opf': (book['book.opf'] ?? '').replace(
          '<spine>',
          () => `<spine>${'<itemref idref="a"/>'.repeat(10_000)}`
        )
      })
  },
  {
    name: 'a chapter of 1 GB',
    path: 'a.epub',
    said: 'larger than 200 MB unpacked',
    make: () =>
      owned(
        zipOf([
          ...Object.entries(book)
            .filter(([name]) => name !== 'a.xhtml')
            .map(([name, text]): [string, Packed] => [name, packed(text)]),
          ['a.xhtml', large]
        ])
      )
  },
  {
    name: 'entries on one body',
    path: 'a.epub',
    said: 'share the same bytes',
    make: () =>
      owned(
        zipOf(
          repeat(130, (at) => [`${at}.xhtml`, zeros(15e6)]),
          { shared: true }
        )
      )
  },
  {
    name: 'a zip in a zip',
    path: 'a.epub',
    said: 'does not say what its chapters are',
    make: () => owned(zipOf([['a.epub', { ...packed(''), ...zeros(1e6) }]]))
  },
  {
    name: 'a collection of 1 GB',
    path: 'a.apkg',
    said: 'larger than 600 MB unpacked',
    make: () => owned(zipOf([['collection.anki2', large]]))
  },
  {
    name: 'entries on one body',
    path: 'a.apkg',
    said: 'share the same bytes',
    make: () =>
      owned(
        zipOf(
          [
            ...repeat(130, (at): [string, Packed] => [
              at ? String(at) : 'collection.anki2',
              zeros(15e6)
            ])
          ],
          { shared: true }
        )
      )
  }
]
