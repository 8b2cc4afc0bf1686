import type { Element } from 'hast'
import { knownLanguage } from './code-languages.ts'
import type { Drawers } from './drawers.ts'

/**
 * Colours the code in a `pre`, where its language is known. Says whether it would, if only somebody
 * were there to draw it.
 */
export function colourBlock({ children }: Element, { code: draw }: Drawers): boolean {
  const code = children.find((child) => child.type === 'element')
  if (code?.tagName !== 'code') return false
  const language = languageOf(code)
  const text = code.children[0]
  if (language === undefined || text?.type !== 'text' || code.children.length > 1) return false
  code.children = draw?.(text.value, language) ?? code.children
  return draw === undefined
}

function languageOf({ properties }: Element): string | undefined {
  const { className } = properties
  const named = Array.isArray(className) ? String(className[0]) : ''
  return named.startsWith('language-') ? knownLanguage(named.slice('language-'.length)) : undefined
}
