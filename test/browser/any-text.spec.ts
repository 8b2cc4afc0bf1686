import { expect, test, type CDPSession, type Locator, type Page } from 'playwright/test'
import { Desk } from './desk.ts'

/** Suggests words as an input method does while one types their sound. */
async function compose(devtools: CDPSession, ...stages: string[]): Promise<void> {
  for (const text of stages) {
    const { length } = text
    const place = { selectionStart: length, selectionEnd: length }
    await devtools.send('Input.imeSetComposition', { text, ...place })
  }
}

/** Presses Enter in a field while words are suggested, which takes them and ends nothing. */
async function enterWhileSuggested(devtools: CDPSession, field: Locator, ...stages: string[]) {
  await expect(field).toBeFocused()
  await compose(devtools, ...stages)
  await field.page().keyboard.press('Enter')
  await expect(field).toBeVisible()
}

async function startEmpty(page: Page): Promise<Desk> {
  const desk = new Desk(page)
  await desk.open()
  await desk.startEmpty()
  // What the page does with a new project ends with the focus in its text.
  await expect(desk.editor).toBeFocused()
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
  await enterWhileSuggested(devtools, path, 'さいぼう', '細胞')
  await devtools.send('Input.insertText', { text: '細胞' })
  await page.keyboard.press('Enter')
  await expect(desk.file('細胞.md')).toBeFocused()

  await page.getByRole('button', { name: 'Rename the project' }).click()
  const name = page.getByRole('textbox', { name: 'Name of the project' })
  await enterWhileSuggested(devtools, name, 'せいぶつ', '生物')
  await devtools.send('Input.insertText', { text: '生物' })
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: '生物', exact: true })).toBeVisible()

  await page.keyboard.press('Control+K')
  const search = page.getByRole('combobox', { name: 'Search and commands' })
  await enterWhileSuggested(devtools, search, 'さいぼう', '細胞')
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

test('text of a script that runs from right to left does so in preview and editor, code in it does not', async ({
  page
}) => {
  const desk = new Desk(page)
  await desk.open()
  const text =
    '# [/T]الخلايا[T/]\n\n[/Q]ما هي الخلية؟[Q/]\n[/A]وحدة.[A/]\n\nCells.\n\n- بند\n\n  ```\n  x\n  ```\n'
  await desk.dropTexts([{ name: 'cells.md', text }])
  await expect(desk.count('cards')).toHaveText('1 card')
  const directionOf = (element: Element) => getComputedStyle(element).direction
  const { preview } = desk
  const turned = [
    preview.getByRole('heading'),
    preview.locator('p').first(),
    preview.getByRole('list')
  ]
  for (const part of turned) expect(await part.evaluate(directionOf)).toBe('rtl')
  expect(await preview.getByText('Cells.').evaluate(directionOf)).toBe('ltr')
  expect(await preview.locator('pre').evaluate(directionOf)).toBe('ltr')
  const heading = desk.editor.locator('.cm-line').first()
  await expect.poll(() => heading.evaluate(directionOf)).toBe('rtl')

  // A tag keeps its own order there, and the line ends behind it all the same.
  await desk.editor.focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('End')
  await page.keyboard.type(' نعم')
  await expect(heading).toHaveText('# [/T]الخلايا[T/] نعم')
  const question = desk.editor.locator('.cm-line').nth(2)
  const box = (await question.boundingBox())!
  await page.mouse.click(box.x + 24, box.y + box.height / 2)
  await page.keyboard.type(' لا')
  await expect(question).toHaveText('[/Q]ما هي الخلية؟[Q/] لا')
  await page.keyboard.press('Home')
  await page.keyboard.type('هنا ')
  await expect(question).toHaveText('هنا [/Q]ما هي الخلية؟[Q/] لا')
})

test('Tab indents in lists, and what was indented with tabs is read so', async ({ page }) => {
  const desk = await startEmpty(page)
  await page.keyboard.insertText(
    '# Lists\n\n- one\n- two\n\n```py\nif x:\n\treturn\n```\n\n[/BLOCKREAD/]'
  )
  await expect(desk.preview.locator('li')).toHaveCount(2)
  await page.keyboard.press('Control+Home')
  for (let line = 1; line < 4; line++) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Tab')
  await expect(desk.preview.locator('li li')).toHaveText('two')
  await page.keyboard.press('Shift+Tab')
  await expect(desk.preview.locator('li li')).toHaveCount(0)
  expect(await desk.preview.locator('pre').textContent()).toContain('\treturn')
  // After Escape it goes on to the next thing.
  await page.keyboard.press('Escape')
  await page.keyboard.press('Tab')
  await expect(desk.editor).not.toBeFocused()
})

test('a long name of a project leaves room for what a panel holds, on a narrow screen too', async ({
  page
}) => {
  await page.setViewportSize({ width: 320, height: 640 })
  const desk = new Desk(page)
  await desk.open()
  const name = 'a-rather-long-name-of-a-file-among-the-notes-of-the-first-term-of-this-year.md'
  await desk.dropTexts([{ name, text: '# One\n\n[/Q]A?[Q/] [/A]B.[A/]\n' }])
  await expect(desk.count('cards')).toHaveText('1 card')
  await page.keyboard.press('Control+Shift+X')
  const title = page.getByRole('dialog').getByRole('heading', { name: /^Export A rather long/ })
  const tab = page.getByTestId('export-anki')
  await expect(tab).toBeVisible()
  const { top, bottom } = await title.evaluate((one) => {
    const { top, bottom } = one.getBoundingClientRect()
    return { top, bottom }
  })
  expect(top).toBeGreaterThanOrEqual(0)
  expect(await tab.evaluate((one) => one.getBoundingClientRect().top)).toBeGreaterThan(bottom)
})

test('pasted lines of question and answer become a card at a press', async ({ page }) => {
  const desk = await startEmpty(page)
  await desk.untilWhole()
  await desk.paste('Q: What is a cell?\nA: The smallest unit of life.')
  await page.getByRole('button', { name: 'Make a card' }).click()
  await expect(desk.count('cards')).toHaveText('1 card')
  await expect(desk.editor).toContainText('[/Q]What is a cell?[Q/]')
})

test('of a line of millions of letters only what is in sight is drawn', async ({ page }) => {
  const desk = await startEmpty(page)
  await desk.editor.evaluate((editor) => {
    const observer = new MutationObserver((records) => {
      const drawn = records.reduce((sum, { addedNodes }) => sum + addedNodes.length, 0)
      document.body.dataset['most'] = String(
        Math.max(Number(document.body.dataset['most'] ?? 0), drawn)
      )
    })
    observer.observe(editor, { childList: true, subtree: true })
  })
  await desk.dropTexts([{ name: 'one.md', text: 'abcd'.repeat(500_000) }])
  await expect(desk.editor).toContainText('abcdabcd')
  await page.keyboard.press('Control+End')
  await page.keyboard.type('The end.')
  await expect(desk.editor).toContainText('The end.')
  expect(Number(await page.locator('body').getAttribute('data-most'))).toBeLessThan(2000)
})
