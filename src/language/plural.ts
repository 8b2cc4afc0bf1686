import { figure } from './figures.ts'
import { language } from './language.ts'
import { languages } from './languages.ts'

/** By language, made when something is counted: each takes milliseconds, which the first paint would wait for. */
const rules = new Map<string, Intl.PluralRules>()

/**
 * The form for a count, filled in: `plural(2, ['{count} card', '{count} cards'])` is `2 cards`. The
 * build takes the forms of the page's language instead, as many as that has; other places are filled
 * from `values`, numbers as the page writes them.
 */
export function plural(
  count: number,
  forms: readonly string[],
  values: Record<string, string | number> = {}
): string {
  // What is not translated yet stands in English, and is bent as English is.
  const isOwn = forms.length === language.forms.length
  const { code, forms: kinds } = isOwn ? language : languages[0]
  const at = kinds.indexOf(rulesOf(code).select(count))
  return filled(forms.at(at) ?? '', { count, ...values })
}

function rulesOf(code: string): Intl.PluralRules {
  const known = rules.get(code) ?? new Intl.PluralRules(code)
  rules.set(code, known)
  return known
}

/** A template with its places filled; a place without a value stays as it is. */
export function filled(template: string, values: Record<string, string | number>): string {
  return template.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = values[name]
    return typeof value === 'number' ? figure(value) : (value ?? place)
  })
}
