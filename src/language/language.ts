import { languages, type Language } from './languages.ts'

const key = 'laegna.language'

/** What was chosen in the page; undefined: as the browser says. */
export const chosen: string | undefined = known(read())?.code

/** The language of this page, for as long as it is open. */
export const language: Language =
  known(chosen) ??
  wanted()
    .map(known)
    .find((each) => each && !each.unfinished) ??
  languages[0]

/** For numbers and dates: the browser's region where it speaks the language of the page. */
export const locale: string =
  wanted().find((each) => known(each) === language && isLocale(each)) ?? language.code

/** Says on the page which language it is in, for screen readers, hyphenation and the direction of its lines. */
export function markPage(): void {
  document.documentElement.lang = language.code
  document.documentElement.dir = language.dir
}

/** Keeps the choice on this machine; undefined: as the browser says. It shows when the page is loaded again. */
export function choose(code: string | undefined): void {
  if (code === undefined) localStorage.removeItem(key)
  else localStorage.setItem(key, code)
}

/** The browser's languages, the dearest first; outside of a page there are none. */
function wanted(): readonly string[] {
  return typeof document === 'undefined' ? [] : navigator.languages
}

function known(locale: string | null | undefined): Language | undefined {
  const [code] = locale?.toLowerCase().split('-') ?? []
  return languages.find((each) => each.code === code)
}

function read(): string | null {
  try {
    return typeof document === 'undefined' ? null : localStorage.getItem(key)
  } catch {
    // Storage is switched off: as the browser says.
    return null
  }
}

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0
  } catch {
    return false
  }
}
