import { defineConfig } from 'vitest/config'

const reports = process.env['TEST_REPORTS']

/** Exports in the hands of the programs they are for. The first run installs those, which takes minutes. */
export default defineConfig({
  test: {
    reporters: reports
      ? ['default', ['json', { outputFile: `${reports}/interop.json` }]]
      : 'default',
    // Of the folder that `--dir` names.
    include: ['**/*.test.ts'],
    // Each is a program of one thread, and two processors are the least that machines have.
    maxWorkers: 2,
    testTimeout: 600_000,
    hookTimeout: 1_800_000
  }
})
