import { expect, test, type Locator } from 'playwright/test'
import { Desk, documentPath, reload } from './desk.ts'

const widthOf = async (part: Locator) => (await part.boundingBox())?.width ?? 0

test('the search finds commands, files, chapters and cards, and what was used last stands first', async ({
  page
}) => {
  const desk = new Desk(page)
  await desk.open()
  await desk.drop(['cells.md', 'http-basics.markdown'].map(documentPath))
  await expect(desk.count('cards')).toHaveText('6 cards')
  const search = page.getByRole('combobox', { name: 'Search and commands' })
  const find = async (words: string) => {
    await page.keyboard.press('Control+K')
    await search.fill(words)
  }

  await find('osmos')
  await expect(page.getByRole('option').first()).toContainText('Osmosis')
  await page.keyboard.press('Enter')
  await expect(desk.editor.locator('.cm-activeLine')).toContainText('## Osmosis')

  await find('httpbas')
  await page.keyboard.press('Enter')
  await expect(desk.file('http-basics.markdown')).toHaveAttribute('aria-current', 'true')

  await find('raisins')
  await page.getByRole('option', { name: /raisins/ }).click()
  await expect(desk.editor.locator('.cm-activeLine')).toContainText('raisins')

  await find('show chapters')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('tab', { name: /^Chapters/ })).toHaveAttribute(
    'aria-selected',
    'true'
  )
  await page.keyboard.press('Control+K')
  await expect(
    page.getByRole('group', { name: 'Used last' }).getByRole('option').first()
  ).toHaveText('Show chapters')
  await page.keyboard.press('Escape')
  await expect(search).toBeHidden()
})

test('panes are resized and put away with keys, and the next visit has them so', async ({
  page
}) => {
  const desk = new Desk(page)
  await desk.open()
  const lists = page.getByRole('region', { name: 'What was read' })
  const before = await widthOf(lists)
  const line = page.getByRole('separator', { name: 'Width of the lists' })
  await line.focus()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  expect(await widthOf(lists)).toBe(before + 32)
  await page.keyboard.press('Control+E')
  await expect(desk.preview).toBeHidden()
  await page.keyboard.press('Control+Shift+O')
  await expect(page.getByRole('region', { name: 'Files' })).toBeHidden()

  await reload(page)
  await desk.editor.waitFor()
  expect(await widthOf(lists)).toBe(before + 32)
  await expect(desk.preview).toBeHidden()
  await expect(page.getByRole('region', { name: 'Files' })).toBeHidden()
  await page.keyboard.press('Control+E')
  await expect(desk.preview).toBeVisible()
  await expect(desk.editor).toBeHidden()
  await page.keyboard.press('Control+Shift+L')
  await expect(lists).toBeHidden()
  await desk.count('cards').click()
  await expect(lists).toBeVisible()
})

test('a line between panes follows the pointer, and a double click brings the usual size', async ({
  page
}) => {
  const desk = new Desk(page)
  await desk.open()
  const before = await widthOf(desk.preview)
  const line = page.getByRole('separator', { name: 'Width of the text' })
  const box = (await line.boundingBox())!
  await page.mouse.move(box.x + 4, 400)
  await page.mouse.down()
  await page.mouse.move(box.x - 96, 400, { steps: 4 })
  await page.mouse.up()
  expect(Math.abs((await widthOf(desk.preview)) - before - 100)).toBeLessThan(4)
  await line.dblclick()
  expect(await widthOf(desk.preview)).toBe(before)
})

