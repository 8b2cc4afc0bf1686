import { expect, test, type Locator, type Page } from 'playwright/test'
import { Desk, documentPath } from './desk.ts'

/** What has the focus, in the editor's shadow too; undefined where it is nothing that takes keys. */
function focused(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    let active = document.activeElement
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
    if (!active || active === document.body || !active.checkVisibility()) return undefined
    if (active.classList.contains('cm-scroller')) return undefined
    return active.getAttribute('aria-label') ?? `${active.tagName} ${active.textContent}`
  })
}

/** Opens the search by its key, which closes one that is still on its way out. */
async function openSearch(page: Page): Promise<Locator> {
  const search = page.getByRole('combobox', { name: 'Search and commands' })
  await expect(async () => {
    if (!(await search.isVisible())) await page.keyboard.press('Control+K')
    await search.waitFor({ timeout: 3000 })
  }).toPass()
  return search
}

async function labels(page: Page): Promise<string[]> {
  const search = await openSearch(page)
  const rows = page.getByRole('option')
  await rows.first().waitFor()
  const all = await rows.allTextContents()
  await page.keyboard.press('Escape')
  await expect(search).toBeHidden()
  return all
}

/** Those that ask the system for something that no test can answer, or that leave the page alone. */
const asksTheSystem =
  /^(Add|Open a folder|Restore a backup|Take over cards|Print this document|Paste)/

async function begin(page: Page): Promise<void> {
  const desk = new Desk(page)
  await desk.open()
  await desk.drop(['cells.md', 'french.txt'].map(documentPath))
  await expect(desk.count('cards')).toHaveText('5 cards')
}

test('after every command, and after what it opened was closed, keys have a place', async ({
  page
}) => {
  test.setTimeout(300_000)
  await page.addInitScript(() => (window.print = () => undefined))
  await begin(page)
  const all = (await labels(page)).map((label) => label.trim())
  expect(all.length).toBeGreaterThan(40)
  for (const label of all.filter((one) => !asksTheSystem.test(one))) {
    await test.step(label, async () => {
      // From nowhere, as on a page that was just loaded: that is where keys are lost first.
      await page.evaluate(() => {
        const { activeElement } = document
        const active = activeElement?.shadowRoot?.activeElement ?? activeElement
        if (active instanceof HTMLElement) active.blur()
      })
      const search = await openSearch(page)
      const row = page.getByRole('option').filter({ hasText: label }).first()
      // Some make sense no longer, after those before.
      if ((await row.count()) === 0) return page.keyboard.press('Escape')
      await row.click()
      await expect(search).toBeHidden()
      await expect.poll(() => focused(page), { message: label }).toBeTruthy()
      // What lies over the page goes with Escape.
      const over = page.locator('dialog:modal')
      for (let tries = 0; tries < 3 && (await over.count()) > 0; tries++) {
        await page.keyboard.press('Escape')
      }
      await expect.poll(() => focused(page), { message: `${label}, closed` }).toBeTruthy()
    })
  }
})

test('a sheet that comes late leaves the search in front', async ({ page }) => {
  const letIn = await hold(page, '**/ProjectsSheet-*.js')
  await begin(page)
  const search = await openSearch(page)
  await search.fill('projects in this browser')
  await page.keyboard.press('Enter')
  await expect(search).toBeHidden()
  await openSearch(page)
  letIn()
  await expect(page.getByRole('heading', { name: 'Projects' })).toBeVisible()
  await page.keyboard.type('deck')
  await expect(search).toHaveValue('deck')
  await page.keyboard.press('Escape')
  await expect(search).toBeHidden()
  await expect(page.getByRole('dialog', { name: 'Projects' })).toBeVisible()
})

test('a new project is typed into at once, however it was made', async ({ page }) => {
  const desk = new Desk(page)
  await desk.open()
  await desk.startEmpty()
  await expect(desk.editor).toBeFocused()
  await page.keyboard.type('one')
  await expect(desk.editor).toContainText('one')

  await page.keyboard.press('Control+K')
  await page.getByRole('combobox', { name: 'Search and commands' }).fill('new project')
  await page.keyboard.press('Enter')
  await expect(desk.editor).not.toContainText('one')
  await expect(desk.editor).toBeFocused()
  await page.keyboard.type('two?')
  await expect(desk.editor).toContainText('two?')

  await page.keyboard.press('Control+K')
  await page.getByRole('combobox', { name: 'Search and commands' }).fill('projects in this browser')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'New project' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(desk.editor).not.toContainText('two')
  await expect(desk.editor).toBeFocused()
  await page.keyboard.type('three')
  await expect(desk.editor).toContainText('three')
})

test('wherever the editor gets the focus from, it is in the text', async ({ page }) => {
  const desk = new Desk(page)
  await desk.open()
  await desk.untilWhole()
  await desk.file('example.md').focus()
  await page.keyboard.press('F6')
  await expect(desk.editor).toBeFocused()
  await page.keyboard.press('Control+Home')
  await page.keyboard.type('Why? ')
  await expect(desk.editor).toContainText('Why? ')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await desk.editor.locator('xpath=..').locator('.cm-lineNumbers .cm-gutterElement').nth(2).click()
  await expect(desk.editor).toBeFocused()

  await page.keyboard.press('Control+E')
  await page.keyboard.press('Control+E')
  await expect(desk.editor).toBeHidden()
  await expect.poll(() => focused(page)).toBeTruthy()
  await page.keyboard.press('Control+K')
  await page.getByRole('combobox', { name: 'Search and commands' }).fill('go to the text')
  await page.keyboard.press('Enter')
  await expect(desk.editor).toBeFocused()
})

test('the tour ends in the text', async ({ page }) => {
  const desk = new Desk(page)
  await desk.open()
  await page.getByRole('button', { name: 'Cards from my notes' }).click()
  await page.getByRole('button', { name: 'Take the tour' }).click()
  const next = page.getByRole('dialog').getByRole('button', { name: /^(Next|Done|Begin|Start)/ })
  await next.waitFor()
  for (let step = 0; step < 12 && (await next.isVisible()); step++) await next.click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(desk.editor).toBeFocused()
})

test('Shift with End takes the line as it is written, and an answer is made of all of it', async ({
  page
}) => {
  // Keys are pressed before all that the editor can do is there, as on a busy machine.
  const letIn = await hold(page, '**/work-*.js')
  const desk = new Desk(page)
  await desk.open()
  const line = 'The mitochondrion is the power house of the cell, '.repeat(6).trim()
  await desk.editor.fill(`# Cells\n\n${line}\n\nMore.`)
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+End')
  letIn()
  await page.keyboard.press('Alt+a')
  await expect(desk.editor).toContainText(`[/A]${line}[A/]`)
  await page.keyboard.press('Alt+a')
  await page.keyboard.press('End')
  await page.keyboard.press('Shift+Home')
  await page.keyboard.press('Alt+q')
  await expect(desk.editor).toContainText(`[/Q]${line}[Q/]`)
})

/** Keeps what the page asks for at such an address away from it, until the answer is called. */
async function hold(page: Page, address: string): Promise<() => void> {
  let letIn: () => void = () => undefined
  const held = new Promise<void>((resolve) => (letIn = resolve))
  await page.route(address, async (route) => {
    await held
    await route.continue()
  })
  return letIn
}
