import { devices, expect, test } from 'playwright/test'
import { Desk, documentPath } from './desk.ts'

test('each list leads to its place, in the editor and in the preview', async ({ page }) => {
  const desk = new Desk(page)
  await desk.open()
  await desk.drop(['cells.md', 'http-basics.markdown'].map(documentPath))
  await expect(desk.count('cards')).toHaveText('6 cards')

  await desk.count('cards').click()
  await page.getByRole('listitem').filter({ hasText: '301' }).getByRole('button').first().click()
  await expect(desk.editor).toBeFocused()
  await expect(desk.editor.locator('.cm-activeLine')).toContainText('moved for good')
  await expect(desk.preview.getByRole('cell', { name: /moved for good/ })).toBeInViewport()

  await desk.count('chapters').click()
  await page
    .getByRole('listitem')
    .filter({ hasText: 'Parts of a cell' })
    .getByRole('button')
    .click()
  await expect(desk.editor.locator('.cm-activeLine')).toContainText('## [/T]Parts of a cell[T/]')

  await desk.count('blocks').click()
  const list = page.getByRole('list', { name: 'Blocks' })
  await list.getByRole('button').first().focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(desk.editor.locator('.cm-activeLine')).toContainText('Every living thing')

  await page.getByRole('region', { name: 'Outline' }).getByText('Osmosis').click()
  await expect(desk.editor.locator('.cm-activeLine')).toContainText('## Osmosis')
})

test('a mistake is underlined, mended with its button, and undone with a key', async ({ page }) => {
  const desk = new Desk(page)
  await desk.open()
  await desk.drop(['cells.md', 'french.txt'].map(documentPath))
  await expect(desk.count('problems')).toHaveText('1 mistake, 1 warning')
  await desk.count('problems').click()
  await page.getByRole('button', { name: /is never closed/ }).click()
  await expect(desk.editor.locator('.cm-problem-error')).toHaveText('[/A]')
  await page.getByRole('button', { name: 'Insert [A/]' }).click()
  await expect(desk.count('problems')).toHaveText('0 problems')
  await expect(desk.editor.locator('.cm-problem')).toHaveCount(0)
  await page.keyboard.press('Control+Z')
  await expect(desk.count('problems')).toHaveText('1 mistake, 1 warning')
  await desk.file('french.txt').click()
  await expect(desk.editor).toContainText('Les verbes')
  await desk.file('cells.md').click()
  await expect(desk.editor).toContainText('# [/T]Cells[T/]')
  await expect(desk.count('problems')).toHaveText('1 mistake, 1 warning')
})

test('the key that mends says where there is no fix', async ({ page }) => {
  const desk = new Desk(page)
  await desk.open()
  const text = '# A\n\n[/Q]Why?[Q/]\n\n# B\n\n[/A]So.\n'
  await desk.dropTexts([{ name: 'a.md', text }])
  await expect(desk.count('problems')).toHaveText('1 mistake, 1 warning')
  await desk.editor.focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('F8')
  await expect(page.getByRole('tooltip')).toContainText('answer')
  await page.keyboard.press('Control+.')
  await expect(desk.said('There is no automatic fix for what stands at the cursor.')).toHaveCount(1)
  await expect(page.getByText('No automatic fix here')).toBeVisible()
  await page.keyboard.press('F8')
  await page.keyboard.press('Control+.')
  await expect(desk.editor).toContainText('[/A]So.[A/]')
})

test('what is wrong is told once, until one goes on: with a key, Escape or the pointer', async ({
  page
}) => {
  const desk = new Desk(page)
  await desk.open()
  await desk.dropTexts([{ name: 'a.md', text: '# A\n\nText [Q/] here.\n' }])
  await expect(desk.count('problems')).toHaveText('1 mistake')
  const tip = page.getByRole('tooltip').filter({ visible: true })
  const point = async () => {
    // Away and back: the editor takes a pointer that rests for one that is not there.
    await desk.editor.locator('.cm-line').first().hover()
    await desk.editor.locator('.cm-problem').hover()
  }
  await desk.editor.focus()
  for (const key of ['Escape', 'x']) {
    await point()
    await expect(tip).toHaveCount(1)
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('F8')
    await expect(tip).toHaveCount(1)
    await page.keyboard.press(key)
    await expect(tip).toHaveCount(0)
  }
  await point()
  await expect(tip).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(tip).toHaveCount(0)
})

