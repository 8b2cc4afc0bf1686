import { compile } from '../../../src/laegna.ts'
import { readBackup, type BackupContents } from '../../../src/storage/backup/read-backup.ts'
import { ZipRefused } from '../../../src/storage/zip/zip-limits.ts'
import { demand } from './demand.ts'
import type { Entrance } from './entrance.ts'
import { judgeLedger } from './judge-ledger.ts'
import { report } from './report.ts'
import { zipped } from './pack.ts'

const settings = {
  capture: 'tagged',
  chapterContent: 'region',
  contentFormat: 'markdown',
  questionsInContent: true,
  deck: 'Cells',
  decks: 'one',
  tags: []
}
export const project = {
  folder: 'Cells',
  id: 'one',
  name: 'Cells',
  settings,
  createdAt: 1,
  changedAt: 2,
  files: [
    { path: 'a.md', name: 'a.md' },
    { path: 'b.md', name: 'b.md' }
  ],
  media: [{ path: 'dot.png', name: 'dot.png', type: 'image/png' }]
}
export const manifest = { format: 'laegna-backup', version: 1, madeAt: 3, projects: [project] }
const history = {
  snapshots: [
    {
      projectId: 'one',
      at: 1,
      why: 'open',
      revision: 1,
      name: 'Cells',
      settings,
      files: [],
      media: []
    }
  ],
  versions: [{ path: 'a.md', revision: 1, name: 'history/1' }]
}
const entry = {
  guid: 'g',
  fileId: 'a',
  chapterId: '0',
  chapterTree: ['A'],
  question: 'q',
  answer: 'a',
  hash: '',
  mod: 1,
  present: true
}
export const ledger = { version: 1, forms: ['package'], entries: [entry] }

/** Backups, which restore all that they hold. */
export const backup: Entrance = {
  name: 'a backup',
  parts: {
    'laegna/backup.json': JSON.stringify(manifest),
    'projects/Cells/a.md': '# A\n\n[/Q]q[Q/] [/A]a[A/]\n',
    'projects/Cells/b.md': '# B',
    'projects/Cells/dot.png': 'dot',
    'laegna/Cells/history.json': JSON.stringify(history),
    'laegna/Cells/history/1': 'before',
    'laegna/Cells/ledger.json': JSON.stringify(ledger),
    'laegna/Cells/report.json': report.parts['json'] ?? ''
  },
  pack: zipped,
  judge: async (bytes) => {
    try {
      await judgeContents(await readBackup(new Blob([bytes])))
      return true
    } catch (error) {
      if (!(error instanceof ZipRefused)) throw error
      return false
    }
  }
}

/** Holds what a backup gives against what may come into the store. */
async function judgeContents({ projects, madeAt = 0 }: BackupContents): Promise<void> {
  demand(isTime(madeAt), 'was made at a time')
  for (const { files, media, snapshots, versions, changedAt = 0, ledger } of projects) {
    const paths = files.map(({ path }) => path)
    demand(new Set(paths).size === paths.length, 'has each path once')
    demand(
      files.every(({ text }) => text.length < 1_000_000),
      'has no text that it does not hold'
    )
    demand(
      media.every(({ blob }) => /^(?:(?:image|audio|video)\/.+)?$/.test(blob.type)),
      'has media that are media'
    )
    demand(
      [...snapshots, ...versions].every(({ revision }) => Number.isSafeInteger(revision + 1e6)),
      'counts states in whole numbers'
    )
    demand(isTime(changedAt), 'was changed at a time')
    if (!ledger) continue
    demand(
      ledger.entries.every(({ mod }) => Number.isSafeInteger(Math.ceil(mod) + 1)),
      'has times that Anki has'
    )
    await judgeLedger(ledger, { files, compilation: compile(files) })
  }
}

function isTime(at: number): boolean {
  return !Number.isNaN(new Date(at).getTime())
}
