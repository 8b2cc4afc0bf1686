import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Uint8ArrayReader, ZipReader } from '@zip.js/zip.js/lib/zip-core-native.js'
import { chromium } from 'playwright'
import { preview } from 'vite'
import { contentOf, Desk } from '../browser/desk.ts'
import { browserArguments } from '../browser/browser-arguments.ts'
import { findBrowser } from '../browser/find-browser.ts'
import { generateCorpus } from './corpus.ts'
import { longestTask, noteLongTasks } from './long-tasks.ts'

/*
 * `npm run bench:large -- 50`: a folder of 50 MB of Markdown is dropped on the page in a real browser,
 * all of it is captured, and its dataset is written. Memory is read from `ps`, where there is one.
 */
const megabytes = Number(process.argv[2] ?? 50)
const folder = mkdtempSync(join(tmpdir(), 'laegna-large-'))
const docs = join(folder, 'docs')
mkdirSync(docs)
for (const [at, { text }] of generateCorpus(megabytes * 12, megabytes * 1e6, 1).entries()) {
  writeFileSync(join(docs, `${String(at).padStart(5, '0')}.md`), text)
}
const server = await preview({ preview: { host: '127.0.0.1', port: 0 } })
const browser = await chromium.launch({ executablePath: findBrowser(), args: browserArguments })
let most = 0
const watch = setInterval(() => (most = Math.max(most, memoryNow())), 1000)
try {
  const page = await browser.newPage()
  page.setDefaultTimeout(600_000)
  await page.addInitScript(noteLongTasks)
  const desk = new Desk(page)
  await desk.open(server.resolvedUrls?.local[0] ?? '')
  await timed('taken in', async () => {
    await desk.drop([docs])
    await desk.messages.getByText(/added to a new project/).waitFor()
  })
  await timed('read', () => page.getByRole('button', { name: 'Capture all' }).first().click())
  await timed('all captured, dataset foreseen', async () => {
    await desk.showExport('dataset', 'dataset')
    await page
      .getByRole('region', { name: 'What will come out' })
      .getByText('records', { exact: true })
      .waitFor()
  })
  const { bytes } = await timed('dataset written', async () => {
    const coming = page.waitForEvent('download')
    await page.getByTestId('download-dataset').click()
    return contentOf(await coming)
  })
  const entries = await new ZipReader(new Uint8ArrayReader(bytes)).getEntries()
  const items = entries.filter(({ filename }) => filename.includes('/items/'))
  const size = items.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0)
  console.log(`${inMegabytes(size)} of items, a zip of ${inMegabytes(bytes.length)}`)
  console.log(`Longest task of the page ${seconds(await longestTask(page))}`)
  console.log(`All processes of the browser: ${inMegabytes(most)} at their peak`)
} finally {
  clearInterval(watch)
  await browser.close()
  await server.close()
  rmSync(folder, { recursive: true, force: true })
}

/** Does something, and says how long that took. */
async function timed<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  const start = performance.now()
  const result = await work()
  console.log(`${what} after ${seconds(performance.now() - start)}`)
  return result
}

/** Bytes that the processes of the browser hold now; 0 where nobody tells. */
function memoryNow(): number {
  try {
    const lines = execFileSync('ps', ['-eo', 'rss=,args='], { encoding: 'utf8' }).split('\n')
    const own = lines.filter((line) => line.includes('chrom'))
    return own.reduce((sum, line) => sum + 1024 * Number.parseInt(line, 10), 0)
  } catch {
    return 0
  }
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`
}

function inMegabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`
}
