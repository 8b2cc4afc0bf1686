import { expect, test } from 'playwright/test'
import { Desk, documentPath, reload } from './desk.ts'
import { KillableBrowser } from './killable-browser.ts'

test(
  'a browser that is killed has kept what was typed',
  { tag: '@chromium' },
  async ({ baseURL }) => {
    // It starts two browsers of its own, each from nothing.
    test.slow()
    const profile = test.info().outputPath('profile')
    const first = await KillableBrowser.start(profile)
    try {
      const page = await first.context.newPage()
      const desk = new Desk(page)
      await desk.open(baseURL)
      await desk.editor.focus()
      await page.keyboard.press('Control+Home')
      await page.keyboard.type('Typed just before. ')
      await expect(desk.saveStatus).toHaveText('Saved')
    } finally {
      await first.kill()
    }

    const second = await KillableBrowser.start(profile)
    try {
      const again = new Desk(await second.context.newPage())
      await again.open(baseURL)
      await expect(again.editor).toContainText('Typed just before. #')
    } finally {
      await second.kill()
    }
  }
)

test('what one tab types, another tab of the same project shows', async ({ page, context }) => {
  const one = new Desk(page)
  await one.open()
  await one.add([documentPath('french.txt')])
  const two = new Desk(await context.newPage())
  await two.open()
  await expect(two.count('cards')).toHaveText('2 cards')
  await one.editor.focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type('[/Q]Neu?[Q/] [/A]Nouveau.[A/]')
  await expect(two.count('cards')).toHaveText('3 cards')
  await expect(two.editor).toContainText('Nouveau')
})

test('a deleted file comes back with Undo, in its place', async ({ page }) => {
  const desk = new Desk(page)
  await desk.open()
  await desk.drop(['cells.md', 'french.txt'].map(documentPath))
  await expect(desk.count('cards')).toHaveText('5 cards')
  await desk.file('cells.md').hover()
  await page.getByRole('button', { name: 'Delete cells.md' }).click()
  await expect(desk.count('cards')).toHaveText('2 cards')
  await desk.messages.getByRole('button', { name: 'Undo' }).last().click()
  await expect(desk.count('cards')).toHaveText('5 cards')
  await expect(desk.editor).toContainText('Every living thing')
})

test('a deleted project waits in the bin', { tag: '@chromium' }, async ({ page }) => {
  const desk = new Desk(page)
  await desk.open()
  await desk.drop([documentPath('french.txt')])
  await expect(desk.count('cards')).toHaveText('2 cards')
  const projects = page.getByTitle('Projects in this browser')
  await projects.click()
  await page.getByRole('button', { name: 'Delete French' }).click()
  await page.getByRole('button', { name: 'Close', exact: true }).click()
  await expect(projects).toHaveText('Example')
  await reload(page)
  await expect(projects).toHaveText('Example')
  await projects.click()
  await page.getByRole('button', { name: 'Restore', exact: true }).click()
  await page.getByRole('button', { name: 'Close', exact: true }).click()
  await expect(projects).toHaveText('French')
  await expect(desk.count('cards')).toHaveText('2 cards')
})

test(
  'a project from the bin says that another one has taken its cards meanwhile',
  { tag: '@chromium' },
  async ({ page }) => {
    const desk = new Desk(page)
    await desk.open()
    const projects = page.getByTitle('Projects in this browser')
    const close = page.getByRole('button', { name: 'Close', exact: true })
    const twice = page.getByText('Both would write the same notes in Anki')
    for (const name of ['French', 'French (2)']) {
      if (name === 'French (2)') {
        await projects.click()
        await page.getByRole('button', { name: 'New project' }).click()
      }
      await desk.drop([documentPath('french.txt')])
      await expect(desk.count('cards')).toHaveText('2 cards')
      await desk.download('anki-package')
      await expect(page.getByText('was given to your downloads')).toBeVisible()
      await close.first().click()
      if (name !== 'French') continue
      await projects.click()
      await page.getByRole('button', { name: 'Delete French' }).click()
      await close.first().click()
    }
    await projects.click()
    await expect(twice).toBeHidden()
    await page.getByRole('button', { name: 'Restore', exact: true }).click()
    await expect(twice).toContainText('2 of its cards belong to Untitled project as well')
  }
)

test(
  'projects are made, renamed and opened, and keep their settings',
  { tag: '@chromium' },
  async ({ page }) => {
    const desk = new Desk(page)
    await desk.open()
    const projects = page.getByTitle('Projects in this browser')
    await projects.click()
    await page.getByRole('button', { name: 'New project' }).click()
    await page.getByRole('button', { name: 'Rename the project' }).click()
    await page.getByRole('textbox', { name: 'Name of the project' }).fill('Chemistry')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Settings of this project' }).click()
    await page.getByLabel('Everything').check()
    await page.getByLabel('Deck', { exact: true }).selectText()
    // With the keys: what a driver fills in, Firefox does not take for a change.
    await page.keyboard.type('Science::Chemistry')
    await page.keyboard.press('Escape')
    await expect(desk.saveStatus).toHaveText('Saved')
    await projects.click()
    await page.getByRole('button', { name: /^Example/ }).click()
    await expect(desk.count('cards')).toHaveText('3 cards')
    await reload(page)
    await expect(projects).toHaveText('Example')
    await projects.click()
    await page.getByRole('button', { name: /^Chemistry/ }).click()
    await page.getByRole('button', { name: 'Settings of this project' }).click()
    await expect(page.getByLabel('Everything')).toBeChecked()
    await expect(page.getByLabel('Deck', { exact: true })).toHaveValue('Science::Chemistry')
  }
)

test('the last key before a reload is kept', async ({ page }) => {
  const desk = new Desk(page)
  await desk.open()
  await expect(desk.count('cards')).toHaveText('3 cards')
  await desk.editor.click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type('first words')
  await expect(desk.saveStatus).toHaveText('Saved')
  await page.keyboard.type(' LAST WORDS')
  await reload(page)
  await expect(desk.preview).toContainText('first words LAST WORDS')
  await expect(desk.saveStatus).toHaveText('Saved')
})
