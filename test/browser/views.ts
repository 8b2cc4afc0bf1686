import { readFileSync } from 'node:fs'
import type { Page } from 'playwright/test'
import { reportOf } from '../report-of.ts'
import { Desk, documentPath } from './desk.ts'

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
  'found-cards': async (page, desk) => {
    await desk.editor.fill('# Cells\n\nCapital of France::Paris\n\n**Cell**: the unit of life.')
    await page.keyboard.press('Control+K')
    await page
      .getByRole('combobox', { name: 'Search and commands' })
      .fill('find cards in this file')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Make 1 card' }).waitFor()
  },
  'found-cards-one-by-one': async (page, desk) => {
    await views['found-cards']?.(page, desk)
    await page.getByRole('button', { name: 'One by one' }).click()
    await page.getByText('1 of 2', { exact: true }).waitFor()
    await page.keyboard.press('e')
    await page.getByRole('textbox', { name: 'Answer' }).waitFor()
  },
  rename: async (page, desk) => {
    await desk.file('french.txt').focus()
    await page.keyboard.press('F2')
    await page.getByRole('textbox', { name: 'Path of the file' }).waitFor()
  },
  'selected-files': async (page, desk) => {
    await desk.file('french.txt').click({ modifiers: ['ControlOrMeta'] })
    await page.getByText('2 files selected', { exact: true }).waitFor()
  },
  'menu-of-a-file': async (page, desk) => {
    await desk.file('french.txt').click({ button: 'right' })
    await page.getByRole('menuitem', { name: 'Open' }).waitFor()
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
  'changed-cards': async (page, desk) => {
    await desk.editor.fill('[/Q]What is a cell?[Q/] [/A]A small room.[A/]')
    await desk.download('anki-package')
    await page.getByText('was given to your downloads').waitFor()
    await page.keyboard.press('Escape')
    await desk.editor.fill('[/Q]What is a cell?[Q/] [/A]The smallest unit of life.[A/]')
    await desk.showExport('anki', 'anki-package')
    await page.getByRole('button', { name: '1 changed', exact: true }).click()
    await page.getByText('small room').waitFor()
  },
  'export-dataset': (_, desk) => desk.showExport('dataset', 'dataset'),
  'export-document': (_, desk) => desk.showExport('document', 'html'),
  'send-to-anki': async (page, desk) => {
    await desk.showSending()
    await page.getByText('Nothing is contacted before').waitFor()
  },
  media: async (page, desk) => {
    const text =
      '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><circle r="8" /></svg>'
    await desk.dropTexts([{ name: 'cell.svg', text }])
    await page.getByRole('button', { name: '1 picture or sound' }).waitFor()
    await command(page, 'Pictures and sounds of this project', 'Delete 1 unused')
    await page.getByRole('button', { name: /cell\.svg SVG/ }).click()
  },
  'files-that-are-here': async (page, desk) => {
    await desk.dropTexts([{ name: 'cell.svg', text: '<svg />' }])
    await page.getByRole('button', { name: '1 picture or sound' }).waitFor()
    const names = ['cell.svg', 'cells.md', 'french.txt', 'new.md']
    await desk.dropTexts(names.map((name) => ({ name, text: '# Written anew\n' })))
    await page.getByRole('button', { name: 'Replace the old' }).waitFor()
  },
  'earlier-cards': async (page, desk) => {
    const { bytes } = await desk.download('anki-json')
    await page.getByRole('button', { name: 'Close', exact: true }).click()
    const [first, ...rest] = JSON.parse(bytes.toString()) as { guid: string }[]
    const earlier = JSON.stringify([{ ...first, guid: 'another0001' }, ...rest])
    await desk.dropTexts([{ name: 'anki_cards.json', text: earlier }])
    await page.getByRole('button', { name: /^Take over/ }).waitFor()
  },
  settings: (page) => command(page, 'Settings of this project', 'Reading'),
  projects: (page) => command(page, 'Projects in this browser', 'New project'),
  guide: async (page) => {
    await page.keyboard.press('F1')
    await page.getByRole('heading', { name: 'Laegna Markdown' }).waitFor()
  },
  shortcuts: (page) => command(page, 'Keyboard shortcuts', 'Go to a new message'),
  begin: (page) => command(page, 'Begin: cards from my notes', 'Take the cards'),
  tour: (page) => command(page, 'Take the tour', 'Bring what you have'),
  training: (page) => command(page, 'Train a model', 'Train a model on'),
  'model-answers': async (page, desk) => {
    await answered(desk)
    await desk.messages.getByRole('button', { name: 'Show the cards' }).click()
    await page.getByRole('combobox', { name: 'Which cards' }).selectOption('The model gets wrong')
    await page.getByRole('button', { name: 'Look through' }).click()
    await page.getByRole('region', { name: 'What the model answered' }).waitFor()
  },
  'model-figures': async (page, desk) => {
    await answered(desk)
    await command(page, 'Train a model', 'Train a model on')
    await page.getByRole('button', { name: 'Train these more' }).click()
    await page.getByRole('button', { name: 'Let all come equally often' }).waitFor()
  },
  models: async (page) => {
    await command(page, 'Train a model', 'Train a model on')
    await page.getByRole('button', { name: 'Compare models' }).click()
    await page.getByRole('columnheader', { name: 'Licence' }).waitFor()
  },
  'look-at-cards': async (page) => {
    await command(page, 'Look through all cards', 'Card 1 of 5')
    await page.keyboard.press('Space')
  },
  'self-test': async (page) => {
    await command(page, 'Test yourself on all cards', '0 of 5 known')
    await page.keyboard.press('Space')
    await page.getByRole('button', { name: 'Knew it' }).waitFor()
  },
  'self-test-over': async (page) => {
    await command(page, 'Test yourself on all cards', '0 of 5 known')
    for (const known of ['1', '2', '2', '2', '2', '2']) {
      await page.keyboard.press('Space')
      await page.keyboard.press(known)
    }
    await page.getByText('You knew 4 of 5').waitFor()
  },
  'find-in-file': async (page, desk) => {
    await desk.editor.focus()
    await page.keyboard.press('ControlOrMeta+F')
    await page.getByRole('textbox', { name: 'Find' }).waitFor()
  },
  'find-in-all-files': async (page) => {
    await command(page, 'Find and replace in all files', 'Find in all files')
    await page.keyboard.insertText('cell')
    await page.getByText(/^\d+ matches in/).waitFor()
  },
  'two-versions': async (page, desk) => {
    const other = await deafTab(page)
    await write(other, '\n\nFrom the other tab.')
    await write(desk, '\n\nFrom this tab.')
    await page.getByRole('button', { name: 'Compare' }).click()
    await page.getByRole('textbox', { name: /^Both versions of / }).waitFor()
    await other.page.close()
  },
  'deleted-file': (page) => command(page, 'Delete this file', 'was deleted.'),
  'no-file': async (page) => {
    for (let files = 2; files > 0; files -= 1) {
      await command(page, 'Delete this file', 'was deleted.')
    }
    await page.getByText('No file is open.').waitFor()
  }
}

