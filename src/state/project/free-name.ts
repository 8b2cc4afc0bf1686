/** A path as Windows and macOS know it, to whom capitals and small letters are the same. */
export function pathOnDisk(path: string): string {
  return path.normalize('NFC').toLowerCase()
}

/**
 * A name that is not taken: as wished, else `Notes (2)`, `notes (2).md`, …, sought among thousands in some steps.
 * `known` says what stands for a name among those that are taken.
 */
export function freeName(
  wish: string,
  taken: Iterable<string>,
  known = (name: string): string => name
): string {
  const names: ReadonlySet<string> = taken instanceof Set ? taken : new Set(taken)
  if (!names.has(known(wish))) return wish
  const dot = wish.lastIndexOf('.')
  const cut = dot > wish.lastIndexOf('/') + 1 ? dot : wish.length
  const named = (number: number) => `${wish.slice(0, cut)} (${number})${wish.slice(cut)}`
  let [last, free] = [1, 2]
  while (names.has(known(named(free)))) [last, free] = [free, 2 * free]
  while (free - last > 1) {
    const middle = Math.floor((last + free) / 2)
    if (names.has(known(named(middle)))) last = middle
    else free = middle
  }
  return named(free)
}

const heading = /^ {0,3}#{1,6}[ \t]+(.+?)[ \t#]*$|^ {0,3}(\S.*)\r?\n {0,3}(?:=+|-+)[ \t]*$/m
const tag = /\[\/?[TQA]\/?\]/g

/** A file name for pasted Markdown: from its first heading, else its first words. */
export function pathForText(text: string): string {
  const found = heading.exec(text)
  const title = found?.[1] ?? found?.[2] ?? text.trim().split('\n', 1)[0] ?? ''
  const name = title
    .replace(tag, ' ')
    .replace(/[\p{P}\p{S}\p{C}]+/gu, ' ')
    .trim()
    .split(/\s+/)
    .slice(0, 8)
    .join('-')
    .toLowerCase()
    .slice(0, 60)
  return `${name || 'pasted'}.md`
}

/** What is wrong with a path that a person typed, as a sentence; `undefined` where nothing is. */
export function acceptPath(path: string, taken: Iterable<string>): string | undefined {
  if (!path) return 'A file needs a name.'
  if (new Set(taken).has(path)) return `This project already has a file ${path}.`
  if (path.includes('\\')) return 'Write / between folders.'
  const parts = path.split('/')
  const dots = parts.find((part) => part === '.' || part === '..')
  if (dots) return `“${dots}” cannot be the name of a folder or file.`
  if (parts.some((part) => part.trim() === '')) return 'Each folder and the file need a name.'
  return undefined
}
