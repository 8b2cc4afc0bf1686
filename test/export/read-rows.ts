/** Reads the rows of a text file where every cell is quoted; fails at anything else. */
export function readRows(text: string): string[][] {
  const rows: string[][] = []
  let at = 0
  while (at < text.length) {
    const row: string[] = []
    for (;;) {
      if (text[at] !== '"') throw new Error(`No quote opens the cell at ${at}.`)
      let cell = ''
      at++
      for (;;) {
        const close = text.indexOf('"', at)
        if (close === -1) throw new Error(`The cell before ${at} is never closed.`)
        cell += text.slice(at, close)
        at = close + 1
        if (text[at] !== '"') break
        cell += '"'
        at++
      }
      row.push(cell)
      const end = text[at]
      at++
      if (end === '\n') break
      if (end !== '\t') throw new Error(`After a cell, at ${at}, stands neither tab nor line end.`)
    }
    rows.push(row)
  }
  return rows
}
