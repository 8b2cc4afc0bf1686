/** Kinds of file that are converted to Markdown before they come in. */
export type ImportKind = 'html'

const endings: [ending: RegExp, kind: ImportKind][] = [[/\.(?:html?|xhtml)$/i, 'html']]

/** The kind that a file's name says; `undefined` where it is none that is converted. */
export function importKindOf(path: string): ImportKind | undefined {
  return endings.find(([ending]) => ending.test(path))?.[1]
}
