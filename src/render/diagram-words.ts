/** What a diagram says of itself to those who do not see it: its title and description. */
export function diagramWords(source: string): string {
  const title = /^[ \t]*accTitle[ \t]*:(.*)$/m.exec(source)?.[1]
  const described =
    /^[ \t]*accDescr[ \t]*:(.*)$/m.exec(source)?.[1] ??
    /^[ \t]*accDescr[ \t]*\{([^}]*)\}/m.exec(source)?.[1]
  const words = [title, described].map((text) => text?.replace(/\s+/g, ' ').trim() ?? '')
  return words.filter((text) => text !== '').join(': ') || 'Diagram'
}
