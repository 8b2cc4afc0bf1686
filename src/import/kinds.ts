/** Kinds of file that are converted to Markdown before they come in. */
export type ImportKind = 'html' | 'docx' | 'epub' | 'table' | 'deck' | 'anki-text'

const endings: [ending: RegExp, kind: ImportKind][] = [
  [/\.(?:html?|xhtml)$/i, 'html'],
  [/\.(?:docx|docm|dotx)$/i, 'docx'],
  [/\.epub$/i, 'epub'],
  [/\.(?:csv|tsv|tab)$/i, 'table'],
  [/\.(?:apkg|colpkg)$/i, 'deck']
]

/** The kind that a file's name says; `undefined` where it is none that is converted. */
export function importKindOf(path: string): ImportKind | undefined {
  return endings.find(([ending]) => ending.test(path))?.[1]
}

/**
 * The kind of a file by its name and, of a text, by how it begins: notes that Anki exported say so in
 * lines of their own. Ours are written to go back to Anki.
 */
export async function importKindOfFile(path: string, file: Blob): Promise<ImportKind | undefined> {
  const kind = importKindOf(path)
  if (!/\.(?:txt|tsv|csv)$/i.test(path)) return kind
  try {
    return ankiTextBegin.test(await file.slice(0, 500).text()) ? 'anki-text' : kind
  } catch {
    return kind
  }
}

/** The lines by which Anki says what the columns of its text are. */
const ankiTextBegin =
  /^\ufeff?#separator:[^\n]*\n(?:#(?!if matches)[^\n]*\n)*#(?:guid|notetype|deck|tags) column:\d/i
