import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname } from 'node:path'
import { expect, test } from 'vitest'
import { exportDataset } from '../export/open-zip.ts'
import { book } from '../export/projects.ts'
import { pythonWith, run } from './python.ts'

test('ShellCheck finds nothing in train.sh', async () => {
  const programs = dirname(await pythonWith('requirements-shellcheck.txt'))
  const folder = mkdtempSync(`${tmpdir()}/laegna-shellcheck-`)
  const { texts } = await exportDataset(book(3, 2))
  writeFileSync(`${folder}/train.sh`, texts.get('train.sh')!)
  const words = ['--shell=sh', '--severity=style', `${folder}/train.sh`]
  const { code, output } = await run(`${programs}/shellcheck`, words)
  rmSync(folder, { recursive: true })
  expect([code, output]).toEqual([0, ''])
})
