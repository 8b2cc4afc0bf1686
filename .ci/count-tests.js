import { existsSync, readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

/*
 * count-tests.js STATUS [REPORT…]: prints `PASSED FAILED` of one step of .ci/run, then a line for each
 * test that failed, with what it said. A step without reports counts as one. In a step with reports a test counts as one;
 * a step that failed although no test did, or left no report, counts as one failure more.
 */

const [status, ...paths] = process.argv.slice(2)
const reports = paths.map(readReport)
const passed = reports.reduce((sum, report) => sum + report.passed, 0)
const failures = reports.flatMap((report) => report.failures)

if (paths.length === 0) console.log(status === '0' ? '1 0' : '0 1')
else if (status !== '0' && failures.length === 0) console.log(`${passed} 1`)
else console.log([`${passed} ${failures.length}`, ...failures].join('\n'))

function readReport(path) {
  if (!existsSync(path)) return { passed: 0, failures: [`${path} was not written`] }
  const report = JSON.parse(readFileSync(path, 'utf8'))
  return report.stats ? ofPlaywright(report) : ofVitest(report)
}

function ofPlaywright({ stats, suites }) {
  const specs = suites.flatMap(function inside(suite) {
    return [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(inside)]
  })
  const failures = specs.flatMap(({ file, title, tests }) =>
    tests
      // A flaky test failed once: that is a defect of the test or of the product.
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ projectName, results }) => {
        const { error } = results.find((result) => result.error) ?? {}
        const at = error?.location ? `:${error.location.line}` : ''
        return `${file}${at} › ${title} (${projectName})${inShort(error?.message)}`
      })
  )
  return { passed: stats.expected, failures }
}

function ofVitest({ numPassedTests, testResults }) {
  const failures = testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative('.', name)
    const bad = assertionResults.filter((test) => test.status === 'failed')
    // A file that could not be run at all has no tests.
    if (status === 'failed' && bad.length === 0) return [`${file}${inShort(message)}`]
    return bad.map(
      ({ fullName, failureMessages }) => `${file} › ${fullName}${inShort(failureMessages[0])}`
    )
  })
  return { passed: numPassedTests, failures }
}

/** The begin of what a test said, in one line. */
function inShort(message) {
  if (!message) return ''
  const words = stripVTControlCharacters(message)
    .split(/\n +at /)[0]
    .replace(/\s+/g, ' ')
    .trim()
  return ` – ${words.slice(0, 500)}`
}
