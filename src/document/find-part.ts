import type { Chapter } from './model.ts'

/**
 * The chapter that the part of a link names, `Heading` or `Heading#Below`; as Obsidian does, whatever
 * signs and cases: also as code forges spell it, `parts-of-a-cell`. The first of a name counts.
 */
export function chapterOfPart(tree: readonly Chapter[], part: string): Chapter | undefined {
  const names = part.split('#').map(keyOf)
  let found: Chapter | undefined
  let within = tree
  for (const name of names) {
    found = firstNamed(within, name)
    if (!found) return names.length > 1 ? firstNamed(tree, names.at(-1) ?? '') : undefined
    within = found.children
  }
  return found
}

/** The line, from 1, at which the part of a link stands in a text; `^id` is the block marked with it. */
export function lineOfPart(
  tree: readonly Chapter[],
  text: string,
  part: string
): number | undefined {
  if (!part.startsWith('^')) return chapterOfPart(tree, part)?.startLine
  const id = part.toLowerCase()
  const at = text.split(/\r\n|\n|\r/).findIndex((line) => {
    const end = line.trimEnd().toLowerCase()
    return end === id || end.endsWith(` ${id}`)
  })
  return at < 0 ? undefined : at + 1
}

function firstNamed(chapters: readonly Chapter[], name: string): Chapter | undefined {
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