test('each file keeps its own undo', async ({ page }) => {
  const desk = new Desk(page)
  await desk.open()
  await desk.drop(['cells.md', 'french.txt'].map(documentPath))
  await expect(desk.file('french.txt')).toBeVisible()
  for (const path of ['cells.md', 'french.txt']) {
    await desk.file(path).click()
    await desk.editor.focus()
    await page.keyboard.press('Control+Home')
    await page.keyboard.insertText(`typed into ${path} `)
  }
  await desk.file('cells.md').click()
  await desk.editor.focus()
  await page.keyboard.press('Control+Z')
  await expect(desk.editor).not.toContainText('typed into')
  await desk.file('french.txt').click()
  await expect(desk.editor).toContainText('typed into french.txt')
  await page.getByRole('link', { name: 'Training' }).click()
  await page.getByRole('link', { name: 'Back to the documents' }).click()
  await desk.editor.focus()
  await page.keyboard.press('Control+Z')
  await expect(desk.editor).not.toContainText('typed into')
})

test('a file gets another path, which may not be taken', async ({ page }) => {
  const desk = new Desk(page)
  await desk.open()
  await desk.drop(['cells.md', 'french.txt'].map(documentPath))
  await desk.file('cells.md').focus()
  await page.keyboard.press('F2')
  const field = page.getByRole('textbox', { name: 'Path of the file' })
  await field.fill('french.txt')
  await field.press('Enter')
  await expect(desk.messages).toContainText('This project already has a file french.txt.')
  await expect(field).toHaveValue('french.txt')
  await expect(field).toBeFocused()
  await field.fill('biology/cells.md')
  await field.press('Enter')
  await expect(desk.file('biology/cells.md')).toBeFocused()
  await desk.count('cards').click()
  await expect(page.getByText('biology/cells.md:11')).toBeVisible()
})

test('the theme is chosen, and kept before the first paint of the next visit', async ({ page }) => {
  const desk = new Desk(page)
  await page.emulateMedia({ colorScheme: 'light' })
  await desk.open()
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  expect(await background()).toBe('rgb(255, 255, 255)')
  await page.getByRole('button', { name: 'Colours: as the system' }).click()
  await page.getByRole('button', { name: 'Colours: light' }).click()
  await expect(page.getByRole('button', { name: 'Colours: dark' })).toBeVisible()
  expect(await background()).toBe('rgb(22, 24, 27)')
  await page.route('**/assets/*.js', (route) => route.abort())
  await page.reload({ waitUntil: 'domcontentloaded' })
  expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark')
})

test('a browser that stores nothing still does the job, and says so', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', {
      value: {
        open() {
          throw new DOMException('no', 'SecurityError')
        }
      }
    })
  })
  const desk = new Desk(page)
  await desk.open()
  await expect(desk.count('cards')).toHaveText('3 cards')
  await expect(desk.saveStatus).toHaveText('Not saved')
  await expect(page.getByText('Not saved: this browser does not let the page store')).toBeVisible()
  await desk.drop([documentPath('french.txt')])
  await expect(desk.count('cards')).toHaveText('2 cards')
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  expect((await desk.download('anki-json')).bytes.toString('utf8')).toContain('parlons')
})

test('a fix is reached from the count with the keyboard alone', async ({ page }) => {
  const desk = new Desk(page)
  await desk.open()
  await desk.drop(['cells.md'].map(documentPath))
  await expect(desk.count('problems')).toHaveText('1 mistake, 1 warning')
  await desk.count('problems').focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('tab', { name: /^Problems/ })).toBeFocused()
  const fix = page.getByRole('button', { name: 'Insert [A/]' })
  for (let presses = 0; presses < 8; presses++) {
    await page.keyboard.press('Tab')
    if (await fix.evaluate((button) => button === document.activeElement)) break
  }
  await page.keyboard.press('Enter')
  await expect(desk.count('problems')).toHaveText('0 problems')
})

test('a panel that closes gives the focus back', async ({ page }) => {
  const desk = new Desk(page)
  await desk.open()
  const opener = page.getByRole('button', { name: 'Export', exact: true })
  await opener.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(opener).toBeFocused()
})

