import { defaultSettings } from '../../src/laegna.ts'
import type { StoredProject } from '../../src/storage/projects.ts'

/** A project with texts by path as it comes from the storage; its name is its id, too. */
export function storedProject(name: string, texts: Record<string, string>): StoredProject {
  const paths = Object.keys(texts)
  const times = { createdAt: 0, changedAt: 0, deletedAt: null }
  const record = { id: name, name, settings: defaultSettings, paths, sample: false, revision: 1 }
  return {
    project: { ...record, ...times },
    files: Object.entries(texts).map(([path, text]) => ({ path, text, revision: 1, strand: '' })),
    media: [],
    conflicts: [],
    damaged: []
  }
}
