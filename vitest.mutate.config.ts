import { defineConfig } from 'vitest/config'

/** The folders of `test` whose tests are run, as `TESTS=render`. */
const folders = process.env['TESTS'] ?? '{markdown,document,render,export}'

/** What `npm run mutate` runs for each fault that it puts in: tests of the core, which need no browser. */
export default defineConfig({
  test: {
    testTimeout: 120_000,
    setupFiles: 'test/random-seed.ts',
    include: [`test/${folders}/**/*.test.ts`]
  }
})
