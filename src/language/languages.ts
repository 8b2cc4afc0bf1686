/** A language that the page speaks. */
export interface Language {
  /** As in `lang`, and the name of its catalogue. */
  code: string
  /** As those who speak it write it. */
  name: string
  dir: 'ltr' | 'rtl'
  /** Which kinds of number it has words for, in the order of its catalogue; any other kind takes the last. */
  forms: Intl.LDMLPluralRule[]
  /** Its catalogue lacks too much: only who chooses it has it, with the rest in English. */
  unfinished?: true
}

const two: Intl.LDMLPluralRule[] = ['one', 'other']

/** The first is the one that the code is written in, and what speakers of others see. */
export const languages: readonly [Language, ...Language[]] = [
  { code: 'en', name: 'English', dir: 'ltr', forms: two },
  { code: 'de', name: 'Deutsch', dir: 'ltr', forms: two },
  { code: 'es', name: 'Español', dir: 'ltr', forms: two },
  { code: 'et', name: 'Eesti', dir: 'ltr', forms: two },
  { code: 'fr', name: 'Français', dir: 'ltr', forms: two },
  { code: 'zh', name: '简体中文', dir: 'ltr', forms: ['other'] }
]
