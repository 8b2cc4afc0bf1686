import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readBackup } from '../../src/storage/backup/read-backup.ts'
import { importFile } from '../../src/import/import-file.ts'
import { bombs } from './bombs.ts'
import { backup, ledger, manifest, project } from './entrances/backup.ts'
import { damaged } from './entrances/damage.ts'
import { entrances } from './entrances/entrances.ts'

// `npm run fuzz -- --only damaged` makes as many as one has time for.

describe.each(entrances.map((one) => [one.name, one] as const))('%s', (_, entrance) => {
  test('that is sound comes in', async () => {
    expect(await entrance.judge(await entrance.pack(entrance.parts))).toBe(true)
  })

  test('cut off anywhere is read or refused', async () => {
    const bytes = await entrance.pack(entrance.parts)
    const step = Math.ceil(bytes.length / 100)
    for (let length = 0; length < bytes.length; length += step) {
      await entrance.judge(bytes.slice(0, length))
    }
  })

  test('with anything in it changed is read or refused, in a sentence', async () => {
    const property = fc.asyncProperty(await damaged(entrance), async (pack) => {
      await entrance.judge(await pack())
    })
    await fc.assert(property, { numRuns: 100 })
    expect(Object.prototype).not.toHaveProperty('length')
  })
})

test.each(bombs.map((one) => [one.path, one.name, one] as const))(
  '%s is read or refused at once: %s',
  async (_, __, { path, make, said }) => {
    const reading = importFile({ path, blob: new Blob([make()]) }, {}, () => undefined)
    if (said !== undefined) await expect(reading).rejects.toThrow(said)
    else expect((await reading).files.length).toBeGreaterThan(0)
  }
)

describe('a backup', () => {
  const read = async (parts = backup.parts) => readBackup(new Blob([await backup.pack(parts)]))

  test('that is sound comes whole', async () => {
    const { projects, refused } = await read()
    expect(refused).toEqual([])
    expect(projects).toMatchObject([
      { name: 'Cells', files: [{ path: 'a.md' }, { path: 'b.md' }], ledger, changedAt: 2 }
    ])
    expect(projects[0]?.media).toHaveLength(1)
    expect(projects[0]?.versions).toHaveLength(1)
    expect(projects[0]?.report?.cards).toHaveLength(1)
  })

  test('that names one text a thousand times holds it once', async () => {
    const files = Array.from({ length: 1000 }, (_, at) => ({ path: `${at}.md`, name: 'a.md' }))
    const list = { ...manifest, projects: [{ ...project, files }] }
    const { projects } = await read({ ...backup.parts, 'laegna/backup.json': JSON.stringify(list) })
    expect(projects[0]?.files.map(({ path }) => path)).toEqual(['0.md', 'b.md'])
  })
})
