import type { SourceFile } from '../document/model.ts'
import plainNotes from './plain-notes.md?raw'
import schoolExample from './school-example.md?raw'
import seedExample from './seed-example.md?raw'

/** What a first visit opens: a tagged document, and notes that show that tags need not be. */
export const exampleProject: SourceFile[] = [
  { path: 'example.md', text: schoolExample },
  { path: 'notes without tags.md', text: plainNotes }
]

/** The document that this program began with. */
export const originalExample: SourceFile[] = [{ path: 'example.md', text: seedExample }]
