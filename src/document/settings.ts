import type { Settings } from './model.ts'

/** What holds where a project says nothing (L3.4, L5). */
export const defaultSettings: Settings = {
  capture: 'tagged',
  chapterContent: 'region',
  contentFormat: 'markdown',
  questionsInContent: true,
  deck: 'LaegnaAITraining',
  decks: 'one',
  tags: ['qa', 'markdown', 'laegna'],
  noteSyntax: true,
  lineBreaks: false,
  sourceLink: ''
}

/**
 * The given settings over the defaults. They come from stores and programs of any sort: what no
 * setting may be counts as not said, and of `tags` what is no text.
 */
export function completeSettings(settings: Partial<Settings> = {}): Settings {
  const given = new Map<string, unknown>(Object.entries(settings))
  const deck = given.get('deck')
  const link = given.get('sourceLink')
  return {
    capture: oneOf('capture', ['tagged', 'all']),
    chapterContent: oneOf('chapterContent', ['region', 'own']),
    contentFormat: oneOf('contentFormat', ['markdown', 'text']),
    questionsInContent: yesOrNo('questionsInContent'),
    deck: typeof deck === 'string' ? deck : defaultSettings.deck,
    decks: oneOf('decks', ['one', 'file', 'chapter']),
    tags: tags(),
    noteSyntax: yesOrNo('noteSyntax'),
    lineBreaks: yesOrNo('lineBreaks'),
    sourceLink: typeof link === 'string' ? link : defaultSettings.sourceLink
  }

  function yesOrNo(key: 'questionsInContent' | 'noteSyntax' | 'lineBreaks'): boolean {
    const value = given.get(key)
    return typeof value === 'boolean' ? value : defaultSettings[key]
  }

  function oneOf<Key extends 'capture' | 'chapterContent' | 'contentFormat' | 'decks'>(
    key: Key,
    values: Settings[Key][]
  ): Settings[Key] {
    return values.find((value) => value === given.get(key)) ?? defaultSettings[key]
  }

  function tags(): string[] {
    const value: unknown = given.get('tags')
    if (!Array.isArray(value)) return [...defaultSettings.tags]
    return value.filter((tag: unknown) => typeof tag === 'string')
  }
}
