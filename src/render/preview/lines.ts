import type { Element, Root } from 'hast'

const placed = new Set('p li tr pre blockquote h1 h2 h3 h4 h5 h6 table ul ol dl dt dd'.split(' '))
const holders = new Set('ul ol li dl dd blockquote table thead tbody'.split(' '))

/** Says on each block of a tree which line of the source it came from. */
export function placeLines(parent: Root | Element): void {
  for (const child of parent.children) {
    if (child.type !== 'element') continue
    if (child.position && (parent.type === 'root' || placed.has(child.tagName))) {
      child.properties['dataLine'] = child.position.start.line
    }
    if (holders.has(child.tagName)) placeLines(child)
  }
}

/** Counts the lines of a tree from `line`, so that it reads the same wherever it stands. */
export function countLinesFrom(line: number, parent: Root | Element): void {
  for (const child of parent.children) {
    if (child.type !== 'element') continue
    const { dataLine } = child.properties
    if (dataLine !== undefined && dataLine !== null) {
      delete child.properties['dataLine']
      const by = Number(dataLine) - line
      if (by > 0) child.properties['dataBy'] = by
    }
    countLinesFrom(line, child)
  }
}
