import type { SourceFile } from '../../document/model.ts'
import notes from './notes.md?raw'
import school from './school.md?raw'

export const exampleProject: SourceFile[] = [
  { path: 'exemple.md', text: school },
  { path: 'notes sans balises.md', text: notes }
]
