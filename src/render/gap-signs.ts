/**
 * How the gaps of a cloze card go through rendering (N3.2): as text of a sign that the card does not
 * hold, so that nothing takes them for Markdown, HTML or Anki's marks, until they are written.
 */
export interface GapSigns {
  open(numbers: number[]): string
  readonly hint: string
  readonly close: string
  /** The HTML of a question as Anki reads it: with its gaps, and nothing else that it would take for one. */
  asAnki(html: string): string
}

const FIRST = 0xe000
const LAST = 0xf8ff

/** Signs for a question with this source; private characters of Unicode, which texts hardly hold. */
export function gapSigns(source: string): GapSigns {
  let code = FIRST
  while (code < LAST && source.includes(String.fromCharCode(code))) code++
  const sign = String.fromCharCode(code)
  const begin = new RegExp(`${sign}([\\d,]+)${sign}`, 'g')
  // Anki puts brackets around a hint: `[sound:…]` would be a command of its own.
  const command = new RegExp(`${sign}h${sign}(?=sound:|/?anki:|/?latex|/?[$]|type:).`, 'gi')
  const beforeEnd = new RegExp(`\\}(?=\\}|${sign}e${sign})`, 'g')
  return {
    open: (numbers) => `${sign}${numbers.join(',')}${sign}`,
    hint: `${sign}h${sign}`,
    close: `${sign}e${sign}`,
    asAnki: (html) =>
      html
        .replace(/:(?=:)/g, '&#58;')
        .replace(beforeEnd, '&#125;')
        .replace(begin, '{{c$1::')
        .replace(command, (mark) => `${mark.slice(0, 3)}&#${String(mark.charCodeAt(3))};`)
        .replaceAll(`${sign}h${sign}`, '::')
        .replaceAll(`${sign}e${sign}`, '}}')
  }
}
