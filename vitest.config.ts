import { availableParallelism } from 'node:os'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { browserArguments } from './test/browser/browser-arguments.ts'
import { findBrowser } from './test/browser/find-browser.ts'

/** Rooms that need what only a browser has: a database, workers, a page. */
const inBrowser = ['test/{storage,worker,state,ui}/**/*.test.ts', 'test/browser/**/*.test.ts']
const elsewhere = ['test/interop/**', 'test/trainers/**', 'test/bench/**', 'node_modules/**']

// The folder that continuous integration counts the results from; see .ci/run.
const reports = process.env['TEST_REPORTS']

// Random documents on a busy machine take their time; nothing here is about speed.
const testTimeout = 120_000

// As Vitest counts, but two at least: one would leave a processor idle for most of the time.
const maxWorkers = Math.max(2, availableParallelism() - 1)

export default defineConfig({
  test: {
    reporters: reports
      ? ['default', ['json', { outputFile: `${reports}/vitest.json` }]]
      : 'default',
    projects: [
      {
        test: {
          name: 'node',
          testTimeout,
          maxWorkers,
          // Files share what they import: loading it for each takes longer than most of their tests.
          isolate: false,
          setupFiles: 'test/random-seed.ts',
          include: ['test/**/*.test.ts'],
          exclude: [...inBrowser, ...elsewhere]
        }
      },
      {
        extends: './vite.config.ts',
        test: {
          name: 'browser',
          testTimeout,
          // As above; a spy of one file is no concern of the next.
          isolate: false,
          restoreMocks: true,
          include: inBrowser,
          // After those for Node, which have both processors until then.
          sequence: { groupOrder: 1 },
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { executablePath: findBrowser(), args: browserArguments }
            }),
            instances: [{ browser: 'chromium' }]
          }
        }
      }
    ]
  }
})
