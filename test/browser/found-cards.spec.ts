import { expect, test } from 'playwright/test'
import { Desk } from './desk.ts'

const notes = `# France

Capital of France::Paris

**Seine**: the river through Paris.

Q: What is the Louvre?
A: A museum.
`

test('notes without tags become cards, those that one leaves on; Undo takes it back', async ({
  page
}) => {
  const desk = new Desk(page)
  await desk.open()
  await page.getByRole('button', { name: 'Start empty' }).click()
  await desk.editor.fill(notes)
  await page.getByRole('button', { name: 'Find cards' }).click()
  const sheet = page.getByRole('dialog')
  await expect(sheet.getByRole('checkbox', { name: /Capital of France/ })).toBeChecked()
  await expect(sheet.getByRole('checkbox', { name: /Louvre/ })).toBeChecked()
  await expect(sheet.getByRole('checkbox', { name: /^Seine/ })).not.toBeChecked()
  await sheet.getByRole('checkbox', { name: /^Seine/ }).check()
  await sheet.getByRole('checkbox', { name: /Louvre/ }).uncheck()
  await sheet.getByRole('button', { name: 'Make 2 cards' }).click()
  await expect(desk.count('cards')).toHaveText('2 cards')
  await expect(desk.editor).toContainText('[/Q]Capital of France[Q/]')
  await expect(desk.editor).toContainText('Q: What is the Louvre?')

  await desk.messages.getByRole('button', { name: 'Undo' }).first().click()
  await expect(desk.count('cards')).toHaveText('0 cards')
  await expect(desk.editor).toContainText('Capital of France::Paris')
})

test('by keys alone, from the search', async ({ page }) => {
  const desk = new Desk(page)
  await desk.open()
  await page.getByRole('button', { name: 'Start empty' }).click()
  await desk.editor.fill('Capital of France::Paris')
  await page.keyboard.press('Control+K')
  await page.getByRole('combobox', { name: 'Search and commands' }).fill('find cards in notes')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Make 1 card' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(desk.count('cards')).toHaveText('1 card')
})

test('where nothing is found, it says how cards are written', async ({ page }) => {
  const desk = new Desk(page)
  await desk.open()
  await page.getByRole('button', { name: 'Start empty' }).click()
  await desk.editor.fill('# Notes\n\nNothing to learn here.')
  await page.getByRole('button', { name: 'Find cards' }).click()
  await expect(page.getByRole('dialog')).toContainText('No cards were found.')
})
