import type { SourceFile } from '../../document/model.ts'
import notes from './notes.md?raw'
import school from './school.md?raw'

export const exampleProject: SourceFile[] = [
  { path: 'näide.md', text: school },
  { path: 'märkmed ilma märgenditeta.md', text: notes }
]
