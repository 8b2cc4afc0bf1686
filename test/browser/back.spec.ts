import { devices, expect, test, type Page } from 'playwright/test'
import { Desk } from './desk.ts'

/** How many steps back there are, seen from the page. */
const entries = (page: Page) => page.evaluate(() => history.length)
const dialog = (page: Page) => page.getByRole('dialog')

/** Goes back once the history has the entry for what lies over the page: a moment after it is in sight. */
async function closeByBack(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(() => history.state as unknown)).not.toBeNull()
  await page.goBack()
}

async function find(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+K')
  await page.getByRole('combobox', { name: 'Search and commands' }).fill(words)
  await page.getByRole('listbox', { name: 'Found' }).getByRole('option').first().click()
}

test('Back closes what lies over the page, and only then leaves it', async ({ page }) => {
  await page.goto('about:blank')
  const desk = new Desk(page)
  await desk.open()
  const address = page.url()
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  await expect(dialog(page)).toBeVisible()
  await closeByBack(page)
  await expect(dialog(page)).toBeHidden()
  expect(page.url()).toBe(address)
  await expect(page.getByRole('button', { name: 'Export', exact: true })).toBeFocused()

  await page.goForward()
  await expect(page.getByRole('heading', { name: 'Export Example' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toBeHidden()
  await page.goBack()
  await expect.poll(() => page.url()).toBe('about:blank')
})

test('however sheets are opened and closed, the history grows by one entry at most', async ({
  page
}) => {
  const desk = new Desk(page)
  await desk.open()
  const before = await entries(page)
  for (let time = 0; time < 3; time++) {
    await page.keyboard.press('F1')
    await expect(dialog(page)).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(dialog(page)).toBeHidden()
    await find(page, 'settings of this project')
    await expect(page.getByRole('heading', { name: 'Settings of Example' })).toBeVisible()
    await find(page, 'projects in this browser')
    await expect(page.getByRole('heading', { name: 'Projects' })).toBeVisible()
    await page.getByRole('button', { name: 'Close', exact: true }).click()
    await expect(dialog(page)).toBeHidden()
  }
  expect(await entries(page)).toBeLessThanOrEqual(before + 1)
})

test('over a sheet Back closes the search first; from another page it leads back to it', async ({
  page
}) => {
  const desk = new Desk(page)
  await desk.open()
  await page.keyboard.press('F1')
  await page.keyboard.press('Control+K')
  await expect(dialog(page)).toHaveCount(2)
  await closeByBack(page)
  await expect(dialog(page)).toHaveCount(1)
  await closeByBack(page)
  await expect(dialog(page)).toHaveCount(0)
  await expect(desk.editor).toBeVisible()

  await find(page, 'train a model')
  const training = page.getByRole('heading', { name: /^Train a model/ })
  await expect(training).toBeVisible()
  await page
    .getByRole('button', { name: 'Settings of this project' })
    .or(page.getByRole('button', { name: 'Help' }))
    .first()
    .click()
  await expect(dialog(page)).toBeVisible()
  await closeByBack(page)
  await expect(dialog(page)).toHaveCount(0)
  await expect(training).toBeVisible()
  await page.goBack()
  await expect(desk.editor).toBeVisible()
})

test('Back closes the table of models, and leaves one at the training', async ({ page }) => {
  await new Desk(page).open()
  await page.getByRole('link', { name: 'Training' }).click()
  await page.getByRole('button', { name: 'Compare models' }).click()
  await expect(page.getByRole('heading', { name: 'Models' })).toBeVisible()
  await closeByBack(page)
  await expect(dialog(page)).toBeHidden()
  await expect(page.getByRole('button', { name: 'Compare models' })).toBeFocused()
  await page.goBack()
  await expect(page.getByRole('button', { name: 'Compare models' })).toBeHidden()
})

test('a field that was changed is heard when Back closes its sheet', async ({ page }) => {
  const desk = new Desk(page)
  await desk.open()
  await find(page, 'settings of this project')
  const deck = page.getByRole('textbox', { name: /^Deck/ }).first()
  await deck.fill('Biology')
  await closeByBack(page)
  await expect(dialog(page)).toBeHidden()
  await find(page, 'settings of this project')
  await expect(deck).toHaveValue('Biology')
})

test('a reload with an open sheet leaves no dead step behind', async ({ page }) => {
  await page.goto('about:blank')
  const desk = new Desk(page)
  await desk.open()
  await page.keyboard.press('F1')
  await expect(dialog(page)).toBeVisible()
  const step = () => page.evaluate(() => history.state as unknown)
  await expect.poll(step).not.toBeNull()
  await page.reload()
  await desk.editor.waitFor()
  await expect.poll(step).toBeNull()
  await page.goBack()
  await expect.poll(() => page.url()).toBe('about:blank')
})

test.describe('on a phone', () => {
  const { viewport, userAgent, hasTouch, isMobile } = devices['Pixel 7']
  test.use({ viewport, userAgent, hasTouch, isMobile })

  test('Back closes the sheet, the column of files and the menu', async ({ page }) => {
    const desk = new Desk(page)
    await desk.open()
    const panes = page.getByRole('navigation', { name: 'Panes' })
    await panes.getByRole('button', { name: 'Export' }).tap()
    await expect(dialog(page)).toBeVisible()
    await closeByBack(page)
    await expect(dialog(page)).toBeHidden()

    await page.getByRole('button', { name: 'Files and outline' }).tap()
    await expect(desk.file('example.md')).toBeInViewport()
    await closeByBack(page)
    await expect(page.getByRole('button', { name: 'Close files and outline' })).toHaveCount(0)

    await page.getByRole('button', { name: 'More' }).tap()
    await expect(page.getByRole('menu')).toBeVisible()
    await closeByBack(page)
    await expect(page.getByRole('menu')).toBeHidden()
    await expect(desk.editor).toBeVisible()
  })
})
