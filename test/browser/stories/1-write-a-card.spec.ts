import { expect, test } from 'playwright/test'
import { Desk } from '../desk.ts'

test('a card is written from an empty page with the keyboard alone', async ({ page }) => {
  const desk = new Desk(page)
  await desk.open()
  const { keyboard } = page
  await expect(desk.count('cards')).toHaveText('3 cards')

  await test.step('an empty project, and the cursor in its text', async () => {
    for (const command of ['New project', 'Go to the text']) {
      await keyboard.press('ControlOrMeta+k')
      await page.getByRole('combobox').waitFor()
      await keyboard.type(command)
      await expect(page.getByRole('option').first()).toContainText(command)
      await keyboard.press('Enter')
      await page.getByRole('combobox').waitFor({ state: 'hidden' })
      if (command === 'New project') await expect(desk.count('cards')).toHaveText('0 cards')
    }
    await expect(desk.editor).toBeFocused()
  })

  await test.step('a card by its key: Tab leads from question to answer and behind both', async () => {
    await keyboard.type('# Cells')
    await keyboard.press('Enter')
    await keyboard.press('Enter')
    await keyboard.press('Alt+c')
    await expect(desk.editor).toContainText('[/Q][Q/]')
    await keyboard.type('What is a cell?')
    await keyboard.press('Tab')
    await keyboard.type('The smallest unit of life.')
    await keyboard.press('Tab')
    await expect(desk.count('cards')).toHaveText('1 card')
  })

  await test.step('another from the list of tags that [/ opens', async () => {
    await keyboard.press('Enter')
    await keyboard.press('Enter')
    await keyboard.type('[/')
    await expect(page.getByRole('option', { name: /Question/ })).toBeVisible()
    await keyboard.type('Q')
    await expect(page.getByRole('option')).toHaveCount(1)
    await keyboard.press('Enter')
    await keyboard.type('What holds the DNA?')
    await keyboard.press('Tab')
    await keyboard.type(' The nucleus.')
    // The answer was written first: now its words are made one.
    for (let letter = 0; letter < 'The nucleus.'.length; letter++) {
      await keyboard.press('Shift+ArrowLeft')
    }
    await keyboard.press('Alt+a')
    await expect(desk.editor).toContainText('[Q/] [/A]The nucleus.[A/]')
    await expect(desk.count('cards')).toHaveText('2 cards')
  })

  await test.step('the chapter becomes an item, too, and no longer', async () => {
    await keyboard.press('Alt+w')
    await expect(desk.count('chapters')).toHaveText('1 chapter')
    const reads = page.getByRole('button', { name: 'Add chapter' })
    await expect(reads).toHaveAttribute('aria-pressed', 'true')
    await keyboard.press('Alt+w')
    await expect(desk.count('chapters')).toHaveText('0 chapters')
    await expect(reads).toHaveAttribute('aria-pressed', 'false')
  })

  await test.step('Tab leaves the text, and the way back is one key', async () => {
    await keyboard.press('Escape')
    await keyboard.press('Tab')
    await expect(desk.editor).not.toBeFocused()
    await keyboard.press('Shift+Tab')
    await expect(desk.editor).toBeFocused()
    await keyboard.press('Shift+Tab')
    await expect(page.getByRole('button', { name: 'Question', exact: true })).toBeFocused()
    await keyboard.press('ArrowRight')
    await expect(page.getByRole('button', { name: 'Answer', exact: true })).toBeFocused()
  })
})
