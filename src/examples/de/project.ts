import type { SourceFile } from '../../document/model.ts'
import notes from './notes.md?raw'
import school from './school.md?raw'

export const exampleProject: SourceFile[] = [
  { path: 'beispiel.md', text: school },
  { path: 'notizen ohne tags.md', text: notes }
]