test('on a middling screen the line beside the lists follows the pointer', async ({ page }) => {
  await page.setViewportSize({ width: 1000, height: 800 })
  const desk = new Desk(page)
  await desk.open()
  const lists = page.getByRole('region', { name: 'What was read' })
  await expect(lists).toBeVisible()
  const heightOfPreview = await desk.preview.evaluate((pane) => pane.clientHeight)
  const below = (await page
    .getByRole('separator', { name: 'Height of the preview' })
    .boundingBox())!
  await page.mouse.move(below.x + 100, below.y + 4)
  await page.mouse.down()
  await page.mouse.move(below.x + 100, below.y - 96, { steps: 4 })
  await page.mouse.up()
  const lower = await desk.preview.evaluate((pane) => pane.clientHeight)
  expect(Math.abs(lower - heightOfPreview + 100)).toBeLessThan(4)

  for (const name of ['Width of the text', 'Width of the preview']) {
    await page.keyboard.press('Control+E')
    const before = await widthOf(lists)
    const line = page.getByRole('separator', { name })
    const box = (await line.boundingBox())!
    await page.mouse.move(box.x + 4, 400)
    await page.mouse.down()
    await page.mouse.move(box.x - 96, 400, { steps: 4 })
    await page.mouse.up()
    expect(Math.abs((await widthOf(lists)) - before - 100), name).toBeLessThan(4)
  }
})

test('F6 walks from pane to pane', async ({ page }) => {
  const desk = new Desk(page)
  await desk.open()
  await expect(desk.preview).toBeVisible()
  await desk.editor.focus()
  await page.keyboard.press('F6')
  await expect(desk.preview).toBeFocused()
  await page.keyboard.press('F6')
  await expect(page.getByRole('tab', { name: /^Cards/ })).toBeFocused()
  await page.keyboard.press('F6')
  await expect(desk.file('example.md')).toBeFocused()
  await page.keyboard.press('Shift+F6')
  await expect(page.getByRole('tab', { name: /^Cards/ })).toBeFocused()

  await desk.file('example.md').focus()
  await page.keyboard.press('Delete')
  const undo = desk.messages.getByRole('button', { name: 'Undo' })
  await expect(undo).toBeVisible()
  // A new message comes first, and from it the key leads back; then it is the last of the panes.
  await page.getByRole('tab', { name: /^Cards/ }).focus()
  await page.keyboard.press('F6')
  await expect(undo).toBeFocused()
  await page.keyboard.press('F6')
  await expect(page.getByRole('tab', { name: /^Cards/ })).toBeFocused()
  await page.keyboard.press('F6')
  await expect(undo).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(desk.file('example.md')).toBeVisible()
})

test('a jump to a card scrolls panes, and never the page under them', async ({ page }) => {
  const desk = new Desk(page)
  await desk.open()
  await desk.drop(['cells.md', 'http-basics.markdown'].map(documentPath))
  await expect(desk.count('cards')).toHaveText('6 cards')
  await page.keyboard.press('Control+K')
  await page.getByRole('combobox', { name: 'Search and commands' }).fill('raisins')
  await page.getByRole('option', { name: /raisins/ }).click()
  await expect(desk.editor.locator('.cm-activeLine')).toContainText('raisins')
  expect(
    await page.evaluate(() => {
      scrollTo(0, 9)
      return { at: scrollY, beyond: document.documentElement.scrollHeight - innerHeight }
    })
  ).toEqual({ at: 0, beyond: 0 })
})

test('the row of a card says its place in one piece, and the tabs begin and end where the rows do', async ({
  page
}) => {
  const desk = new Desk(page)
  await desk.open()
  const path = 'notes/01 Cells and their parts.md'
  await desk.dropTexts([{ name: path, text: '[/Q]What is a cell?[Q/] [/A]Life.[A/]\n' }])
  const row = page.getByRole('button', { name: /What is a cell/ })
  await expect(row).toHaveAccessibleName(/ (notes.)?01 Cells and their parts\.md:1 /)
  await expect(page.getByRole('button', { name: /^01 Cells and their parts\.md$/ })).toBeVisible()

  const list = (await page.getByRole('tabpanel').boundingBox())!
  const first = (await page.getByRole('tab', { name: /^Cards/ }).boundingBox())!
  const last = (await page.getByRole('tab', { name: /^Problems/ }).boundingBox())!
  expect(first.x - list.x).toBeCloseTo(10, 0)
  expect(list.x + list.width - last.x - last.width).toBeCloseTo(10, 0)
})

