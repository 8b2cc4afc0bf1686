import type { Settings } from './model.ts'

/** What holds where a project says nothing (L3.4, L5). */
export const defaultSettings: Settings = {
  capture: 'tagged',
  chapterContent: 'region',
  contentFormat: 'markdown',
  questionsInContent: true,
  deck: 'LaegnaAITraining',
  decks: 'one',
  tags: ['qa', 'markdown', 'laegna']
}

/** The given settings over the defaults. */
export function completeSettings(settings: Partial<Settings> = {}): Settings {
  return { ...defaultSettings, ...settings }
}
