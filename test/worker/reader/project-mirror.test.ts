import { beforeEach, expect, test } from 'vitest'
import { defaultSettings } from '../../../src/laegna.ts'
import type { Change } from '../../../src/worker/protocol/messages.ts'
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
  for (const { path, text } of change.put) known.set(path, text)
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
