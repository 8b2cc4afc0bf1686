import { expect, test } from 'vitest'
import { Project, type Edit } from '../../../src/state/project/project.svelte.ts'
import { TypedText } from '../../../src/state/project/typed-text.ts'
import { taken, typeInto } from '../typing.ts'

function listenTo(project: Project): () => Edit['typed'] {
  const told: Edit[] = []
  project.listen((edit) => told.push(edit))
  return () => told.at(-1)?.typed
}

test('edits are told of a text that the editor has as it is, and else the whole text is asked for', () => {
  const project = new Project()
  const edits = listenTo(project)
  project.put([
    { path: 'a.md', text: 'one\n' },
    // The editor ends all lines alike.
    { path: 'b.md', text: 'one\r\ntwo\r\n' },
    { path: 'c.md', text: 'one\rtwo\r' }
  ])
  expect(edits()).toBeUndefined()
  const next = typeInto(project, 'a.md', taken(project, 'a.md'))
  expect(edits()).toEqual([{ start: 0, end: 0, insert: 'x' }])
  expect(project.text('a.md')).toBe('xone\n')
  expect(project.length('a.md')).toBe(5)
  typeInto(project, 'a.md', next)
  expect(edits()).toBeDefined()

  for (const path of ['b.md', 'c.md']) {
    const next = typeInto(project, path, taken(project, path))
    expect(edits()).toBeUndefined()
    typeInto(project, path, next)
    expect(edits()).toBeDefined()
    expect(project.text(path)).toBe('xxone\ntwo\n')
  }
})

test('edits are of no text that another one of the same length has replaced', () => {
  const project = new Project()
  const edits = listenTo(project)
  project.put([{ path: 'a.md', text: 'one' }])
  const editor = taken(project, 'a.md')
  project.put([{ path: 'a.md', text: 'two' }])
  typeInto(project, 'a.md', editor)
  expect(edits()).toBeUndefined()

  const next = typeInto(project, 'a.md', taken(project, 'a.md'))
  project.put([{ path: 'a.md', text: project.text('a.md').replace('o', 'a') }])
  typeInto(project, 'a.md', next)
  expect(edits()).toBeUndefined()
})

test('lines are known of a text that nobody has put together', () => {
  const project = new Project()
  project.put([{ path: 'a.md', text: 'one\ntwo\n' }])
  expect(project.lines('a.md')).toBe(3)
  const notNow = () => {
    throw new Error('Nobody asks for the text.')
  }
  project.write('a.md', new TypedText(notNow, { length: 10, lines: 4 }, [], taken(project, 'a.md')))
  expect(project.lines('a.md')).toBe(4)
  expect(project.length('a.md')).toBe(10)
})
