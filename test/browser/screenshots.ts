import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright'
import { preview } from 'vite'
import { Desk } from './desk.ts'
import { browserArguments, findBrowser } from './find-browser.ts'

/*
 * `npm run screenshots`: the pictures in docs/images, from the built app with its example open.
 */
const folder = join(import.meta.dirname, '../../docs/images')
const sizes = { desk: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } }

mkdirSync(folder, { recursive: true })
const server = await preview({ preview: { host: '127.0.0.1', port: 0 } })
const browser = await chromium.launch({ executablePath: findBrowser(), args: browserArguments })

for (const [size, viewport] of Object.entries(sizes)) {
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await browser.newPage({
      viewport,
      colorScheme,
      baseURL: server.resolvedUrls?.local[0] ?? ''
    })
    await take(page, `${size}-${colorScheme}`)
    await page.close()
  }
}
await browser.close()
await server.close()

async function take(page: Page, name: string): Promise<void> {
  const [size, scheme] = name.split('-')
  const desk = new Desk(page)
  await desk.open()
  await page.getByText('3 cards').waitFor()
  await shoot(name)
  if (size !== 'desk' || scheme !== 'light') return
  await desk.showExport('anki', 'anki-text')
  await page.getByText('The beginning of the file').waitFor()
  await shoot(`export-${scheme}`)
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: 'Training' }).click()
  await page.getByRole('heading', { name: /^Train a model/ }).waitFor()
  await shoot(`training-${scheme}`)

  async function shoot(picture: string): Promise<void> {
    await page.screenshot({ path: join(folder, `${picture}.png`), animations: 'disabled' })
  }
}
