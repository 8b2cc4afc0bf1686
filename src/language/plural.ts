import { figure } from './figures.ts'
import { language } from './language.ts'
import { languages } from './languages.ts'

const rules = new Intl.PluralRules(language.code)
const english = new Intl.PluralRules('en')

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
  const kinds = isOwn ? language.forms : languages[0].forms
  const at = kinds.indexOf((isOwn ? rules : english).select(count))
  return filled(forms.at(at) ?? '', { count, ...values })
}

/** A template with its places filled; a place without a value stays as it is. */
export function filled(template: string, values: Record<string, string | number>): string {
  return template.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = values[name]
    return typeof value === 'number' ? figure(value) : (value ?? place)
  })
}
