import { parse, TomlError } from 'smol-toml'
import type { SourceRange } from '../../markdown/tree/container-marks.ts'
import type { KeyPlaces } from './header-keys.ts'

/** Why a header is no TOML, and from where to the end of that line, as offsets in it. */
export interface TomlFault {
  message: string
  place: SourceRange
}

/** Reads a header of TOML, whose line ends are LF or CRLF; of a broken one, says what is wrong with it. */
export function readToml(
  toml: string
): { data: Record<string, unknown>; error?: never } | { data?: never; error: TomlFault } {
  try {
    return { data: parse(toml, { integersAsBigInt: 'asNeeded' }) }
  } catch (error) {
    if (!(error instanceof TomlError)) throw error
    const [said = ''] = error.message.split('\n')
    const message = said.replace(/^Invalid TOML document: /, '').replace(/\.$/, '')
    return { error: { message, place: placeOf(toml, error) } }
  }
}

function placeOf(toml: string, { line, column }: TomlError): SourceRange {
  let lineStart = 0
  for (let at = 1; at < line; at++) lineStart = toml.indexOf('\n', lineStart) + 1
  const lineEnd = lineStart + (/^[^\r\n]*/.exec(toml.slice(lineStart))?.[0].length ?? 0)
  // At the end of a line there is nothing to point at: then the whole line.
  const start = lineStart + column - 1
  return { start: start < lineEnd ? start : lineStart, end: lineEnd }
}

const keyLine = /^([ \t]*)("[^"\r\n]*"|'[^'\r\n]*'|[\w-]+)[ \t]*=[ \t]*(.*)$/gm

/** Where the keys above the first table of a header stand. */
export function tomlPlaces(toml: string): KeyPlaces {
  const places: KeyPlaces = new Map()
  const table = /^[ \t]*\[/m.exec(toml)?.index ?? toml.length
  for (const match of toml.slice(0, table).matchAll(keyLine)) {
    const [line, indent = '', written = '', value = ''] = match
    const name = written.replace(/^(["'])(.*)\1$/, '$2')
    const key = match.index + indent.length
    const end = match.index + line.length
    if (places.has(name)) continue
    places.set(name, {
      key: { start: key, end: key + written.length },
      value: { start: end - value.length, end: end - value.length + value.trimEnd().length }
    })
  }
  return places
}
