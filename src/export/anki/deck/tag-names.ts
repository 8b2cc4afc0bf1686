import { cleanText } from '../../../render/clean-text.ts'

/**
 * Tags as Anki stores them (A5): blanks, which part tags there, become `_`; a level below another
 * stands behind `::`, also where notes have it behind `/`; empty levels, control characters, empty
 * tags and repeated ones go.
 */
export function tagNames(tags: string[]): string[] {
  const names = tags.map((tag) =>
    cleanText(tag)
      .normalize('NFC')
      .split(/::|\//)
      .map((level) =>
        level
          .trim()
          .replace(/\s+/g, '_')
          .replace(/\p{Cc}/gu, '')
      )
      .filter((level) => level !== '')
      .join('::')
  )
  return [...new Set(names.filter((name) => name !== ''))]
}