/** Runs a command by its name in the search, and waits for what it shows. */
/** Drops a report in which a model gets all cards of a document wrong. */
async function answered(desk: Desk): Promise<void> {
  const path = documentPath('cells.md')
  const report = await reportOf('cells.md', readFileSync(path, 'utf8'), () => 'No idea.')
  await desk.dropTexts([{ name: 'report.json', text: JSON.stringify(report) }])
  await desk.messages.getByText('The model was asked').waitFor()
}

async function command(page: Page, name: string, shows: string): Promise<void> {
  await page.keyboard.press('Control+K')
  await page.getByRole('combobox', { name: 'Search and commands' }).fill(name)
  await page.getByRole('option', { name }).first().click()
  await page.getByText(shows).first().waitFor()
}

/** Writes at the end of the open file, and waits until that is kept. */
async function write(desk: Desk, text: string): Promise<void> {
  await desk.editor.focus()
  await desk.page.keyboard.press('ControlOrMeta+End')
  await desk.page.keyboard.insertText(text)
  await desk.saveStatus.filter({ hasText: /^Saved/ }).waitFor()
}

/** Another tab that hears nothing of this one, as one that the browser has put to sleep. */
async function deafTab(of: Page): Promise<Desk> {
  const page = await of.context().newPage()
  await page.addInitScript(() => {
    BroadcastChannel.prototype.postMessage = () => undefined
    Object.defineProperty(BroadcastChannel.prototype, 'onmessage', { set: () => undefined })
  })
  const desk = new Desk(page)
  await desk.open()
  return desk
}
