import { cpSync, readdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from 'playwright/test'
import { Desk, reload } from './desk.ts'
import { buildOnce, Host } from './two-builds.ts'

test.use({ serviceWorkers: 'allow' })

// Building takes its time on a busy machine, so it is done once for all of these.
test.describe.configure({ mode: 'default', timeout: 120_000 })

let host: Host
let folders: Record<'old' | 'new', string>

test.beforeAll(async () => {
  test.setTimeout(300_000)
  // A run of all tests empties this place first; each browser finds there what the one before it built.
  const place = join(test.info().project.outputDir, 'two-builds')
  folders = { old: join(place, 'old'), new: join(place, 'new') }
  await buildOnce('Old help', folders.old)
  await buildOnce('New help', folders.new)
})

test.beforeEach(async () => {
  host = new Host(folders.old)
  await host.plugIn()
})

test.afterEach(() => host.pullOut())

async function visit(page: Page): Promise<Desk> {
  const desk = new Desk(page)
  await desk.open(host.address)
  return desk
}

/** Which build a page runs: by its first script, and by a panel that is loaded when first opened. */
async function expectBuild(page: Page, words: string): Promise<void> {
  await expect(page.locator('body')).toHaveAttribute('data-build', words)
  await page.getByRole('button', { name: 'Help', exact: true }).click()
  await expect(page.getByRole('dialog', { name: words })).toBeVisible()
  await page.keyboard.press('Escape')
}

async function drawDiagram(desk: Desk, name: string): Promise<void> {
  const text = `\`\`\`mermaid\npie\n  accTitle: ${name}\n  "a" : 1\n\`\`\`\n`
  await desk.dropTexts([{ name: `${name}.md`, text }])
  await desk.file(`${name}.md`).click()
  await expect(desk.preview.getByRole('img', { name })).toBeVisible()
}

const builds = (page: Page) => page.evaluate(async () => (await caches.keys()).length)

test('after the first visit the page works whole without a network', async ({ page, context }) => {
  const desk = await visit(page)
  await expect(desk.said('Ready offline')).toHaveCount(1)
  await host.pullOut()
  await reload(page)
  await desk.editor.waitFor()
  await expect(desk.said('Ready offline')).toHaveCount(0)
  await expectBuild(page, 'Old help')
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  expect((await desk.download('dataset')).bytes.length).toBeGreaterThan(1000)

  const second = await visit(await context.newPage())
  await expect(second.count('cards')).toHaveText('3 cards')
})

test('what draws diagrams is kept once it was needed', { tag: '@chromium' }, async ({ page }) => {
  const desk = await visit(page)
  await expect(desk.said('Ready offline')).toHaveCount(1)
  await drawDiagram(desk, 'Before')
  await host.pullOut()
  await reload(page)
  await desk.editor.waitFor()
  await drawDiagram(desk, 'After')
})

test('old tabs keep their files until they are reloaded; nothing is mixed', async ({
  page,
  context
}) => {
  const one = await visit(page)
  await expect(one.said('Ready offline')).toHaveCount(1)
  const two = await visit(await context.newPage())
  await expect(two.count('cards')).toHaveText('3 cards')

  await test.step('the new build is offered, and nothing happens by itself', async () => {
    host.folder = folders.new
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update())
    for (const { messages } of [one, two]) {
      await expect(messages).toContainText('A new version is ready')
    }
    await host.pullOut()
    // A tab opened meanwhile is of the old build too.
    const third = await visit(await context.newPage())
    await expect(third.messages).toContainText('A new version is ready')
    await expectBuild(third.page, 'Old help')
    await third.page.close()
  })

  await test.step('Reload brings the new build to this tab, with what was typed', async () => {
    await one.editor.focus()
    await page.keyboard.press('Control+Home')
    await page.keyboard.type('Just typed. ')
    await one.messages.getByRole('button', { name: 'Reload' }).click()
    await expect(page.locator('body')).toHaveAttribute('data-build', 'New help')
    await expect(one.editor).toContainText('Just typed. ')
    await expectBuild(page, 'New help')
  })

  await test.step('the other tab goes on with old files, also those never loaded before', async () => {
    await expectBuild(two.page, 'Old help')
    expect(await builds(two.page)).toBe(2)
    await two.messages.getByRole('button', { name: 'Reload' }).click()
    await expect(two.page.locator('body')).toHaveAttribute('data-build', 'New help')
    await expectBuild(two.page, 'New help')
  })

  await test.step('the old build is dropped when no tab needs it', async () => {
    await expect.poll(() => builds(page)).toBe(1)
  })
})

test(
  'a build that the server holds only in part is not used',
  { tag: '@chromium' },
  async ({ page }) => {
    const desk = await visit(page)
    await expect(desk.said('Ready offline')).toHaveCount(1)
    const part = test.info().outputPath('part')
    cpSync(folders.new, part, { recursive: true })
    const lost = readdirSync(`${part}/assets`).find((name) => /^HelpSheet.*js$/.test(name))!
    renameSync(`${part}/assets/${lost}`, `${part}/assets/lost`)
    host.folder = part
    const outcome = await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready
      const found = new Promise<ServiceWorker | null>((resolve) => {
        registration.onupdatefound = () => resolve(registration.installing)
      })
      await registration.update().catch(() => undefined)
      const worker = await found
      await new Promise((resolve) => {
        if (worker?.state === 'redundant') resolve(undefined)
        worker?.addEventListener('statechange', resolve)
      })
      return worker?.state
    })
    expect(outcome).toBe('redundant')
    await reload(page)
    await desk.editor.waitFor()
    await expectBuild(page, 'Old help')
    await expect(desk.messages).not.toContainText('A new version')
  }
)
