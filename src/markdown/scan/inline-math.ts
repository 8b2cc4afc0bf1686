/** Between dollars: no tag, link, code, HTML or other dollar; no address, either. */
const tex = String.raw`(?:[^$${'`'}<[\]\\\n]|<(?![a-z/!?])|\[(?![[/]|[A-Z]+\/)|\](?!\()|\\[^[\n])+`
/** No blank is at the edges. */
const math = new RegExp(String.raw`\$(?![\s\]])(${tex})(?<!\s)\$(?![$\d\]])`, 'iy')
const display = new RegExp(String.raw`\$\$(?!\])(${tex})\$\$(?![$\]])`, 'iy')

/** A formula that begins with some dollars, and where it ends; undefined where that is not certain. */
export function mathAt(
  text: string,
  at: number,
  dollars: '$' | '$$'
): { value: string; end: number } | undefined {
  const pattern = dollars === '$' ? math : display
  pattern.lastIndex = at
  const [, written] = pattern.exec(text) ?? []
  if (written === undefined || /:\/\/|www\./i.test(written)) return undefined
  const value = written.trim()
  return value === '' ? undefined : { value, end: pattern.lastIndex }
}
