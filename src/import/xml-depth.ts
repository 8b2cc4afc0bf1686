/** Elements may stand in each other so deep, which is more than any document: what reads them calls itself for each. */
const mostElements = 400

const beginOfTag = /<(\/?)([^\s<>/!?"'=]+)|<!--|<!\[CDATA\[/g
const restOfTag = /(?:\s+[^\s<>"'=/]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*(\/?)>/y

/** Whether elements of some XML stand in each other too deep to be read; what is not well-formed counts as deeper than it is. */
export function isXmlTooDeep(xml: string): boolean {
  const open: string[] = []
  beginOfTag.lastIndex = 0
  for (let found = beginOfTag.exec(xml); found; found = beginOfTag.exec(xml)) {
    const [sign, slash, name] = found
    const at = beginOfTag.lastIndex
    if (name === undefined) {
      const end = xml.indexOf(sign === '<!--' ? '-->' : ']]>', at)
      if (end < 0) return false
      beginOfTag.lastIndex = end
      continue
    }
    if (slash !== '') {
      if (open.at(-1) === name) open.pop()
      continue
    }
    restOfTag.lastIndex = at
    const [rest, close] = restOfTag.exec(xml) ?? []
    if (rest !== undefined) beginOfTag.lastIndex = at + rest.length
    if (close !== '/' && open.push(name) > mostElements) return true
  }
  return false
}
