/** Kinds of diagrams that have a line with their title; in others such a line is something else. */
const titled =
  /^(?:\s|%%.*\n)*(?:pie|gantt|journey|timeline|quadrantChart|xychart|radar|sequenceDiagram|C4)/
const titleLine = /^[ \t]*(?:pie[ \t]+(?:showData[ \t]+)?)?title\b[ \t]*:?[ \t]*(.*)$/m
const header = /^-{3}[ \t]*\r?\n([\s\S]*?\n)-{3}[ \t]*(?:\r?\n|$)/

/** What a diagram says of itself to those who do not see it: its title and description; else that it is one, or `otherwise`. */
export function diagramWords(source: string, otherwise = 'Diagram'): string {
  const title = /^[ \t]*accTitle[ \t]*:(.*)$/m.exec(source)?.[1] ?? shownTitle(source)
  const described =
    /^[ \t]*accDescr[ \t]*:(.*)$/m.exec(source)?.[1] ??
    /^[ \t]*accDescr[ \t]*\{([^}]*)\}/m.exec(source)?.[1]
  const words = [title, described].map((text) => text?.replace(/\s+/g, ' ').trim() ?? '')
  return words.filter((text) => text !== '').join(': ') || otherwise
}

/** The title that is drawn above the diagram. */
function shownTitle(source: string): string | undefined {
  const [whole = '', settings = ''] = header.exec(source) ?? []
  const body = source.slice(whole.length)
  const title = titled.test(body) ? titleLine.exec(body)?.[1] : undefined
  return (title ?? /^title[ \t]*:(.*)$/m.exec(settings)?.[1])
    ?.trim()
    .replace(/^(["'])(.*)\1$/, '$2')
}
