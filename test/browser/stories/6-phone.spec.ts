import { devices, expect, test } from 'playwright/test'
import { Desk } from '../desk.ts'

const { viewport, userAgent, hasTouch, isMobile } = devices['Pixel 7']
test.use({ viewport, userAgent, hasTouch, isMobile })

test('on a phone: write a card, read it, mend a mistake, find a chapter, take the deck', async ({
  page
}) => {
  const desk = new Desk(page)
  await desk.open()
  await page.getByRole('button', { name: 'Cards from my notes' }).tap()
  await page.getByRole('button', { name: 'Start empty' }).tap()
  const panes = page.getByRole('navigation', { name: 'Panes' })
  const tab = (name: string) => panes.getByRole('button', { name })

  await desk.editor.tap()
  await page.keyboard.insertText('# Cells\n\n[/Q]What is a cell?[Q/]\n[/A]The unit of life.')
  await expect(desk.count('problems')).toHaveText('1 mistake, 1 warning')
  await tab('Problems').tap()
  await page.getByRole('button', { name: 'Insert [A/]' }).tap()
  await expect(desk.count('cards')).toHaveText('1 card')
  await expect(desk.editor).toBeVisible()
  await expect(desk.editor).toContainText('The unit of life.[A/]')

  await tab('Read').tap()
  await expect(desk.preview.getByRole('heading', { name: 'Cells' })).toBeVisible()
  await expect(desk.editor).toBeHidden()

  await tab('Cards').tap()
  await page.getByRole('textbox', { name: 'Filter cards' }).fill('unit')
  await expect(page.getByRole('status').getByText('1 of 1')).toBeVisible()
  await page
    .getByRole('listitem')
    .getByRole('button', { name: /What is a cell/ })
    .first()
    .tap()

  await page.getByRole('button', { name: 'Files and outline' }).tap()
  await page
    .getByRole('region', { name: 'Outline' })
    .getByRole('button', { name: /^(?!Test).*Cells/ })
    .tap()
  await expect(desk.editor.locator('.cm-activeLine')).toContainText('# Cells')

  await page.getByRole('button', { name: 'More' }).tap()
  await page.getByRole('menuitemradio', { name: 'Colours dark' }).tap()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')

  await tab('Export').tap()
  const deck = await desk.download('anki-text')
  expect(deck.bytes.toString('utf8')).toContain('The unit of life.')
})

test('on a phone Enter goes from the question to the answer, and the tags are within reach', async ({
  page
}) => {
  const desk = new Desk(page)
  await desk.open()
  await page.getByRole('button', { name: 'Cards from my notes' }).tap()
  await page.getByRole('button', { name: 'Start empty' }).tap()
  await desk.editor.tap()
  const tool = page.getByRole('toolbar', { name: 'Writing' }).getByRole('button', { name: 'Card' })
  await tool.tap()
  await page.keyboard.type('What is a cell?')
  await expect(desk.editor).toContainText('What is a cell?[Q/]')
  await page.keyboard.press('Enter')
  await expect(desk.editor.locator('.cm-activeLine')).toContainText('[/A]')
  await page.keyboard.type('The unit of life.')
  await expect(desk.count('cards')).toHaveText('1 card')
  const { height } = (await tool.boundingBox())!
  expect(height).toBeGreaterThanOrEqual(44)
  const below = (await tool.boundingBox())!.y
  expect(below).toBeGreaterThan((await desk.editor.boundingBox())!.y)
})

test('on a phone a list of more files than it shows ends in a half one', async ({ page }) => {
  const desk = new Desk(page)
  await desk.open()
  const files = Array.from({ length: 20 }, (_, at) => ({ name: `${at + 10}.md`, text: '# A\n' }))
  await desk.dropTexts(files)
  await page.getByRole('button', { name: 'Files and outline' }).tap()
  const list = page.getByRole('treegrid', { name: 'Files' })
  await expect(desk.file('10.md')).toBeVisible()
  await expect(async () => {
    const row = (await list.getByRole('row').first().boundingBox())!
    const { height } = (await list.boundingBox())!
    expect((height / row.height) % 1).toBeCloseTo(0.5, 1)
  }).toPass({ timeout: 60_000 })
})