test('the first visit offers a tour, which can be skipped and taken from help', async ({
  page
}) => {
  const desk = new Desk(page)
  await desk.open()
  const welcome = page.getByRole('region', { name: 'Welcome' })
  await welcome.getByRole('button', { name: 'Cards from my notes' }).click()
  await page.getByRole('button', { name: 'Take the tour' }).click()
  const tour = page.getByRole('dialog')
  await expect(tour).toContainText('1 of 5')
  await page.keyboard.press('Enter')
  await expect(tour).toContainText('2 of 5')
  await tour.getByRole('button', { name: 'Skip the tour' }).click()
  await expect(tour).toBeHidden()
  await expect(welcome).toBeHidden()
  await reload(page)
  await desk.editor.waitFor()
  await expect(welcome).toBeHidden()

  await page.getByRole('button', { name: 'Help', exact: true }).click()
  await page.getByRole('button', { name: 'Take the tour' }).click()
  for (const step of [1, 2, 3, 4, 5]) {
    await expect(tour).toContainText(`${step} of 5`)
    await page.keyboard.press('Enter')
  }
  await expect(tour).toBeHidden()
})

test('the ? key shows the shortcuts, not while one writes, and can be switched off', async ({
  page
}) => {
  const desk = new Desk(page)
  await desk.open()
  await desk.editor.focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.type('Why?')
  await expect(desk.editor).toContainText('Why?#')
  await desk.file('example.md').focus()
  await page.keyboard.press('?')
  const help = page.getByRole('dialog', { name: 'Help' })
  await expect(help.getByText('Go to a new message, or to the next pane')).toBeVisible()
  await help.getByRole('checkbox', { name: /Shortcuts of one sign/ }).uncheck()
  await page.keyboard.press('Escape')
  await desk.file('example.md').focus()
  await page.keyboard.press('?')
  await expect(help).toBeHidden()
})

test('a list keeps the rows that a filter lets through, and says how many', async ({ page }) => {
  const desk = new Desk(page)
  await desk.open()
  await desk.drop(['cells.md', 'french.txt'].map(documentPath))
  await expect(desk.count('cards')).toHaveText('5 cards')
  const field = page.getByRole('textbox', { name: 'Filter cards' })
  await field.fill('PREMIERE manger')
  await expect(page.getByText('1 of 5')).toBeVisible()
  await expect(page.getByRole('list', { name: 'Cards' }).getByRole('listitem')).toHaveCount(1)
  await page.getByRole('tab', { name: /^Blocks/ }).click()
  await expect(page.getByRole('textbox', { name: 'Filter blocks' })).toHaveValue('')
  await page.getByRole('tab', { name: /^Cards/ }).click()
  await expect(field).toHaveValue('PREMIERE manger')
  await field.press('Escape')
  await expect(page.getByRole('list', { name: 'Cards' }).getByRole('listitem')).toHaveCount(5)
})

test('the outline marks the chapter that the cursor stands in', async ({ page }) => {
  const desk = new Desk(page)
  await desk.open()
  const here = page.getByRole('region', { name: 'Outline' }).locator('[aria-current]')
  await expect(here).toContainText('Cells')
  await desk.editor.focus()
  await page.keyboard.press('Control+End')
  await expect(here).toContainText('Why cells are small')
})

test('the status bar says about how many tokens the text is', async ({ page }) => {
  const desk = new Desk(page)
  await desk.open()
  await desk.drop([documentPath('cells.md')])
  const tokens = page.getByTestId('count-tokens')
  await expect(tokens).toHaveText(/^about \d+ tokens$/)
  const before = await tokens.textContent()
  await desk.editor.focus()
  await page.keyboard.type('Some more words for the model to read. ')
  await expect(tokens).not.toHaveText(before ?? '')
})
