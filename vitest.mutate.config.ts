import { defineConfig } from 'vitest/config'

/** The folders of `test` whose tests are run, as `TESTS=render`. */
const folders = process.env['TESTS'] ?? '{markdown,document,render,export,storage}'

/** What `npm run mutate` runs for each fault that it puts in: tests of the core, and of saving on a database in memory. */
export default defineConfig({
  test: {
    testTimeout: 120_000,
    isolate: false,
    setupFiles: ['fake-indexeddb/auto', 'test/random-seed.ts'],
    env: { LAEGNA_BUILD: '1' },
    include: [`test/${folders}/**/*.test.ts`],
    // They run the scripts of the dataset, a minute each, or hold the editor against the core, and see nothing of it that others do not.
    exclude: [
      'test/export/{train-,modelfile,hostile-names,quote,trainers}*',
      'test/markdown/editor-parity*',
      // They see nothing of saving either, and Node breaks off at a slice beyond the end of a blob.
      'test/storage/{backup,zip}*'
    ],
    // With the faults in it the code takes another share of the stack, on which these depend.
    testNamePattern: /^(?!.*(?:too-deep|reported, and the rest of the project is read))/
  }
})
