import { locale } from './language.ts'

/** Made with the first number: it takes milliseconds, which the first paint would wait for. */
let numbers: Intl.NumberFormat | undefined

/** A number as the language of the page writes it: `1,200`, `1.200`. */
export function figure(value: number, options?: Intl.NumberFormatOptions): string {
  if (options) return value.toLocaleString(locale, options)
  // Alike in all languages of the page: most counts of a first view.
  if (Number.isInteger(value) && value >= 0 && value < 1000) return String(value)
  numbers ??= new Intl.NumberFormat(locale)
  return numbers.format(value)
}
