import { expect, test, type Page } from 'playwright/test'
import { Desk } from './desk.ts'

async function write(page: Page, text: string): Promise<Desk> {
  const desk = new Desk(page)
  await desk.open()
  await desk.editor.focus()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.insertText(text)
  return desk
}

const quiz = `# [/T]Cells[T/]

[/Q]What is small?[Q/] [/A]The cell.[A/]

[/Q]What is long?[Q/]

[/A]

A nerve,

- up to a metre

[A/]

Nothing is asked here.
`

test('answers hide behind a click or a key, one by one or all', async ({ page }) => {
  const desk = await write(page, quiz)
  await expect(desk.preview).toContainText('Nothing is asked here.')
  await expect(desk.preview.getByText('The cell.')).toBeVisible()

  await page.getByRole('button', { name: 'Hide answers' }).click()
  const answers = desk.preview.getByRole('button', { name: /^A/ })
  await expect(answers).toHaveCount(2)
  for (const text of ['The cell.', 'A nerve,', 'up to a metre']) {
    await expect(desk.preview.getByText(text)).toBeHidden()
  }
  await answers.nth(1).focus()
  await page.keyboard.press('Enter')
  await expect(answers.nth(1)).toHaveAttribute('aria-expanded', 'true')
  await expect(desk.preview.getByText('A nerve,')).toBeVisible()
  await expect(desk.preview.getByText('up to a metre')).toBeVisible()
  await expect(desk.preview.getByText('The cell.')).toBeHidden()
  await answers.nth(0).click()
  await expect(desk.preview.getByText('The cell.')).toBeVisible()

  await page.getByRole('button', { name: 'Show answers' }).click()
  await answers.nth(0).click()
  await expect(desk.preview.getByText('The cell.')).toBeHidden()
  await expect(desk.preview.getByText('A nerve,')).toBeVisible()
})

test('a click in the preview leads to the line it came from', async ({ page }) => {
  const text = '# Title\n\nA paragraph.\n\n- one\n- two\n\n```js\nfirst()\nsecond()\n```\n'
  const desk = await write(page, text)
  const line = desk.editor.locator('.cm-activeLine')
  // The example, which is in sight until then, has the word within a sentence.
  await desk.preview.getByText('two', { exact: true }).click()
  await expect(line).toHaveText('- two')
  await expect(desk.editor).toBeFocused()
  await desk.preview.getByText('second').click()
  await expect(line).toHaveText('second()')
  await desk.preview.getByText('A paragraph.').click()
  await expect(line).toHaveText('A paragraph.')
})

test('text and preview scroll together, whichever is scrolled', async ({ page }) => {
  const chapters = Array.from(
    { length: 60 },
    (_, at) => `## Chapter ${at}\n\n${'Words of a paragraph. '.repeat(30)}\n\n- a\n- b\n- c\n`
  )
  const desk = await write(page, chapters.join('\n'))
  await expect(desk.preview.getByRole('heading', { name: 'Chapter 59' })).toBeAttached()
  await desk.editor.hover()
  await page.mouse.wheel(0, -100_000)
  await expect(
    desk.preview.getByRole('heading', { name: 'Chapter 0', exact: true })
  ).toBeInViewport()

  await desk.preview.hover()
  for (let turn = 0; turn < 8; turn++) await page.mouse.wheel(0, 400)
  await expect.poll(() => atTop(page, '.preview')).toBeGreaterThan(2)
  await expect.poll(() => apart(page), { message: 'the text follows' }).toBeLessThan(2)

  const before = await atTop(page, '.preview')
  await desk.editor.hover()
  for (let turn = 0; turn < 8; turn++) await page.mouse.wheel(0, 400)
  await expect.poll(() => atTop(page, '.preview')).toBeGreaterThan(before + 2)
  await expect.poll(() => apart(page), { message: 'the preview follows' }).toBeLessThan(2)
})

/** How many chapters lie between the tops of the two panes. */
async function apart(page: Page): Promise<number> {
  return Math.abs((await atTop(page, '.cm-scroller')) - (await atTop(page, '.preview')))
}

