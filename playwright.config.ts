import { spawnSync } from 'node:child_process'
import { defineConfig } from 'playwright/test'
import { browserArguments } from './test/browser/browser-arguments.ts'
import { findBrowser, findFirefox } from './test/browser/find-browser.ts'

// The flows drive the built page: run `npm run build` first. `npm test` does both.
// This file is read by each process of a run, so what must be the same is kept in the environment.
process.env['LAEGNA_BROWSER'] ??= findBrowser()
// Where there is none, or it is set to nothing, the stories in Firefox are left out.
process.env['LAEGNA_FIREFOX'] ??= findFirefox() ?? ''
process.env['LAEGNA_PORT'] ??= freePort()
const firefox = process.env['LAEGNA_FIREFOX']
const firefoxUse = {
  browserName: 'firefox',
  channel: 'moz-firefox',
  launchOptions: { executablePath: firefox }
} as const
const address = `http://127.0.0.1:${process.env['LAEGNA_PORT']}`

export default defineConfig({
  testDir: 'test/browser',
  testMatch: '*.spec.ts',
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  workers: 2,
  // A machine that is busy with other things is slow, not wrong.
  timeout: 180_000,
  expect: { timeout: 60_000 },
  reporter: 'list',
  use: {
    baseURL: address,
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    // Only tests about it keep the page for offline use: it means loading all of it each time.
    serviceWorkers: 'block'
  },
  projects: [
    {
      name: 'chromium',
      use: {
        launchOptions: { executablePath: process.env['LAEGNA_BROWSER'], args: browserArguments }
      }
    },
    // Stock Firefox over WebDriver BiDi, where one is installed; `.ci/run` installs it.
    ...(firefox
      ? [
          {
            name: 'firefox',
            testMatch: [
              'stories/[1-5]-*.spec.ts',
              '{single-file,offline,nothing-lost,two-tabs}.spec.ts',
              // What sanitisers let through differs between engines; it takes minutes.
              ...(process.env['LAEGNA_PAYLOADS'] ? ['payloads.spec.ts'] : [])
            ],
            // A browser of its own, what only DevTools can do, or what no engine does its own way.
            grepInvert: /@chromium/,
            use: firefoxUse
          }
        ]
      : [])
  ],
  webServer: {
    command: `npx vite preview --config test/browser/preview.config.ts --host 127.0.0.1 --port ${process.env['LAEGNA_PORT']} --strictPort`,
    url: address,
    // A busy machine takes its time to start even this.
    timeout: 180_000
  }
})

function freePort(): string {
  const ask =
    "const s = require('net').createServer().listen(0, '127.0.0.1', () => {" +
    'process.stdout.write(String(s.address().port)); s.close() })'
  return spawnSync(process.execPath, ['-e', ask], { encoding: 'utf8' }).stdout
}
