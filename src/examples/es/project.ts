import type { SourceFile } from '../../document/model.ts'
import notes from './notes.md?raw'
import school from './school.md?raw'

export const exampleProject: SourceFile[] = [
  { path: 'ejemplo.md', text: school },
  { path: 'notas sin etiquetas.md', text: notes }
]
