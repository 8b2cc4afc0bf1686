import { devices, expect, test, type Page } from 'playwright/test'
import { languages } from '../../src/language/languages.ts'
import { Desk } from './desk.ts'

const pageScript = /\/assets\/page-[^/]+\.js$/

/** Keeps back the script of the page until it is let go. */
async function holdBack(page: Page): Promise<() => void> {
  let release = (): void => undefined
  const released = new Promise<void>((resolve) => (release = resolve))
  await page.route(pageScript, async (route) => {
    await released
    await route.continue()
  })
  return release
}

const picture = (page: Page) => page.locator('#first')

const firstWords = {
  en: 'Every plant and every animal',
  de: 'Jede Pflanze und jedes Tier',
  es: 'Todas las plantas y todos los animales',
  et: 'Iga taim ja iga loom',
  fr: 'Toute plante et tout animal',
  zh: '所有植物和动物都由细胞构成'
}

for (const [size, options, locale] of [
  ['a wide screen', {}, 'en'],
  ['a phone', devices['Pixel 7'], 'en'],
  ['a phone', devices['Pixel 7'], 'de'],
  ...languages.slice(1).map(({ code }) => ['a wide screen', {}, code] as const)
] as const) {
  test(`a first visit on ${size} sees the example in ${locale} before any script has come, and nothing moves then`, async ({
    browser
  }) => {
    const context = await browser.newContext({ ...options, locale })
    const page = await context.newPage()
    const letGo = await holdBack(page)
    await page.goto('/', { waitUntil: 'commit' })
    await expect(
      picture(page).getByText(firstWords[locale as keyof typeof firstWords])
    ).toBeVisible()
    // For the eye alone: what is read aloud and pressed is the page itself.
    await expect(page.getByRole('button')).toHaveCount(0)
    const before = await places(page, '#first', '.first-text p')
    letGo()
    await expect(picture(page)).toHaveCount(0)
    await new Desk(page).editor.waitFor()
    expect(Object.keys(before).length).toBeGreaterThan(20)
    // On a busy machine the last words of the page come a moment later.
    await expect(async () => {
      const after = await places(page, '#app', '.cm-line')
      for (const [what, place] of Object.entries(before)) {
        expect(after).toHaveProperty([what], place)
      }
    }).toPass({ timeout: 60_000 })
    await context.close()
  })
}

test('who comes back sees no example, nor does whose words do not come', async ({
  page,
  browser
}) => {
  const desk = new Desk(page)
  await desk.open()
  await desk.dropTexts([{ name: 'mine.md', text: '# Mine\n' }])
  await desk.file('mine.md').waitFor()
  await expect(desk.saveStatus).toHaveText('Saved')
  const letGo = await holdBack(page)
  await page.reload({ waitUntil: 'commit' })
  await expect(picture(page).locator('header')).toBeVisible()
  await expect(picture(page).getByText('Every plant and every animal')).toBeHidden()
  await expect(picture(page).locator('h1')).toBeHidden()
  letGo()
  await expect(desk.editor).toContainText('# Mine')

  const context = await browser.newContext({ locale: 'de-DE' })
  const german = await context.newPage()
  await german.route('**/first/de.json', (route) => route.abort())
  const letGerman = await holdBack(german)
  await german.goto('/', { waitUntil: 'commit' })
  await expect(picture(german).locator('header')).toBeVisible()
  await expect(picture(german).getByText('Every plant and every animal')).toBeHidden()
  letGerman()
  await expect(german.getByRole('textbox', { name: 'Markdown', exact: true })).toBeVisible()
  await expect(german.getByRole('alert')).toHaveCount(0)
  await context.close()
})

