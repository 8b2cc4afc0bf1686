import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'

/*
 * All of it takes more than a night. `SAMPLE=100 DRAW=2 npm run mutate` takes a hundred stretches of ten lines,
 * drawn by chance from all lines: their score estimates that of the whole.
 */
const { SAMPLE, DRAW = '1' } = process.env
const core = ['src/markdown', 'src/document', 'src/render', 'src/export/anki'].flatMap((folder) =>
  readdirSync(folder, { recursive: true })
    .map((name) => `${folder}/${name}`)
    .filter((path) => path.endsWith('.ts'))
)
const saving = ['src/storage/save.ts', 'src/storage/stored-texts.ts', 'src/storage/merge-paths.ts']
const files = [...core, ...saving]
const linesOfStretch = 10

export default {
  packageManager: 'npm',
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'vitest.mutate.config.ts' },
  mutate: SAMPLE ? drawn(Number(SAMPLE)) : files,
  coverageAnalysis: 'perTest',
  ignoreStatic: true,
  dryRunTimeoutMinutes: 120,
  // What is only slow on a busy machine would count as caught.
  timeoutFactor: 4,
  timeoutMS: 30_000,
  incremental: !SAMPLE,
  incrementalFile: 'node_modules/.cache/stryker.json',
  tempDirName: '.stryker',
  // What tests and builds leave behind, browsers among them.
  ignorePatterns: ['dist', 'test-results', 'playwright-report', 'coverage'],
  reporters: ['clear-text', 'progress-append-only'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  thresholds: { high: 90, low: 80, break: SAMPLE ? null : 80 }
}

/** @param {number} count */
function drawn(count) {
  return files
    .flatMap(stretches)
    .map((stretch) => ({ stretch, place: placeOf(stretch) }))
    .toSorted((one, other) => one.place.localeCompare(other.place))
    .slice(0, count)
    .map(({ stretch }) => stretch)
}

/** @param {string} path */
function stretches(path) {
  const lines = readFileSync(path, 'utf8').split('\n').length
  return Array.from({ length: Math.ceil(lines / linesOfStretch) }, (_, index) => {
    const first = index * linesOfStretch
    return `${path}:${first + 1}-${Math.min(first + linesOfStretch, lines)}`
  })
}

/** @param {string} stretch */
function placeOf(stretch) {
  return createHash('sha256').update(`${DRAW} ${stretch}`).digest('hex')
}
