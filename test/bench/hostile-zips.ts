import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type CDPSession } from 'playwright'
import { preview } from 'vite'
import { Desk } from '../browser/desk.ts'
import { browserArguments } from '../browser/browser-arguments.ts'
import { findBrowser } from '../browser/find-browser.ts'
import { hostileZips, type HostileZip } from '../hostile/zips.ts'
import { longestTask, noteLongTasks } from './long-tasks.ts'

/*
 * `npm run bench:zips`: drops zips that cost whoever trusts them on the page in a real browser; beside
 * each: until something is said, until all is done, the longest task of the page, and its heap.
 * `-- 49` measures those with that in their name.
 */
const only = process.argv[2] ?? ''
const folder = mkdtempSync(join(tmpdir(), 'laegna-zips-'))
const server = await preview({ preview: { host: '127.0.0.1', port: 0 } })
const address = server.resolvedUrls?.local[0] ?? ''
const browser = await chromium.launch({ executablePath: findBrowser(), args: browserArguments })
try {
  for (const zip of hostileZips.filter(({ name }) => name.includes(only))) await measure(zip)
} finally {
  await browser.close()
  await server.close()
  rmSync(folder, { recursive: true, force: true })
}

async function measure({ name, make }: HostileZip): Promise<void> {
  const bytes = make()
  const path = join(folder, 'hostile.zip')
  writeFileSync(path, bytes)
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.addInitScript(noteLongTasks)
  const desk = new Desk(page)
  await desk.open(address)
  const devtools = await context.newCDPSession(page)
  await page.evaluate(() => void ((window as unknown as { tasks: number[] }).tasks.length = 0))
  let most = 0
  const watch = setInterval(() => {
    void heapOf(devtools).then(
      (bytes) => (most = Math.max(most, bytes)),
      () => undefined
    )
  }, 100)
  const start = performance.now()
  await desk.drop([path])
  await desk.messages.locator('.notice').first().waitFor({ timeout: 120_000 })
  const said = performance.now() - start
  const gone = desk.messages.getByRole('progressbar')
  await gone.waitFor({ state: 'detached', timeout: 300_000 })
  await desk.messages.locator('.notice').first().waitFor({ timeout: 120_000 })
  const done = performance.now() - start
  const words = await desk.messages.locator('.notice').last().innerText()
  const longest = await longestTask(page)
  clearInterval(watch)
  console.log(`${name} (${(bytes.length / 1e3).toFixed(0)} kB): ${words.split('\n')[0] ?? ''}`)
  console.log(
    `  said after ${seconds(said)}, done after ${seconds(done)}, longest task ${longest.toFixed(0)} ms, heap ${(most / 1e6).toFixed(0)} MB`
  )
  await context.close()
}

async function heapOf(devtools: CDPSession): Promise<number> {
  const { usedSize } = await devtools.send('Runtime.getHeapUsage')
  return usedSize
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`
}
