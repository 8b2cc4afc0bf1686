/** What people keep notes in that cannot be read here, by ending: what it is, and what to do. */
const foreign: [ending: RegExp, kind: string, remedy: string][] = [
  [
    /\.pdf$/i,
    'a PDF',
    'A PDF has no paragraphs to be read. Open it, select all, copy, and paste it here; or save it as DOCX or HTML where it was made, and add that.'
  ],
  [
    /\.(?:doc|dot|odt|ott|rtf|pages|wp[ds]?|hwpx?)$/i,
    'a word processor’s file',
    'Open it in its own program, save it as DOCX or HTML, and add that.'
  ],
  [
    /\.gdoc$/i,
    'only a link to a document of Google',
    'Open it in Google Docs, choose File → Download → Microsoft Word, and add that.'
  ],
  [
    /\.(?:pptx?|pps[xm]?|pptm|odp|key)$/i,
    'a slide show',
    'Save its text as Markdown or HTML first; or open it, copy its text, and paste it here.'
  ],
  [
    /\.(?:xlsx?|xlsm|xlsb|ods|numbers|gsheet)$/i,
    'a spreadsheet',
    'Open it in its own program, save the sheet as CSV, and add that.'
  ],
  [
    /\.(?:one|onetoc2|onepkg)$/i,
    'a notebook of OneNote',
    'Open it in OneNote, select all on a page, copy, and paste it here; or export the page as DOCX and add that.'
  ],
  [
    /\.(?:enex|goodnotes|notability|note|nsx)$/i,
    'a notebook of another program',
    'Export the notes there as Markdown, HTML or DOCX, and add those.'
  ],
  [
    /\.(?:mobi|azw3?|kfx|fb2|djvu)$/i,
    'an e-book of another kind',
    'Convert it to EPUB, for example with Calibre, and add that.'
  ],
  [
    /\.(?:mht|mhtml|webarchive|maff)$/i,
    'a saved page in a package',
    'Open it in a browser, save it as HTML, and add that; or select all, copy, and paste it here.'
  ],
  [
    /\.(?:anki2|anki21b?|ankiaddon)$/i,
    'a file of Anki itself',
    'Export the deck in Anki, under File → Export, as .apkg, and add that.'
  ],
  [/\.(?:rar|7z|tar|tgz|gz|bz2|xz|zst)$/i, 'an archive', 'Unpack it, and add the files in it.'],
  [
    /\.(?:tex|org|rst|adoc|asciidoc|textile|wiki|mediawiki|typ|ipynb|opml)$/i,
    'text with marks of another language',
    'Save it as Markdown or HTML in its own program, or convert it with Pandoc, and add that.'
  ]
]

/** What a file of a kind that is not read is, and what to do with it; `undefined` where its name does not say. */
export function foreignFile(path: string): { kind: string; remedy: string } | undefined {
  const known = foreign.find(([ending]) => ending.test(path))
  return known && { kind: known[1], remedy: known[2] }
}

/** What to do with a file that begins like this kind, whatever its name says. */
export function remedyFor(kind: string): string {
  return foreign.find(([, name]) => name === kind)?.[2] ?? 'Save its text as Markdown first.'
}
