import type { Page } from 'playwright/test'
import type { Desk } from './desk.ts'

/*
 * Every view of the page: how a person gets there from the desk with two documents open. Whoever
 * adds a view adds it here; then axe looks at it, and `npm run screenshots -- --all` draws it.
 */
export const views: Record<string, (page: Page, desk: Desk) => Promise<unknown>> = {
  desk: async () => {},
  blocks: (_, desk) => desk.count('blocks').click(),
  chapters: (_, desk) => desk.count('chapters').click(),
  problems: (_, desk) => desk.count('problems').click(),
  'filter-finds-nothing': async (page, desk) => {
    await desk.count('cards').click()
    await page.getByRole('textbox', { name: 'Filter cards' }).fill('zebra')
    await page.getByText('No cards fit').waitFor()
  },
  rename: async (page, desk) => {
    await desk.file('french.txt').focus()
    await page.keyboard.press('F2')
    await page.getByRole('textbox', { name: 'Path of the file' }).waitFor()
  },
  search: async (page) => {
    await page.keyboard.press('Control+K')
    await page.getByRole('combobox', { name: 'Search and commands' }).fill('cell')
    await page.getByRole('option').first().waitFor()
  },
  'search-finds-nothing': async (page) => {
    await page.keyboard.press('Control+K')
    await page.getByRole('combobox', { name: 'Search and commands' }).fill('zebra?')
    await page.getByText('Nothing fits').waitFor()
  },
  export: async (page) => {
    await page.keyboard.press('Control+Shift+X')
    await page
      .getByRole('dialog')
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
  'deleted-file': (page) => command(page, 'Delete this file', 'was deleted.'),
  'no-file': async (page) => {
    for (let files = 2; files > 0; files -= 1) {
      await command(page, 'Delete this file', 'was deleted.')
    }
    await page.getByText('No file is open.').waitFor()
  }
}

/** Runs a command by its name in the search, and waits for what it shows. */
async function command(page: Page, name: string, shows: string): Promise<void> {
  await page.keyboard.press('Control+K')
  await page.getByRole('combobox', { name: 'Search and commands' }).fill(name)
  await page.getByRole('option', { name }).first().click()
  await page.getByText(shows).first().waitFor()
}
