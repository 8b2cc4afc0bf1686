import { expect, test } from 'playwright/test'
import { Desk } from '../desk.ts'

/*
 * Somebody has written a chapter with questions, and before the exam wants to know what of it is in
 * the head already.
 */
const notes = `# Biology

[/Q]What is biology?[Q/] [/A]The science of life.[A/]

## [/T]Cells[T/]

[/Q]What is the smallest unit of life?[Q/] [/A]The **cell**.[A/]

[/Q]How long is a cell, mostly?[Q/] [/A]About $10^{-5}$ metres.[A/]

### Nucleus

[/Q]What does the nucleus hold?[Q/] [/A]The DNA.[A/]

## Plants

[/Q]What do plants make sugar from?[Q/] [/A]Light, water and carbon dioxide.[A/]
`

test('a chapter is asked card by card, and what was not known comes again', async ({ page }) => {
  const desk = new Desk(page)
  await desk.open()
  await desk.editor.focus()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.insertText(notes)
  await expect(desk.count('cards')).toHaveText('5 cards')

  const outline = page.getByRole('region', { name: 'Outline' })
  await outline.getByText('Cells', { exact: true }).hover()
  await outline.getByRole('button', { name: 'Test yourself on Cells' }).click()
  const sheet = page.getByRole('dialog', { name: 'Test: Cells' })
  const progress = sheet.getByRole('status')
  const card = sheet.locator('.card')

  // The chapter and the one below it, nothing of the others.
  await expect(progress).toHaveText('0 of 3 known')
  await expect(card).toContainText('What is the smallest unit of life?')
  await expect(card).not.toContainText('The cell.')

  // With the keyboard alone: turn over, judge.
  await page.keyboard.press('Space')
  await expect(card).toContainText('The cell.')
  await page.keyboard.press('2')
  await expect(progress).toHaveText('1 of 3 known')

  await expect(card).toContainText('How long is a cell, mostly?')
  await page.keyboard.press('ArrowRight')
  await expect(progress, 'judged only after the answer was seen').toHaveText('1 of 3 known')
  await page.keyboard.press('Space')
  await expect(sheet.locator('math msup')).toContainText('10')
  await page.keyboard.press('1')

  // With the mouse: the card itself turns over.
  await sheet.getByText('What does the nucleus hold?').click()
  await expect(card).toContainText('The DNA.')
  await expect(sheet).toContainText('Biology / Cells / Nucleus')
  await sheet.getByRole('button', { name: 'Knew it' }).click()

  // What was not known is asked again.
  await expect(progress).toHaveText('2 of 3 known')
  await expect(card).toContainText('How long is a cell, mostly?')
  await page.keyboard.press('Space')
  await page.keyboard.press('2')
  await expect(sheet.getByRole('heading', { name: 'You knew 2 of 3 cards at once.' })).toBeFocused()
  await expect(sheet.getByRole('listitem')).toHaveText(
    /How long is a cell, mostly\? *asked 2 times/
  )

  // The hard one once more, and from there to its place in the text.
  await sheet.getByRole('button', { name: 'Test those again' }).click()
  await expect(progress).toHaveText('0 of 1 known')
  await sheet.getByRole('button', { name: /^example\.md:\d+$/ }).click()
  await expect(sheet).toBeHidden()
  await expect(desk.editor.locator('.cm-activeLine')).toContainText('How long is a cell, mostly?')
})

test('cards are leafed through as they will look in Anki', async ({ page }) => {
  const desk = new Desk(page)
  await desk.open()
  await desk.editor.focus()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.insertText(notes)
  await expect(desk.count('cards')).toHaveText('5 cards')

  const list = page.getByRole('list', { name: 'Cards' })
  await list.getByText('How long is a cell, mostly?').hover()
  await list.getByRole('listitem').nth(2).getByRole('button', { name: 'Look at this card' }).click()
  const sheet = page.getByRole('dialog', { name: /^Cards: / })
  const card = sheet.locator('.card')
  await expect(sheet.getByRole('status')).toHaveText('Card 3 of 5')
  await expect(card).toContainText('How long is a cell, mostly?')

  await page.keyboard.press('ArrowRight')
  await expect(card).toContainText('What does the nucleus hold?')
  await sheet.getByRole('button', { name: 'Previous' }).click()
  await page.keyboard.press('Space')
  await expect(sheet.locator('math')).toBeVisible()

  // The card's own css holds inside the card, and the page's does not reach in.
  expect(await card.evaluate((element) => getComputedStyle(element).fontSize)).toBe('20px')
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
})
