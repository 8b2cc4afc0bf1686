import { beforeEach, expect, test } from 'vitest'
import { defaultSettings } from '../../../src/laegna.ts'
import type { Change } from '../../../src/worker/protocol/messages.ts'
import { textAfter } from '../../../src/worker/protocol/text-news.ts'
import { ProjectMirror } from '../../../src/worker/reader/project-mirror.ts'

const one = { path: 'one.md', text: '1' }
const two = { path: 'two.md', text: '2' }
let mirror: ProjectMirror
/** What a worker knows that takes each change. */
let known: Map<string, string>

beforeEach(() => {
  mirror = new ProjectMirror()
  known = new Map()
  mirror.reset([one, two], defaultSettings, ['a.png'])
})

function tell(): Change {
  const change = mirror.takeChange()
  for (const news of change.put) known.set(news.path, textAfter(news, known.get(news.path)))
  if (change.paths)
    known = new Map(change.paths.map((path) => [path, known.get(path) ?? 'unknown']))
  return change
}

test('a worker is told everything once, and then only what changed', () => {
  expect(tell()).toEqual({
    put: [one, two],
    paths: ['one.md', 'two.md'],
    settings: defaultSettings,
    media: ['a.png']
  })
  expect(tell()).toEqual({ put: [] })
  mirror.put({ ...one, text: '1b' })
  expect(tell()).toEqual({ put: [{ ...one, text: '1b' }] })
})

test('files that come, go and move reach the worker in their order', () => {
  tell()
  mirror.put({ path: 'three.md', text: '3' })
  mirror.arrange(['three.md', 'one.md'])
  tell()
  expect([...known]).toEqual([
    ['three.md', '3'],
    ['one.md', '1']
  ])
})

test('a file that took too long is kept from the worker until its text changes', () => {
  mirror.hold(['one.md'])
  tell()
  expect([...known.keys()]).toEqual(['two.md'])
  expect(mirror.heldBack).toEqual(['one.md'])
  mirror.put({ ...one, text: 'short' })
  tell()
  expect([...known]).toEqual([
    ['one.md', 'short'],
    ['two.md', '2']
  ])
  expect(mirror.heldBack).toEqual([])
})

test('a new worker is told everything, but what took too long', () => {
  tell()
  mirror.hold(['two.md'])
  mirror.forgetSent()
  known = new Map()
  expect(tell()).toMatchObject({ put: [one], settings: defaultSettings, media: ['a.png'] })
  expect([...known]).toEqual([['one.md', '1']])
})

test('another project brings its own files, settings and media', () => {
  tell()
  mirror.hold(['one.md'])
  const settings = { ...defaultSettings, capture: 'all' as const }
  mirror.reset([two], settings)
  expect(tell()).toEqual({ put: [two], paths: ['two.md'], settings, media: [] })
  expect(mirror.heldBack).toEqual([])
  expect(mirror.size).toBe(1)
})

test('of what is typed only the edits reach a worker that knows the text before', () => {
  let text = one.text
  const type = (insert: string) => {
    const edits = [{ start: text.length, end: text.length, insert }]
    text += insert
    return mirror.type({ path: 'one.md', text: () => text, length: text.length }, edits)
  }
  // Nothing was told yet.
  expect(type('a')).toBe(true)
  expect(tell()).toMatchObject({ put: [{ path: 'one.md', text: '1a' }, two] })
  expect([type('b'), type('c')]).toEqual([true, true])
  expect(mirror.size).toBe(5)
  expect(tell().put).toEqual([
    {
      path: 'one.md',
      edits: [[{ start: 2, end: 2, insert: 'b' }], [{ start: 3, end: 3, insert: 'c' }]],
      length: 4
    }
  ])
  expect(known.get('one.md')).toBe('1abc')
  // A new worker knows none.
  type('d')
  mirror.forgetSent()
  tell()
  expect(known.get('one.md')).toBe('1abcd')
  // Of a text that came from elsewhere all is told.
  type('e')
  mirror.put({ path: 'one.md', text: 'other' })
  text = 'other'
  type('f')
  tell()
  expect(known.get('one.md')).toBe('otherf')
  mirror.hold(['one.md'])
  expect(type('g')).toBe(false)
  expect(mirror.type({ path: 'new.md', text: () => '', length: 0 }, [])).toBe(false)
})
