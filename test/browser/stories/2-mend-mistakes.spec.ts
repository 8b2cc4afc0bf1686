import { expect, test } from 'playwright/test'
import { Desk } from '../desk.ts'

const text = `# [/T]Cells[T/]

[/Q]What is a cell?[Q/] [/A]The smallest unit of life.

[/A][A/]

## Parts

[/Q]What does the nucleus hold?[Q/] [/A]The DNA.[A/] [A/]

A stray [T/] here.

[/q]What surrounds it?[q/] [/A]A membrane.[A/]

## Plants

[/Q]What is [/A]green?[Q/] Chlorophyll.[A/]

Leaves are captured. [/BLOCKREAD]
`

test('a document with eight mistakes is mended with fixes', async ({ page }) => {
  const desk = new Desk(page)
  await desk.open()
  const { keyboard } = page
  await expect(desk.count('cards')).toHaveText('3 cards')
  await desk.editor.focus()
  await keyboard.press('ControlOrMeta+a')
  await keyboard.insertText(text)
  await expect(desk.count('problems')).toHaveText('5 mistakes, 2 warnings, 4 hints')
  await expect(desk.count('cards')).toHaveText('1 card')

  const tip = page.getByRole('tooltip')
  await test.step('F8 goes from one to the next and says what it is; a key mends it', async () => {
    await keyboard.press('ControlOrMeta+Home')
    await keyboard.press('F8')
    await expect(tip).toContainText('This question has no answer')
    await keyboard.press('F8')
    await expect(tip).toContainText('[/A] is never closed')
    await keyboard.press('ControlOrMeta+.')
    await expect(desk.editor).toContainText('The smallest unit of life.[A/]')
    await expect(desk.count('cards')).toHaveText('2 cards')
  })

  await test.step('the pointer shows the next, and its button mends it', async () => {
    await desk.editor.locator('.cm-problem-error', { hasText: '[/A]' }).first().hover()
    await expect(tip).toContainText('Nothing stands between')
    await tip.getByRole('button', { name: 'Remove both tags' }).click()
    await expect(desk.editor).not.toContainText('[/A][A/]')
  })

  await test.step('all others that have a safe fix go with one press', async () => {
    await desk.count('problems').click()
    await page.getByRole('button', { name: 'Fix all safe' }).click()
    await expect(desk.messages).toContainText('fixes were made in 1 file.')
    await expect(desk.editor).toContainText('[/Q]What surrounds it?[Q/]')
    await expect(desk.editor).toContainText('A stray \\[T/] here.')
    await expect(desk.editor).toContainText('[/BLOCKREAD/]')
    await expect(desk.count('problems')).toHaveText('1 warning')
  })

  await test.step('one undo takes them back, and one redo makes them again', async () => {
    await desk.editor.focus()
    await keyboard.press('ControlOrMeta+z')
    await expect(desk.editor).toContainText('[/q]What surrounds it?[q/]')
    await expect(desk.editor).toContainText('A stray [T/] here.')
    await keyboard.press('ControlOrMeta+Shift+Z')
    await expect(desk.count('problems')).toHaveText('1 warning')
  })
})
