import { mkdirSync, writeFileSync } from 'node:fs'
import { chromium, expect, test, type BrowserContext, type Page } from 'playwright/test'
import { Desk } from './desk.ts'
import { browserArguments } from './browser-arguments.ts'
import { findBrowser } from './find-browser.ts'

let context: BrowserContext

test.beforeEach(async () => {
  // Installing writes into the home folder, which is one of this test.
  const home = test.info().outputPath('home')
  mkdirSync(home)
  context = await chromium.launchPersistentContext(test.info().outputPath('profile'), {
    executablePath: findBrowser(),
    args: browserArguments,
    serviceWorkers: 'allow',
    env: { ...process.env, HOME: home, XDG_DATA_HOME: home, XDG_CONFIG_HOME: home }
  })
})

test.afterEach(() => context.close())

/** Asks the browser what its menus and the system ask it, which no page can. */
async function ask(page: Page, method: string, parameters: object): Promise<object> {
  const devtools = await context.newCDPSession(page)
  return devtools.send(method as 'Page.getInstallabilityErrors', parameters)
}

test('the installed app opens Markdown files of the disk, and shares its projects with the page', async ({
  baseURL
}) => {
  const page = context.pages()[0] ?? (await context.newPage())
  const desk = new Desk(page)
  await desk.open(baseURL)
  await expect(desk.said('Ready offline')).toHaveCount(1)
  expect(await ask(page, 'Page.getInstallabilityErrors', {})).toEqual({ installabilityErrors: [] })

  const manifestId = `${baseURL}/`
  await ask(page, 'PWA.install', { manifestId, installUrlOrBundleUrl: manifestId })
  const file = test.info().outputPath('Opened notes.md')
  writeFileSync(file, '# Opened\n\n[/Q]Q?[Q/] [/A]A.[A/]\n')
  await ask(page, 'PWA.launchFilesInApp', { manifestId, files: [file] })

  const shown = () =>
    Promise.all(context.pages().map((page) => new Desk(page).file('Opened notes.md').isVisible()))
  await expect.poll(shown).toContain(true)
  // The page's own window hears of the project once it is stored.
  await page.getByTitle('Projects in this browser').click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Opened notes/ })
    .click()
  await expect(desk.file('Opened notes.md')).toBeVisible()
  await expect(desk.count('cards')).toHaveText('1 card')
})
