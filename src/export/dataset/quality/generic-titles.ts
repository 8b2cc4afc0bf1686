import type { Entry } from '../items/item.ts'
import { partKey } from '../parts.ts'
import { genericWords } from './generic-words.ts'

/** `Summary and Exercises` says no more than either. */
const AND = / (?:and|und|y|et|e|en|ja|и) |[和与と]/u

const generic = new Set(
  Object.values(genericWords).flatMap((words) => words.split(/,\s*/).map((word) => plain(word)))
)

/** Whether a title says nothing of what it stands above: `Introduction`, `2.1 Examples`, `Part II`, `第三章`. */
export function isGeneric(title: string): boolean {
  const words = plain(title)
  // A year or a day says something; what is no word at all may be an operator.
  if (words === '')
    return /^[^\p{L}\p{N}]*\p{N}{1,2}(?:[^\p{L}\p{N}]+\p{N}{1,2})?[^\p{L}\p{N}]*$/u.test(title)
  return (
    generic.has(words) ||
    words.split(AND).every((part) => generic.has(part)) ||
    /^\W*第\s*[\p{N}一二三四五六七八九十百]+\s*[章节節部分课課回]\W*$/u.test(title)
  )
}

/** In small letters, without marks, and without numbers that count chapters. */
function plain(title: string): string {
  return withoutNumbers(
    title
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[&+,/]/g, ' and ')
  )
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .replace(/(?<=\p{L} )[ivx]+ ?$/u, '')
    .trim()
}

/** Without `3.1`, `5a`, `ch03-05` and the like. */
function withoutNumbers(title: string): string {
  return title.replace(
    /(?<!\p{L})(?:ch\.?)?\p{N}+(?:[.-]\p{N}+)*[a-z]?(?![\p{L}\p{N}]*[a-z])/giu,
    ' '
  )
}

/** What is known of a title. */
interface Title {
  plain: string
  isGeneric: boolean
}

/**
 * Gives entries a topic where their title does not say of what they are: before one like `Introduction` stands the
 * nearest title or folder above that says more, before one that several chapters have the nearest title. An empty one: nothing
 * above says more.
 */
export function withTopics(entries: Entry[]): Entry[] {
  // All blocks of a chapter have its title.
  const titles = new Map<string, Title>()
  const titleOf = (text: string): Title => {
    const known = titles.get(text) ?? { plain: plain(text), isGeneric: isGeneric(text) }
    titles.set(text, known)
    return known
  }
  const places = new Map<string, Set<string>>()
  for (const entry of entries) {
    const title = titleOf(entry.item.title).plain
    const known = places.get(title) ?? new Set()
    places.set(title, known.add(partKey(entry)))
  }
  return entries.map((entry): Entry => {
    const { title, file_id, chapter_tree } = entry.item
    const own = titleOf(title)
    const isEmpty = own.isGeneric
    const isShared = (places.get(own.plain)?.size ?? 0) > 1
    if (!isShared && !isEmpty) return entry
    const above = [...(isEmpty ? foldersOf(file_id) : []), ...chapter_tree].findLast(
      (one) => !titleOf(one).isGeneric && titleOf(one).plain !== own.plain
    )
    if (above !== undefined) return { ...entry, topic: `${above}: ${title}` }
    return isEmpty ? { ...entry, topic: '' } : entry
  })
}

/** Folders that hold the texts of a site or a book, whatever these are about. */
const HOLDERS = /^(?:src|source|docs?|content|book|chapters|pages|posts|text|texts|markdown|md)$/i

/** The folders and the name of a file as a person says them; `ch01` and `src` name nothing. */
function foldersOf(fileId: string): string[] {
  return fileId
    .split('/')
    .map((name) =>
      withoutNumbers(name)
        .replace(/[-_\s]+/g, ' ')
        .trim()
    )
    .filter((name) => /\p{L}/u.test(name) && !HOLDERS.test(name))
}
