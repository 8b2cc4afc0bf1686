import type { SourceFile } from '../../document/model.ts'
import notes from './notes.md?raw'
import school from './school.md?raw'

export const exampleProject: SourceFile[] = [
  { path: '示例.md', text: school },
  { path: '没有标签的笔记.md', text: notes }
]
