import { expect, test } from 'vitest'
import { Project, type Edit } from '../../../src/state/project/project.svelte.ts'
import { TypedText } from '../../../src/state/project/typed-text.ts'

/** Types a letter at the begin of a file, as the editor has its text. */
function typeInto(project: Project, path: string): TypedText {
  const before = project.text(path).replace(/\r\n?/g, '\n')
  const edits = [{ start: 0, end: 0, insert: 'x' }]
  const size = { length: before.length + 1, lines: before.split('\n').length }
  const typed = new TypedText(() => `x${before}`, size, edits, before.length)
  project.write(path, typed)
  return typed
}

test('edits are told of a text that the editor has as it is, and else the whole text is asked for', () => {
  const project = new Project()
  const told: Edit[] = []
  project.listen((edit) => told.push(edit))
  const edits = () => told.at(-1)?.typed

  project.put([
    { path: 'a.md', text: 'one\n' },
    // The editor ends all lines alike.
    { path: 'b.md', text: 'one\r\ntwo\r\n' },
    { path: 'c.md', text: 'one\rtwo\r' }
  ])
  expect(edits()).toBeUndefined()
  expect(typeInto(project, 'a.md').edits).toBe(edits())
  expect(project.text('a.md')).toBe('xone\n')
  expect(project.length('a.md')).toBe(5)

  for (const path of ['b.md', 'c.md']) {
    typeInto(project, path)
    expect(edits()).toBeUndefined()
    expect(typeInto(project, path).edits).toBe(edits())
    expect(project.text(path)).toBe('xxone\ntwo\n')
  }

  project.put([{ path: 'a.md', text: 'another text' }])
  const size = { length: 6, lines: 2 }
  project.write(
    'a.md',
    new TypedText(() => 'xxone\n', size, [{ start: 0, end: 0, insert: 'x' }], 5)
  )
  expect(edits()).toBeUndefined()
})

test('lines are known of a text that nobody has put together', () => {
  const project = new Project()
  project.put([{ path: 'a.md', text: 'one\ntwo\n' }])
  expect(project.lines('a.md')).toBe(3)
  const notNow = () => {
    throw new Error('Nobody asks for the text.')
  }
  project.write('a.md', new TypedText(notNow, { length: 10, lines: 4 }, [], 8))
  expect(project.lines('a.md')).toBe(4)
  expect(project.length('a.md')).toBe(10)
})
