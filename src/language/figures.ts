import { locale } from './language.ts'

const numbers = new Intl.NumberFormat(locale)

/** A number as the language of the page writes it: `1,200`, `1.200`. */
export function figure(value: number, options?: Intl.NumberFormatOptions): string {
  return options ? value.toLocaleString(locale, options) : numbers.format(value)
}