test('what goes away under the keyboard leaves the focus near', async ({ page }) => {
  const desk = new Desk(page)
  await desk.open()
  await desk.drop(['cells.md', 'french.txt'].map(documentPath))
  await desk.file('cells.md').focus()
  await page.keyboard.press('Delete')
  await expect(desk.file('french.txt')).toBeFocused()
  await desk.messages.getByRole('button', { name: 'Undo' }).last().press('Enter')
  await expect(desk.file('cells.md')).toBeVisible()
  await expect(page.locator('body')).not.toBeFocused()
  await page.getByRole('button', { name: 'Rename the project' }).press('Enter')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('banner').locator(':focus')).toBeVisible()
  await page.getByRole('banner').getByRole('button', { name: 'Export' }).press('Enter')
  const download = page.getByTestId('download-anki-package')
  await expect(download).toBeEnabled()
  await download.press('Enter')
  await expect(page.getByText('was given to your downloads')).toBeVisible()
  await expect(download).toBeFocused()
})

test('many cards make the page no wider', async ({ page }) => {
  const desk = new Desk(page)
  await desk.open()
  await page.locator('body').click({ position: { x: 60, y: 20 } })
  const cards = Array.from(
    { length: 60 },
    (_, at) => `[/Q]Question ${at}?[Q/] [/A]Answer ${at}.[A/]`
  )
  await desk.paste(`# Many [/BLOCKREAD/]\n\n${cards.join('\n\n')}\n`)
  await expect(desk.count('cards')).toHaveText('60 cards')
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(wide).toBe(0)
})

test.describe('on a phone', () => {
  const { viewport, userAgent, hasTouch, isMobile } = devices['Pixel 7']
  test.use({ viewport, userAgent, hasTouch, isMobile })

  test('one pane shows at a time, counts always', async ({ page }) => {
    const desk = new Desk(page)
    await desk.open()
    await expect(desk.count('cards')).toHaveText('3 cards')
    await expect(desk.preview).toBeHidden()
    const panes = page.getByRole('navigation', { name: 'Panes' })
    await panes.getByRole('button', { name: 'Read' }).tap()
    await expect(desk.preview).toBeVisible()
    await expect(desk.editor).toBeHidden()
    await panes.getByRole('button', { name: 'Cards' }).tap()
    await page
      .getByRole('listitem')
      .filter({ hasText: 'stay small?' })
      .getByRole('button')
      .first()
      .tap()
    await expect(desk.editor).toBeVisible()
    await expect(desk.editor.locator('.cm-activeLine')).toContainText('Why do cells stay small')
    await expect(desk.count('blocks')).toBeInViewport()
    await page.getByRole('button', { name: 'Files and outline' }).tap()
    await expect(desk.file('example.md')).toBeInViewport()
    const beside = { position: { x: viewport.width - 20, y: 300 } }
    await page.getByRole('button', { name: 'Close files and outline' }).tap(beside)
    await panes.getByRole('button', { name: 'Export' }).tap()
    await expect(page.getByRole('heading', { name: 'Export Example' })).toBeVisible()
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
    expect(wide).toBe(false)
  })

  test('the colours are chosen among all three, with the one that holds marked', async ({
    page
  }) => {
    await new Desk(page).open()
    const more = page.getByRole('button', { name: 'More' })
    for (const name of ['Colours dark', 'Colours as the system has them', 'Colours light']) {
      await more.tap()
      await expect(page.getByRole('menuitemradio')).toHaveCount(3)
      await page.getByRole('menuitemradio', { name }).tap()
      await more.tap()
      await expect(page.getByRole('menuitemradio', { checked: true })).toHaveText(name)
      await page.keyboard.press('Escape')
    }
  })

  test('a message lies over nothing that one works with', async ({ page }) => {
    const desk = new Desk(page)
    await desk.open()
    await desk.dropTexts([{ name: 'a.exe', text: 'MZ' }])
    await expect(desk.messages).toContainText('a.exe')
    const message = await desk.messages.boundingBox()
    const top = message?.y ?? 0
    const bottom = top + (message?.height ?? 0)
    expect(bottom - top).toBeLessThan(viewport.height / 3)
    for (const place of [
      page.getByRole('toolbar', { name: 'Writing' }),
      page.getByRole('navigation', { name: 'Panes' }),
      desk.count('cards')
    ]) {
      const { y, height } = (await place.boundingBox()) ?? { y: top, height: 1 }
      expect(y + height <= top || y >= bottom).toBe(true)
    }
  })

  test('adding a file brings the text forward', async ({ page }) => {
    const desk = new Desk(page)
    await desk.open()
    await page.getByRole('button', { name: 'Files and outline' }).tap()
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Add files', exact: true }).tap()
    await (await chooser).setFiles(documentPath('cells.md'))
    await expect(desk.editor).toContainText('# [/T]Cells[T/]')
    await expect(page.getByRole('button', { name: 'Close files and outline' })).toHaveCount(0)
  })
})