/** The chapter at the top of a pane. */
function atTop(page: Page, pane: '.cm-scroller' | '.preview'): Promise<number> {
  return page.locator(pane).evaluate((scroller) => {
    const { top } = scroller.getBoundingClientRect()
    const headings = [...scroller.querySelectorAll('.cm-line, h2')].filter((element) =>
      /^(?:## )?Chapter \d+$/.test(element.textContent)
    )
    const above = headings.filter((element) => element.getBoundingClientRect().top <= top + 60)
    return Number(/\d+/.exec(above.at(-1)?.textContent ?? '')?.[0] ?? -1)
  })
}

test('typing leaves the elements of all other paragraphs and the place alone', async ({ page }) => {
  const paragraphs = Array.from({ length: 200 }, (_, at) => `Paragraph ${at}.`)
  const desk = await write(page, `# Title\n\n${paragraphs.join('\n\n')}`)
  const last = desk.preview.getByText('Paragraph 199.')
  await expect(last).toBeAttached()
  await desk.preview.getByText('Paragraph 100.').scrollIntoViewIfNeeded()
  const before = await desk.preview.evaluate((pane) => {
    for (const element of pane.querySelectorAll('p')) element.dataset['kept'] = 'yes'
    return pane.scrollTop
  })
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type(' More words')
  await expect(desk.preview.getByText('Paragraph 199. More words')).toBeAttached()
  await expect(desk.preview.locator('p:not([data-kept])')).toHaveCount(1)
  expect(before).toBeGreaterThan(0)
})

test('a captured block says its number when it is pointed at', async ({ page }) => {
  const desk = await write(page, '# A\n\nOne.\n\nTwo.\n\n[/BLOCKREAD/]\n')
  const piece = desk.preview.locator('.captured', { hasText: 'Two.' })
  await piece.hover()
  await expect(piece).toHaveAttribute('data-block', '3')
})

test('the block that is being written is marked in the preview', async ({ page }) => {
  const desk = await write(page, '# A\n\nOne.\n\n- two\n- three\n')
  const marked = desk.preview.locator('[data-current]')
  await page.keyboard.press('ControlOrMeta+Home')
  await expect(marked).toHaveText('A')
  for (let line = 0; line < 5; line++) await page.keyboard.press('ArrowDown')
  await expect(marked).toHaveText(/two\s+three/)
})

test('printing prints the document and nothing else, in black on white', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  const desk = await write(page, quiz)
  await expect(desk.preview).toContainText('Nothing is asked here.')
  await page.emulateMedia({ colorScheme: 'dark', media: 'print' })
  await expect(desk.preview.getByText('Nothing is asked here.')).toBeVisible()
  for (const name of ['Files', 'Outline', 'What was read']) {
    await expect(page.getByRole('region', { name })).toBeHidden()
  }
  await expect(desk.editor).toBeHidden()
  const colour = await desk.preview
    .getByText('Nothing is asked here.')
    .evaluate((element) => getComputedStyle(element).color)
  expect(colour).toBe('rgb(29, 31, 33)')
})

test('on paper there are no letters of tags and no block numbers, and nothing is cut off', async ({
  page
}) => {
  const wide = Array.from({ length: 30 }, (_, at) => `column ${at}`)
  const desk = await write(
    page,
    `# [/T]Cells[T/]\n\n[/BLOCKREAD/]\n\n[/Q]What is a cell?[Q/] [/A]A room.[A/]\n\n` +
      `\`\`\`\n${'a long line of code '.repeat(30)}\n\`\`\`\n\n` +
      `| ${wide.join(' | ')} |\n|${'---|'.repeat(30)}\n`
  )
  await expect(desk.preview).toContainText('A room.')
  await desk.preview.getByText('A room.').hover()
  await page.emulateMedia({ media: 'print' })
  await expect(desk.preview.getByText('A room.')).toBeVisible()
  const printed = await desk.preview.evaluate((pane) => ({
    letters: [...pane.querySelectorAll('.tag')].filter((tag) => tag.checkVisibility()).length,
    numbers: [...pane.querySelectorAll('.captured')]
      .map((block) => getComputedStyle(block, '::after').content)
      .filter((content) => content !== 'none').length,
    scrolling: [...pane.querySelectorAll('pre, table')].filter(
      (block) => getComputedStyle(block).overflowX !== 'visible'
    ).length
  }))
  expect(printed).toEqual({ letters: 0, numbers: 0, scrolling: 0 })
})
