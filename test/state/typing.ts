import type { Project } from '../../src/state/project/project.svelte.ts'
import { TypedText, type TextBefore } from '../../src/state/project/typed-text.ts'

/** Types at an offset of a text, as the editor does; gives what it is typed into next. */
export function typeInto(
  project: Project,
  path: string,
  before: TextBefore,
  insert = 'x',
  start = 0
): TextBefore {
  const text = withOneLineEnd(project.text(path))
  const after = text.slice(0, start) + insert + text.slice(start)
  const as = sizeOf(after)
  project.write(path, new TypedText(() => after, as, [{ start, end: start, insert }], before))
  return { as }
}

/** What the editor makes of the text of a file. */
export function taken(project: Project, path: string): TextBefore {
  const text = project.text(path)
  return { as: sizeOf(withOneLineEnd(text)), text }
}

/** The editor ends all lines alike. */
function withOneLineEnd(text: string): string {
  return text.replace(/\r\n?/g, '\n')
}

function sizeOf(text: string): TextBefore['as'] {
  return { length: text.length, lines: text.split('\n').length }
}
