/** The type of a document of XML with definitions of its own, before the document. */
const typed =
  /^((?:\s|<\?[^>]*\?>|<!--(?:(?!-->)[\s\S])*-->)*)<!DOCTYPE[^[>]*\[((?:[^\]]|\](?!\s*>))*)\]\s*>/i
/** An entity that is some words: what could be markup, or hold others, is none. */
const entity = /<!ENTITY\s+([\w.-]{1,100})\s+(?:"([^"<&%]{0,100})"|'([^'<&%]{0,100})')\s*>/g
/** A book that says more has no reader in mind. */
const mostReplaced = 10_000

/**
 * A chapter without the definitions of its own, which HTML does not know: its entities are the words that they stand for,
 * where these are plain.
 */
export function withoutSubset(xml: string): string {
  const found = typed.exec(xml)
  if (!found) return xml
  const [all, before = '', subset = ''] = found
  const words = new Map<string, string>()
  for (const [, name = '', double, single] of subset.matchAll(entity)) {
    if (!words.has(name)) words.set(name, double ?? single ?? '')
  }
  const rest = xml.slice(all.length)
  if (words.size === 0) return before + rest
  let count = 0
  return (
    before +
    rest.replace(/&([\w.-]{1,100});/g, (sign, name: string) =>
      count++ < mostReplaced ? (words.get(name) ?? sign) : sign
    )
  )
}
