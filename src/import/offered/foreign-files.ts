import { say, type Said } from '../../say/say.ts'

/** What a file is that cannot be read here, and what to do. */
export interface ForeignFile {
  /** To stand behind “is”. */
  kind: Said
  remedy: Said
}

/** A PDF, by its ending or its first bytes. */
export const pdf: ForeignFile = {
  kind: say('a PDF'),
  remedy: say(
    'A PDF has no paragraphs to be read. Open it, select all, copy, and paste it here; or save it as DOCX or HTML where it was made, and add that.'
  )
}

/** A file of a kind of which there is no more to say. */
export function other(kind: Said): ForeignFile {
  return { kind, remedy: say('Save its text as Markdown first.') }
}

/** What people keep notes in that cannot be read here, by ending: what it is, and what to do. */
const foreign: [ending: RegExp, file: ForeignFile][] = [
  [/\.pdf$/i, pdf],
  [
    /\.(?:doc|dot|odt|ott|rtf|pages|wp[ds]?|hwpx?)$/i,
    {
      kind: say('a word processor’s file'),
      remedy: say('Open it in its own program, save it as DOCX or HTML, and add that.')
    }
  ],
  [
    /\.gdoc$/i,
    {
      kind: say('only a link to a document of Google'),
      remedy: say('Open it in Google Docs, choose File → Download → Microsoft Word, and add that.')
    }
  ],
  [
    /\.(?:pptx?|pps[xm]?|pptm|odp|key)$/i,
    {
      kind: say('a slide show'),
      remedy: say(
        'Save its text as Markdown or HTML first; or open it, copy its text, and paste it here.'
      )
    }
  ],
  [
    /\.(?:xlsx?|xlsm|xlsb|ods|numbers|gsheet)$/i,
    {
      kind: say('a spreadsheet'),
      remedy: say('Open it in its own program, save the sheet as CSV, and add that.')
    }
  ],
  [
    /\.(?:one|onetoc2|onepkg)$/i,
    {
      kind: say('a notebook of OneNote'),
      remedy: say(
        'Open it in OneNote, select all on a page, copy, and paste it here; or export the page as DOCX and add that.'
      )
    }
  ],
  [
    /\.(?:enex|goodnotes|notability|note|nsx)$/i,
    {
      kind: say('a notebook of another program'),
      remedy: say('Export the notes there as Markdown, HTML or DOCX, and add those.')
    }
  ],
  [
    /\.(?:mobi|azw3?|kfx|fb2|djvu)$/i,
    {
      kind: say('an e-book of another kind'),
      remedy: say('Convert it to EPUB, for example with Calibre, and add that.')
    }
  ],
  [
    /\.(?:mht|mhtml|webarchive|maff)$/i,
    {
      kind: say('a saved page in a package'),
      remedy: say(
        'Open it in a browser, save it as HTML, and add that; or select all, copy, and paste it here.'
      )
    }
  ],
  [
    /\.(?:anki2|anki21b?|ankiaddon)$/i,
    {
      kind: say('a file of Anki itself'),
      remedy: say('Export the deck in Anki, under File → Export, as .apkg, and add that.')
    }
  ],
  [
    /\.(?:rar|7z|tar|tgz|gz|bz2|xz|zst)$/i,
    { kind: say('an archive'), remedy: say('Unpack it, and add the files in it.') }
  ],
  [
    /\.(?:tex|org|rst|adoc|asciidoc|textile|wiki|mediawiki|typ|ipynb|opml)$/i,
    {
      kind: say('text with marks of another language'),
      remedy: say(
        'Save it as Markdown or HTML in its own program, or convert it with Pandoc, and add that.'
      )
    }
  ]
]

/** What a file of a kind that is not read is, and what to do with it; `undefined` where its name does not say. */
export function foreignFile(path: string): ForeignFile | undefined {
  return foreign.find(([ending]) => ending.test(path))?.[1]
}
