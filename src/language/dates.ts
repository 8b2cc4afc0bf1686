import { locale } from './language.ts'

/** Day and time, of milliseconds since 1970. */
export function moment(at: number): string {
  return new Date(at).toLocaleString(locale)
}

/** The day, of milliseconds since 1970. */
export function day(at: number): string {
  return new Date(at).toLocaleDateString(locale)
}
