/** What has a title, and parts that have one. */
interface Titled<Part> {
  title: string
  children: Part[]
}

/**
 * The chapter that the part of a link names, `Heading` or `Heading#Below`; as Obsidian does, whatever
 * signs and cases: also as code forges spell it, `parts-of-a-cell`. The first of a name counts.
 */
export function chapterOfPart<Part extends Titled<Part>>(
  tree: readonly Part[],
  part: string
): Part | undefined {
  const names = part.split('#').map(keyOf)
  let found: Part | undefined
  let within = tree
  for (const name of names) {
    found = firstNamed(within, name)
    if (!found) return names.length > 1 ? firstNamed(tree, names.at(-1) ?? '') : undefined
    within = found.children
  }
  return found
}

/** The line, from 1, at which the part of a link stands in a text; `^id` is the block marked with it. */
export function lineOfPart<Part extends Titled<Part> & { startLine: number }>(
  tree: readonly Part[],
  text: string,
  part: string
): number | undefined {
  if (!part.startsWith('^')) return chapterOfPart(tree, part)?.startLine
  const at = text.split(/\r\n|\n|\r/).findIndex((line) => endsWithId(line, part))
  return at < 0 ? undefined : at + 1
}

/** Whether a text ends with the id of a block, `^id`, and nothing but blanks. */
export function endsWithId(text: string, id: string): boolean {
  const end = text.trimEnd()
  const from = end.length - id.length
  return end.slice(from).toLowerCase() === id.toLowerCase() && /^$|\s/.test(end.charAt(from - 1))
}

function firstNamed<Part extends Titled<Part>>(
  chapters: readonly Part[],
  name: string
): Part | undefined {
  for (const chapter of chapters) {
    const found = keyOf(chapter.title) === name ? chapter : firstNamed(chapter.children, name)
    if (found) return found
  }
  return undefined
}

function keyOf(name: string): string {
  const words = name.normalize('NFC').toLowerCase()
  return words.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim() || words.trim()
}
