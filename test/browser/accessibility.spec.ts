import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from 'playwright/test'
import { Desk, documentPath } from './desk.ts'

/*
 * Each view of the page is looked at by axe: light and dark, wide and narrow. A new view is a line
 * here: how a person gets there from the desk with two documents open.
 */
const views: Record<string, (page: Page, desk: Desk) => Promise<unknown>> = {
  desk: async () => {},
  'list of blocks': (_, desk) => desk.count('blocks').click(),
  'list of chapters': (_, desk) => desk.count('chapters').click(),
  'list of problems': (_, desk) => desk.count('problems').click(),
  'a filter that finds nothing': async (page, desk) => {
    await desk.count('cards').click()
    await page.getByRole('textbox', { name: 'Filter cards' }).fill('zebra')
    await page.getByText('No cards fit').waitFor()
  },
  'a name being changed': async (page, desk) => {
    await desk.file('french.txt').focus()
    await page.keyboard.press('F2')
    await page.getByRole('textbox', { name: 'Path of the file' }).waitFor()
  },
  'search and commands': async (page) => {
    await page.keyboard.press('Control+K')
    await page.getByRole('combobox', { name: 'Search and commands' }).fill('cell')
    await page.getByRole('option').first().waitFor()
  },
  'a search that finds nothing': async (page) => {
    await page.keyboard.press('Control+K')
    await page.getByRole('combobox', { name: 'Search and commands' }).fill('zebra?')
    await page.getByText('Nothing fits').waitFor()
  },
  export: async (page) => {
    await page.keyboard.press('Control+Shift+X')
    await page
      .getByRole('button', { name: /^Download/ })
      .first()
      .waitFor()
  },
  settings: (page) => command(page, 'Settings of this project', 'Reading'),
  projects: (page) => command(page, 'Projects in this browser', 'New project'),
  guide: async (page) => {
    await page.keyboard.press('F1')
    await page.getByRole('heading', { name: 'Laegna Markdown' }).waitFor()
  },
  shortcuts: (page) => command(page, 'Keyboard shortcuts', 'Go to the next pane'),
  tour: (page) => command(page, 'Take the tour', 'Your files'),
  training: (page) => command(page, 'Train a model', 'Train a model on'),
  'a message with undo': async (page) => {
    await command(page, 'Delete this file', 'was deleted.')
  },
  'no file at all': async (page) => {
    for (let files = 2; files > 0; files -= 1)
      await command(page, 'Delete this file', 'was deleted.')
    await page.getByText('No file is open.').waitFor()
  }
}

for (const [name, open] of Object.entries(views)) {
  test(`axe finds nothing: ${name}`, async ({ page }) => {
    test.setTimeout(120_000)
    // Colours and sizes are looked at while nothing is on its way.
    await page.emulateMedia({ reducedMotion: 'reduce' })
    const desk = new Desk(page)
    await desk.open()
    await desk.drop(['cells.md', 'french.txt'].map(documentPath))
    await expect(desk.count('cards')).toHaveText('5 cards')
    await open(page, desk)
    for (const width of [1280, 1000, 390]) {
      await page.setViewportSize({ width, height: 800 })
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        const { violations } = await new AxeBuilder({ page }).analyze()
        const found = violations.map(({ id, nodes }) => ({
          id,
          nodes: nodes.map(({ html, failureSummary }) => `${html} ${failureSummary ?? ''}`)
        }))
        expect(found, `${width} px, ${colorScheme}`).toEqual([])
      }
    }
  })
}

test('on 320 px, and so at four times the zoom of a wide screen, nothing is cut off at the side', async ({
  page
}) => {
  await page.setViewportSize({ width: 320, height: 640 })
  const desk = new Desk(page)
  await desk.open()
  const panes = page.getByRole('navigation', { name: 'Panes' })
  for (const name of ['Write', 'Read', 'Cards', 'Problems', 'Export']) {
    await panes.getByRole('button', { name }).click()
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(wide, name).toBe(0)
  }
})

/** Runs a command by its name in the search, and waits for what it shows. */
async function command(page: Page, name: string, shows: string): Promise<void> {
  await page.keyboard.press('Control+K')
  await page.getByRole('combobox', { name: 'Search and commands' }).fill(name)
  await page.getByRole('option', { name }).first().click()
  await page.getByText(shows).first().waitFor()
}
