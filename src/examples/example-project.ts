import type { SourceFile } from '../document/model.ts'
import plainNotes from './plain-notes.md?raw'
import schoolExample from './school-example.md?raw'
import seedExample from './seed-example.md?raw'

const inEnglish: SourceFile[] = [
  { path: 'example.md', text: schoolExample },
  { path: 'notes without tags.md', text: plainNotes }
]

/** The example in other languages, by their codes: each comes alone. */
const translated = new Map([
  ['de', () => import('./de/project.ts')],
  ['es', () => import('./es/project.ts')],
  ['et', () => import('./et/project.ts')],
  ['fr', () => import('./fr/project.ts')],
  ['zh', () => import('./zh/project.ts')]
])

/**
 * What a first visit opens: a tagged document, and notes that show that tags need not be; in English where
 * a language has none of its own.
 */
export async function exampleProject(language: string): Promise<SourceFile[]> {
  const load = translated.get(language)
  return load ? (await load()).exampleProject : inEnglish
}

/** The document that this program began with. */
export const originalExample: SourceFile[] = [{ path: 'example.md', text: seedExample }]
