/** Marks of lists, quotes and headings stay before the tags. */
const marks = /^\s*(?:(?:[-*+>]|\d+[.)]|#{1,6})\s+)*/
const tag = /\[\/?(?:Q|A|T|BLOCKREAD|CHAPTREEREAD)\/?\]/
const labels = { Q: /^(?:Q|Question)\s*:\s*/i, A: /^(?:A|Answer)\s*:\s*/i }

/** Two lines as question and answer, blank lines between them kept; undefined where they are other lines. */
export function cardOfLines(text: string): string | undefined {
  if (tag.test(text)) return undefined
  const lines = text.split('\n')
  const [first, second, ...more] = lines.flatMap((line, at) => (line.trim() === '' ? [] : [at]))
  if (first === undefined || second === undefined || more.length > 0) return undefined
  return lines
    .map((line, at) =>
      at === first ? tagged(line, 'Q') : at === second ? tagged(line, 'A') : line
    )
    .join('\n')
}

/** Labelled pairs of lines, `Q: …` and `A: …`, as cards; undefined where a text is anything else. */
export function cardsOfLabels(text: string): string | undefined {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  if (lines.length < 2 || lines.length % 2 === 1 || tag.test(text)) return undefined
  const fit = lines.every((line, at) =>
    labels[at % 2 === 0 ? 'Q' : 'A'].test(line.replace(marks, ''))
  )
  if (!fit) return undefined
  let at = 0
  return text
    .split('\n')
    .map((line) => (line.trim() === '' ? line : tagged(line, at++ % 2 === 0 ? 'Q' : 'A')))
    .join('\n')
}

function tagged(line: string, kind: 'Q' | 'A'): string {
  const mark = marks.exec(line)?.[0] ?? ''
  const words = line.slice(mark.length).replace(labels[kind], '').trim()
  return `${mark}[/${kind}]${words}[${kind}/]`
}
