import { expect, test } from 'vitest'
import { inOneWord, matchesKeys, type KeyPress } from '../../../src/state/commands/keys.ts'

function press(key: string, held = '', code = ''): KeyPress {
  return {
    key,
    code,
    ctrlKey: held.includes('c'),
    metaKey: held.includes('m'),
    altKey: held.includes('a'),
    shiftKey: held.includes('s')
  }
}

test('Mod is Command on a Mac and Control elsewhere', () => {
  expect(matchesKeys(press('k', 'c'), 'Mod+K', false)).toBe(true)
  expect(matchesKeys(press('k', 'm'), 'Mod+K', false)).toBe(false)
  expect(matchesKeys(press('k', 'm'), 'Mod+K', true)).toBe(true)
  expect(matchesKeys(press('k', 'c'), 'Mod+K', true)).toBe(false)
})

test('other keys held make another shortcut', () => {
  expect(matchesKeys(press('K', 'cs'), 'Mod+K', false)).toBe(false)
  expect(matchesKeys(press('K', 'cs'), 'Mod+Shift+K', false)).toBe(true)
  expect(matchesKeys(press('F6', 's'), 'F6', false)).toBe(false)
})

test('a sign may need Shift, and a letter is found on a keyboard of another script', () => {
  expect(matchesKeys(press('?', 's'), '?', false)).toBe(true)
  expect(matchesKeys(press('?'), '?', false)).toBe(true)
  expect(matchesKeys(press('л', 'c', 'KeyK'), 'Mod+K', false)).toBe(true)
})

test('keys are named as they are printed', () => {
  expect(inOneWord('Mod+Shift+K', false)).toBe('Ctrl+Shift+K')
  expect(inOneWord('Mod+Shift+K', true)).toBe('⌘⇧K')
})
