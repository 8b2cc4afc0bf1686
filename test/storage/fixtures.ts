import { openDB } from 'idb'

/** A database as a version of the app wrote it, record by record. Never edited afterwards. */
export interface Fixture {
  version: number
  stores: {
    name: string
    keyPath: string | string[] | null
    indexes?: [string, string | string[]][]
  }[]
  records: { store: string; value: unknown; key?: string }[]
}

/** The first version: projects, files and a small memory. */
export const version1: Fixture = {
  version: 1,
  stores: [
    { name: 'projects', keyPath: 'id' },
    { name: 'files', keyPath: ['projectId', 'path'] },
    { name: 'memory', keyPath: null }
  ],
  records: [
    {
      store: 'projects',
      value: {
        id: '0f0e0d0c0b0a09080706050403020100',
        name: 'A year of biology',
        revision: 4711,
        settings: {
          capture: 'all',
          chapterContent: 'own',
          contentFormat: 'text',
          questionsInContent: false,
          deck: 'Science::Biology',
          decks: 'chapter',
          tags: ['bio', '生物']
        },
        paths: ['notes/cells.md', 'dna.md'],
        sample: false,
        createdAt: 1700000000000,
        changedAt: 1731000000000,
        deletedAt: null
      }
    },
    {
      store: 'projects',
      value: {
        id: 'ffeeddccbbaa99887766554433221100',
        name: 'In the bin',
        revision: 2,
        settings: {
          capture: 'tagged',
          chapterContent: 'region',
          contentFormat: 'markdown',
          questionsInContent: true,
          deck: 'LaegnaAITraining',
          decks: 'one',
          tags: ['qa', 'markdown', 'laegna']
        },
        paths: ['old.md'],
        sample: false,
        createdAt: 1700000000000,
        changedAt: 1731000000000,
        deletedAt: 1731000000001
      }
    },
    {
      store: 'files',
      value: {
        projectId: '0f0e0d0c0b0a09080706050403020100',
        path: 'notes/cells.md',
        text: '# [/T]Cells[T/]\n\n[/Q]One?[Q/]\n[/A]Two.[A/]\n'
      }
    },
    {
      store: 'files',
      value: { projectId: '0f0e0d0c0b0a09080706050403020100', path: 'dna.md', text: '# DNA 🧬\n' }
    },
    {
      store: 'files',
      value: { projectId: 'ffeeddccbbaa99887766554433221100', path: 'old.md', text: 'old' }
    },
    { store: 'memory', key: 'project', value: '0f0e0d0c0b0a09080706050403020100' },
    { store: 'memory', key: 'file:0f0e0d0c0b0a09080706050403020100', value: 'dna.md' }
  ]
}

/** The second version: media, conflicts, earlier versions and ledgers. */
export const version2: Fixture = {
  version: 2,
  stores: [
    { name: 'projects', keyPath: 'id' },
    {
      name: 'files',
      keyPath: ['projectId', 'path'],
      indexes: [['revision', ['projectId', 'revision']]]
    },
    { name: 'memory', keyPath: null },
    {
      name: 'media',
      keyPath: ['projectId', 'path'],
      indexes: [['revision', ['projectId', 'revision']]]
    },
    { name: 'blobs', keyPath: 'id', indexes: [['project', 'projectId']] },
    { name: 'rivals', keyPath: ['projectId', 'path', 'strand'] },
    { name: 'snapshots', keyPath: ['projectId', 'at'] },
    { name: 'versions', keyPath: ['projectId', 'path', 'revision'] },
    { name: 'ledgers', keyPath: null }
  ],
  records: [
    {
      store: 'projects',
      value: {
        id: '0f0e0d0c0b0a09080706050403020100',
        name: 'A year of biology',
        revision: 4712,
        settings: {
          capture: 'all',
          chapterContent: 'own',
          contentFormat: 'text',
          questionsInContent: false,
          deck: 'Science::Biology',
          decks: 'chapter',
          tags: ['bio', '生物'],
          noteSyntax: true,
          lineBreaks: false,
          sourceLink: ''
        },
        paths: ['notes/cells.md', 'dna.md'],
        sample: false,
        createdAt: 1700000000000,
        changedAt: 1731000000000,
        deletedAt: null
      }
    },
    {
      store: 'files',
      value: {
        projectId: '0f0e0d0c0b0a09080706050403020100',
        path: 'notes/cells.md',
        text: '# [/T]Cells[T/]\n\n[/Q]One?[Q/]\n[/A]Two.[A/]\n'.repeat(3000),
        revision: 4712,
        strand: 'a1'
      }
    },
    // Of the first version still.
    {
      store: 'files',
      value: { projectId: '0f0e0d0c0b0a09080706050403020100', path: 'dna.md', text: '# DNA 🧬\n' }
    }
  ]
}

/** Writes a fixture into this browser. */
export async function write(name: string, { version, stores, records }: Fixture): Promise<void> {
  const database = await openDB(name, version, {
    upgrade: (database) => {
      for (const { name: store, keyPath, indexes = [] } of stores) {
        const made = database.createObjectStore(store, { keyPath })
        for (const [index, path] of indexes) made.createIndex(index, path)
      }
    }
  })
  for (const { store, value, key } of records) await database.put(store, value, key)
  database.close()
}
