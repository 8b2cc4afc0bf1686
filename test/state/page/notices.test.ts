import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Notices } from '../../../src/state/page/notices.svelte.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const said = (notices: Notices) => notices.list.map(({ text }) => text)

test('who goes on takes along what has no time to be read yet, asks something or tells of trouble', () => {
  const notices = new Notices()
  const undo = [{ label: 'Undo', run: () => undefined }]
  notices.tell('2 files were added.')
  notices.tell('1 file was deleted.', undo)
  notices.warn('A file could not be read.')
  vi.advanceTimersByTime(3000)
  notices.tell('2 cards were taken.')
  notices.goOn()
  expect(said(notices)).toEqual([
    '1 file was deleted.',
    'A file could not be read.',
    '2 cards were taken.'
  ])
})

test('what is folded away was not read, and stays', () => {
  const notices = new Notices()
  notices.tell('2 files were added.')
  notices.fold(notices.list)
  vi.advanceTimersByTime(3000)
  notices.goOn()
  expect(said(notices)).toEqual(['2 files were added.'])
})
