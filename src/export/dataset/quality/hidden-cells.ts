import { say } from '../../../say/say.ts'
import { cellOf, eachChunk, type QualityRule } from './rule.ts'

/** How MyST and Jupyter Book, Quarto, R Markdown hide the code of a cell from its readers. */
const HIDES = [
  /\b(?:hide|remove)[-_](?:input|cell)\b/,
  /^#\| *(?:echo|include): *false\b/m,
  /\b(?:echo|include) *= *F(?:ALSE)?\b/
]

/** Cells whose code no reader sees: mostly what draws a picture. */
export const hiddenCells: QualityRule = {
  name: 'hidden',
  label: say('Hidden cells'),
  hint: say('Code of notebooks that their author hides from readers.'),
  cutsChapters: true,
  rest: eachChunk((text) => {
    const cell = cellOf(text)
    return cell?.ofNotebook === true && HIDES.some((pattern) => pattern.test(cell.head))
  })
}
