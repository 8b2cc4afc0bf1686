import { existsSync, readFileSync } from 'node:fs'

/*
 * count-tests.js STATUS [REPORT…]: prints `PASSED FAILED` of one step of .ci/run. A step without
 * reports counts as one. In a step with reports a test counts as one; a step that failed although
 * no test did, or left no report, counts as one failure more.
 */

const [status, ...reports] = process.argv.slice(2)
const counts = reports.map(readReport)
const passed = counts.reduce((sum, count) => sum + count.passed, 0)
const failed = counts.reduce((sum, count) => sum + count.failed, 0)

if (reports.length === 0) console.log(status === '0' ? '1 0' : '0 1')
else if (status !== '0' && failed === 0) console.log(`${passed} 1`)
else console.log(`${passed} ${failed}`)

function readReport(path) {
  if (!existsSync(path)) return { passed: 0, failed: 1 }
  const report = JSON.parse(readFileSync(path, 'utf8'))
  if (report.stats) {
    const { expected, unexpected, flaky } = report.stats
    // A flaky test failed once: that is a defect of the test or of the product.
    return { passed: expected, failed: unexpected + flaky }
  }
  return { passed: report.numPassedTests, failed: report.numFailedTests }
}
