import { expect, test, type CDPSession, type Page } from 'playwright/test'
import { Desk } from './desk.ts'

/** Suggests words as an input method does while one types their sound. */
async function compose(devtools: CDPSession, ...stages: string[]): Promise<void> {
  for (const text of stages) {
    const { length } = text
    const place = { selectionStart: length, selectionEnd: length }
    await devtools.send('Input.imeSetComposition', { text, ...place })
  }
}

async function startEmpty(page: Page): Promise<Desk> {
  const desk = new Desk(page)
  await desk.open()
  await page.getByRole('button', { name: 'Start empty' }).click()
  await desk.editor.focus()
  return desk
}

test('a card is written with an input method: what is suggested is text only when it is taken', async ({
  page
}) => {
  const desk = await startEmpty(page)
  const devtools = await page.context().newCDPSession(page)
  await page.keyboard.type('[/Q]')
  await compose(devtools, 'さ', 'さい', 'さいぼう', '細胞')
  await devtools.send('Input.insertText', { text: '細胞とは?' })
  await page.keyboard.type('[Q/] [/A]')
  await compose(devtools, 'せ', 'せい', '生')
  // Escape gives the suggestion up.
  await compose(devtools, '')
  await devtools.send('Input.insertText', { text: '単位' })
  await page.keyboard.type('[A/]')
  await expect(desk.editor.locator('.cm-line')).toHaveText('[/Q]細胞とは?[Q/] [/A]単位[A/]')
  await expect(desk.count('cards')).toHaveText('1 card')
  await expect(desk.preview).toContainText('細胞とは?')
})

test('Enter that takes a suggested word ends no name and runs no command', async ({ page }) => {
  const desk = await startEmpty(page)
  const devtools = await page.context().newCDPSession(page)
  await desk.file('untitled.md').focus()
  await page.keyboard.press('F2')
  const path = page.getByRole('textbox', { name: 'Path of the file' })
  await expect(path).toBeFocused()
  await compose(devtools, 'さいぼう', '細胞')
  await page.keyboard.press('Enter')
  await expect(path).toBeVisible()
  await devtools.send('Input.insertText', { text: '細胞' })
  await page.keyboard.press('Enter')
  await expect(desk.file('細胞.md')).toBeFocused()

  await page.getByRole('button', { name: 'Rename the project' }).click()
  const name = page.getByRole('textbox', { name: 'Name of the project' })
  await compose(devtools, 'せいぶつ', '生物')
  await page.keyboard.press('Enter')
  await expect(name).toBeVisible()
  await devtools.send('Input.insertText', { text: '生物' })
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: '生物', exact: true })).toBeVisible()

  await page.keyboard.press('Control+K')
  const search = page.getByRole('combobox', { name: 'Search and commands' })
  await expect(search).toBeFocused()
  await compose(devtools, 'さいぼう', '細胞')
  await page.keyboard.press('Enter')
  await expect(search).toBeVisible()
})

test('a line of a megabyte with thousands of tags takes what is typed', async ({ page }) => {
  const desk = new Desk(page)
  await desk.open()
  const pairs = 'One word more. [/Q]What?[Q/] [/A]That.[A/] '.repeat(23_000)
  await desk.dropTexts([{ name: 'long.md', text: `# Long\n\n${pairs}\n` }])
  await expect(desk.file('long.md')).toHaveAttribute('aria-current', 'true')
  await expect(desk.editor).toContainText('[/Q]What?[Q/]')
  await desk.editor.focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.type('Here: ')
  await expect(desk.editor).toContainText('Here: One word more.')
})
