import { expect, test } from 'vitest'
import { isBackupDue } from '../../../src/state/backup/backup-due.ts'

const day = 24 * 60 * 60 * 1000
const now = 1000 * day
const stand = { revision: 2000, backedUp: 0, since: now - 10 * day, later: 0 }

test('a backup is due when much has changed since the last, some days ago', () => {
  expect(isBackupDue(stand, now)).toBe(true)
})

test.each([
  ['little has changed', { backedUp: 1800 }],
  ['the last one, or the project itself, is young', { since: now - day }],
  ['somebody said "later" this week', { later: now - 6 * day }]
])('it is not where %s', (_what, part) => {
  expect(isBackupDue({ ...stand, ...part }, now)).toBe(false)
})