test('who comes back waits for nothing that stands around the text, and a first visit asks for its page alone', async ({
  page
}) => {
  const around = ['desk', 'work', 'panes', 'en-first', 'en-later']
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  const askedAround = () => around.filter((name) => asked.some((one) => one.includes(`/${name}-`)))
  const letFirst = await holdBack(page)
  await page.goto('/', { waitUntil: 'commit' })
  await expect(picture(page).locator('header')).toBeVisible()
  expect(askedAround()).not.toContain('desk')
  letFirst()
  const desk = new Desk(page)
  await desk.editor.waitFor()
  await expect(picture(page)).toHaveCount(0)
  await desk.dropTexts([{ name: 'mine.md', text: '# Mine\n' }])
  await desk.file('mine.md').waitFor()
  await expect(desk.saveStatus).toHaveText('Saved')
  await page.unroute(pageScript)
  const letGo = await holdBack(page)
  asked.length = 0
  await page.reload({ waitUntil: 'commit' })
  await expect.poll(askedAround).toEqual(around)
  letGo()
  await expect(desk.editor).toContainText('# Mine')
})

test('a page whose script fails says so in its language, and comes when it is loaded again', async ({
  browser
}) => {
  const context = await browser.newContext({ locale: 'de-DE' })
  const page = await context.newPage()
  await page.route(pageScript, (route) => route.fulfill({ status: 404 }))
  await page.goto('/')
  const told = page.getByRole('alert')
  const words = /^Die Seite ist noch nicht da\. Prüfen Sie[^]*aufhalten\.\s+Neu laden$/
  await expect(told).toHaveText(words, { useInnerText: true })
  await page.unroute(pageScript)
  await told.getByRole('button', { name: 'Neu laden' }).click()
  await new Desk(page).editor.waitFor()
  await expect(told).toHaveCount(0)
  await context.close()
})

test('a page whose style sheets fail, too, shows no picture without them', async ({ page }) => {
  await page.route(/\/assets\//, (route) => route.abort())
  await page.goto('/')
  await expect(page.getByRole('alert')).toContainText('Check the connection and reload')
  await expect(picture(page)).toBeHidden()
})

test('a page that does not come at all says so after a while', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.route(pageScript, () => undefined)
  await page.goto('/', { waitUntil: 'commit' })
  await expect(picture(page)).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(0)
  await page.evaluate(() => document.getAnimations().forEach((wait) => wait.finish()))
  await expect(page.getByRole('alert')).toContainText('The page has not come yet.')
})

for (const [which, address] of [
  ['the page', '/'],
  ['the page in one file', '/laegna.html']
] as const) {
  test(`without JavaScript ${which} says what it needs, in all its languages`, async ({
    browser
  }) => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(address)
    for (const said of [
      /needs JavaScript: switch it on/,
      /braucht JavaScript/,
      /需要 JavaScript/
    ]) {
      await expect(page.getByText(said)).toBeInViewport({ ratio: 1 })
    }
    await expect(page.getByText('The page has not come yet.')).toBeHidden()
    await context.close()
  })
}

test('the page in one file says so where its script fails', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'MessageChannel'))
  await page.goto('/laegna.html')
  await expect(page.getByRole('alert')).toContainText('Check the connection and reload')
})

/** Where what is in sight stands, by its words: whole pixels. */
function places(page: Page, root: string, lines: string): Promise<Record<string, string>> {
  return page.evaluate(
    ([root, lines]) => {
      const within = document.querySelector(root) ?? document.body
      const editor = within.querySelector('.editor')
      const all = [
        ...within.querySelectorAll('header :is(a, button, h1), .desk-hint :is(p, button), .tool'),
        ...(editor?.shadowRoot ?? within).querySelectorAll(lines)
      ]
      const inSight = all.filter((element) => {
        const { top, width } = element.getBoundingClientRect()
        return element.checkVisibility() && width > 0 && top < innerHeight && element.textContent
      })
      return Object.fromEntries(
        inSight.map((element) => {
          const range = document.createRange()
          range.selectNodeContents(element)
          const { x, y, width, height } = range.getBoundingClientRect()
          return [element.textContent.trim(), [x, y, width, height].map(Math.round).join(' ')]
        })
      )
    },
    [root, lines] as const
  )
}
