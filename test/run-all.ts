import { spawnSync } from 'node:child_process'
import { findBrowser } from './browser/find-browser.ts'

/*
 * `npm test`: every test of the language, the rooms and the built app, in Node and in a real
 * browser. All of them run even when an earlier one failed; exit 1 if any did.
 */

const reports = process.env['TEST_REPORTS']

// Asked once and first, so that a machine without a browser hears one sentence and nothing else.
const environment = { ...process.env, LAEGNA_BROWSER: findBrowser() }

const flowReports = reports ? ['--reporter=list,json'] : []
const results = [
  run('vitest', 'run'),
  run('npm', 'run', 'build') && run('playwright', 'test', ...flowReports)
]
process.exit(results.every(Boolean) ? 0 : 1)

function run(program: string, ...parameters: string[]): boolean {
  const { error, status } = spawnSync(program, parameters, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: reports
      ? { ...environment, PLAYWRIGHT_JSON_OUTPUT_FILE: `${reports}/playwright.json` }
      : environment
  })
  if (error) throw error
  return status === 0
}
