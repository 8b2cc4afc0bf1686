import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright'
import { expect } from 'playwright/test'
import { preview } from 'vite'
import { Desk, documentPath } from './desk.ts'
import { browserArguments } from './browser-arguments.ts'
import { findBrowser } from './find-browser.ts'
import { views } from './views.ts'

/*
 * `npm run screenshots`: the pictures that README and docs show, from the built app with its example.
 * `-- --all` draws every view in every size and both colours into screenshots/, to be looked at.
 */
const root = join(import.meta.dirname, '../..')
const sizes = { wide: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } }
const shown = [
  { name: 'desk-light', view: 'desk', size: 'wide', scheme: 'light' },
  { name: 'desk-dark', view: 'desk', size: 'wide', scheme: 'dark' },
  { name: 'phone-light', view: 'desk', size: 'phone', scheme: 'light' },
  { name: 'search-light', view: 'search', size: 'wide', scheme: 'light' },
  { name: 'export-light', view: 'export', size: 'wide', scheme: 'light' },
  { name: 'training-light', view: 'training', size: 'wide', scheme: 'light' }
] as const
type Shot = { name: string; view: string; size: keyof typeof sizes; scheme: 'light' | 'dark' }

const every = process.argv.includes('--all')
const folder = join(root, every ? 'screenshots' : 'docs/images')
const shots: readonly Shot[] = every ? everyShot() : shown

mkdirSync(folder, { recursive: true })
const server = await preview({ preview: { host: '127.0.0.1', port: 0 } })
const browser = await chromium.launch({ executablePath: findBrowser(), args: browserArguments })
const baseURL = server.resolvedUrls?.local[0] ?? ''
for (const shot of shots) await take(shot)
await browser.close()
await server.close()

function everyShot(): Shot[] {
  return Object.keys(views).flatMap((view) =>
    (['wide', 'phone'] as const).flatMap((size) =>
      (['light', 'dark'] as const).map((scheme) => ({
        name: `${view}-${size}-${scheme}`,
        view,
        size,
        scheme
      }))
    )
  )
}

async function take({ name, view, size, scheme }: Shot): Promise<void> {
  const page = await browser.newPage({
    viewport: sizes.wide,
    colorScheme: scheme,
    reducedMotion: 'reduce',
    // Its message that the page is ready for use without a network belongs in no picture.
    serviceWorkers: 'block',
    baseURL
  })
  // Nor does the welcome, which is there for one visit.
  await page.addInitScript(() => {
    localStorage.setItem('laegna.tour', 'seen')
  })
  const desk = new Desk(page)
  await desk.open()
  if (view !== 'desk') await desk.add(['cells.md', 'french.txt'].map(documentPath))
  await page.getByTestId('count-cards').filter({ hasText: /[1-9]/ }).waitFor()
  await desk.preview.getByRole('heading').first().waitFor()
  await views[view]?.(page, desk)
  await page.setViewportSize(sizes[size])
  // What is still being asked for belongs in no picture either, nor what was said of the files.
  await expect(page.locator('[aria-busy="true"], .wait')).toHaveCount(0)
  const close = desk.messages.getByRole('button', { name: /^(Close|Dismiss)/ })
  while ((await close.count()) > 0) await close.first().dispatchEvent('click')
  writeFileSync(join(folder, `${name}.webp`), await picture(page))
  await page.close()
}

/** As WebP, a quarter of the same picture as PNG. */
async function picture(page: Page): Promise<Buffer> {
  const devtools = await page.context().newCDPSession(page)
  const { data } = await devtools.send('Page.captureScreenshot', { format: 'webp', quality: 80 })
  return Buffer.from(data, 'base64')
}
