import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { preview } from 'vite'
import { Desk } from '../browser/desk.ts'
import { browserArguments } from '../browser/browser-arguments.ts'
import { findBrowser } from '../browser/find-browser.ts'
import { generateCorpus } from './corpus.ts'
import { longestTask, noteLongTasks } from './long-tasks.ts'
import { median } from './spread.ts'

/*
 * `npm run bench:open`: a folder of 1,000 Markdown files and 200 pictures of
 * 1 MB is dropped on the page in a real browser; then the page is opened again and again. Beside it
 * stands the same with one small file.
 */
const rounds = 5
const folder = mkdtempSync(join(tmpdir(), 'laegna-large-'))
const server = await preview({ preview: { host: '127.0.0.1', port: 0 } })
const address = server.resolvedUrls?.local[0] ?? ''
try {
  const small = await measure('one file', writeFolder('small', 1, 0))
  const large = await measure('1,000 files, 200 MB of pictures', writeFolder('large', 1000, 200))
  console.log(
    `The first file of the large project is there after ${ratio(large.open, small.open)} ×`
  )
  console.log(`the time of the small one, a key is drawn after ${ratio(large.key, small.key)} ×.`)
} finally {
  await server.close()
  rmSync(folder, { recursive: true, force: true })
}

/** Drops a folder, then opens the page anew: milliseconds until its text, and until a key is drawn. */
async function measure(what: string, path: string): Promise<{ open: number; key: number }> {
  const context = await chromium.launchPersistentContext(join(folder, `profile of ${what}`), {
    executablePath: findBrowser(),
    args: browserArguments,
    viewport: { width: 1280, height: 800 }
  })
  try {
    const first = new Desk(await context.newPage())
    await first.open(address)
    const dropped = performance.now()
    await first.drop([path])
    await first.messages.getByText(/added to a new project/).waitFor({ timeout: 300_000 })
    await saved(first)
    const taken = performance.now() - dropped
    await first.page.close()

    const opens: number[] = []
    const keys: number[] = []
    const longest: number[] = []
    for (let round = 0; round < rounds; round++) {
      const page = await context.newPage()
      await page.addInitScript(noteLongTasks)
      const desk = new Desk(page)
      const start = performance.now()
      await page.goto(address, { waitUntil: 'commit' })
      await desk.editor.getByText('begin').first().waitFor()
      opens.push(performance.now() - start)
      const before = performance.now()
      await desk.editor.focus()
      await page.keyboard.insertText(`key${String(round)} `)
      await desk.editor
        .getByText(`key${String(round)}`)
        .first()
        .waitFor()
      keys.push(performance.now() - before)
      await saved(desk)
      longest.push(await longestTask(page))
      await page.close()
    }
    const [open, key] = [median(opens), median(keys)]
    console.log(
      `${what}: taken in after ${seconds(taken)}, opened after ${seconds(open)}, a key drawn after ${seconds(key)}, longest task of the page ${seconds(median(longest))}`
    )
    return { open, key }
  } finally {
    await context.close()
  }
}

async function saved(desk: Desk): Promise<void> {
  await desk.saveStatus.getByText('Saved', { exact: true }).waitFor({ timeout: 300_000 })
}

function writeFolder(name: string, files: number, pictures: number): string {
  const path = join(folder, name)
  mkdirSync(join(path, 'img'), { recursive: true })
  for (const [at, { text }] of generateCorpus(files, files * 5000, 1).entries()) {
    const picture = pictures > 0 ? `![](img/${String(at % pictures)}.png)\n\n` : ''
    const number = String(at).padStart(4, '0')
    writeFileSync(join(path, `${number}.md`), `begin ${number}\n\n${picture}${text}`)
  }
  for (let at = 0; at < pictures; at++) {
    const bytes = Buffer.alloc(1_000_000, at)
    writeFileSync(join(path, 'img', `${String(at)}.png`), bytes)
  }
  return path
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`
}

function ratio(one: number, other: number): string {
  return (one / other).toFixed(2)
}
