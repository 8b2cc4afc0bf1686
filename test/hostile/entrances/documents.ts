import type { Entrance } from './entrance.ts'
import { judgeImport } from './judge-import.ts'
import { bytesOf, zipped } from './pack.ts'

const words = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const math = 'http://schemas.openxmlformats.org/officeDocument/2006/math'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'

/** A document of Word with a heading, a table, a formula, a list, a note and a link. */
const docx: Entrance = {
  name: 'a document of Word',
  parts: {
    '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="r" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="l" Type="${office}/hyperlink" Target="https://example.com/" TargetMode="External"/><Relationship Id="n" Type="${office}/footnotes" Target="footnotes.xml"/><Relationship Id="u" Type="${office}/numbering" Target="numbering.xml"/></Relationships>`,
    'word/footnotes.xml': `<w:footnotes xmlns:w="${words}"><w:footnote w:id="2"><w:p><w:r><w:t>Note</w:t></w:r></w:p></w:footnote></w:footnotes>`,
    'word/numbering.xml': `<w:numbering xmlns:w="${words}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
    'word/document.xml': `<w:document xmlns:w="${words}" xmlns:r="${office}" xmlns:m="${math}"><w:body><w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Cells</w:t></w:r></w:p><w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:hyperlink r:id="l"><w:r><w:t>one</w:t></w:r></w:hyperlink><w:r><w:footnoteReference w:id="2"/></w:r></w:p><w:p><m:oMath><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f></m:oMath></w:p><w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>`
  },
  pack: zipped,
  judge: (bytes) => judgeImport('a.docx', bytes)
}

/** A book with two chapters, a table of contents, and a picture. */
const epub: Entrance = {
  name: 'a book',
  parts: {
    'META-INF/container.xml':
      '<container><rootfiles><rootfile full-path="book.opf"/></rootfiles></container>',
    'book.opf':
      '<package><metadata><title>Cells</title></metadata><manifest><item id="a" href="a.xhtml"/><item id="b" href="b.xhtml"/><item id="n" href="n.xhtml" properties="nav"/><item id="p" href="p.png"/></manifest><spine><itemref idref="a"/><itemref idref="b"/></spine></package>',
    'n.xhtml':
      '<html><body><nav><a href="a.xhtml">One</a><a href="b.xhtml">Two</a></nav></body></html>',
    'a.xhtml':
      '<html><body><h1>A</h1><p>One <img src="p.png"/> &amp; <a href="#x">two</a>.</p></body></html>',
    'b.xhtml': '<html><body><h1>B</h1><table><tr><td colspan="2">a</td></tr></table></body></html>',
    'p.png': 'p'
  },
  pack: zipped,
  judge: (bytes) => judgeImport('a.epub', bytes)
}

const plain = (name: string, path: string, text: string): Entrance => ({
  name,
  parts: { text },
  pack: (parts) => bytesOf(parts['text'] ?? ''),
  judge: (bytes) => judgeImport(path, bytes)
})

/** Files of other programs. */
export const documents: Entrance[] = [
  docx,
  epub,
  plain('a table', 'a.csv', 'Question,Answer,Tags\n"What, then?",a,t u\nq,"a ""b""\nc",v\n'),
  plain(
    'a web page',
    'a.html',
    '<html><head><meta charset="utf-8"><title>A</title></head><body><h1>A</h1><ul><li>a<ol><li>b</ol></ul><table><tr><th rowspan="2" colspan="3">a<td>b</table><pre><code class="language-js">x</code></pre><img src="data:image/png;base64,AAAA"><sup><a href="#fn1">1</a></sup></body></html>'
  ),
  plain(
    'a text of Anki',
    'a.txt',
    '#separator:tab\n#html:true\n#guid column:1\n#notetype column:2\n#deck column:3\n#tags column:6\ng\tBasic\tD::E\tq\t<b>a</b>\tt u\nh\tCloze\tD\t{{c1::a}} b\t\t\n'
  )
]
