/** Between two dollars: no tag, link, code, HTML or address, and no blank at the edges. */
const math =
  /\$(?![\s\]])((?:[^$`<[\]\\\n]|<(?![a-z/!?])|\[(?![[/]|[A-Z]+\/)|\](?!\()|\\[^[\n])+)(?<!\s)\$(?![$\d\]])/iy

/** The formula that begins at a dollar, and where it ends; undefined where that is not certain. */
export function mathAt(text: string, at: number): { value: string; end: number } | undefined {
  math.lastIndex = at
  const [, value] = math.exec(text) ?? []
  if (value === undefined || /:\/\/|www\./i.test(value)) return undefined
  return { value, end: math.lastIndex }
}
