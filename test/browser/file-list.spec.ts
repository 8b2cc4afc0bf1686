import { devices, expect, test, type Locator, type Page } from 'playwright/test'
import { findings } from './axe.ts'
import { Desk } from './desk.ts'

const names = ['1.md', '2.md', '3.md', '4.md', '5.md']

async function begin(page: Page, more: string[] = []): Promise<Desk> {
  const desk = new Desk(page)
  await desk.open()
  await desk.dropTexts(
    names.map((name) => ({ name, text: `# ${name}\n\n[/Q]Which file?[Q/] [/A]This.[A/]\n` }))
  )
  await desk.file('5.md').waitFor()
  for (const path of more) await addFile(desk, path)
  await desk.file('1.md').click()
  await expect(desk.editor).toContainText('# 1.md')
  return desk
}

/** Adds a file in a folder, by its name. */
async function addFile(desk: Desk, path: string): Promise<void> {
  const { page } = desk
  await page.getByRole('button', { name: 'New file', exact: true }).click()
  const row = page.getByRole('region', { name: 'Files' }).getByTitle(/untitled\.md$/)
  await row.focus()
  await page.keyboard.press('F2')
  await page.getByRole('textbox', { name: 'Path of the file' }).fill(path)
  await page.keyboard.press('Enter')
  await desk.file(path).waitFor()
}

function selected(page: Page): Locator {
  return page.getByRole('treegrid', { name: 'Files' }).getByRole('row', { selected: true })
}

/** The files in the order of the list. */
function order(page: Page): Locator {
  return page.getByRole('treegrid', { name: 'Files' }).locator('[data-path$=".md"]')
}

test('several files are selected by clicks, deleted at once, and come back with one undo', async ({
  page
}) => {
  const desk = await begin(page)
  await desk.file('3.md').click({ modifiers: ['ControlOrMeta'] })
  await expect(selected(page)).toHaveCount(2)
  await expect(page.getByRole('heading', { name: '2 files selected' })).toBeVisible()
  await expect(desk.said('2 files selected.')).toHaveCount(1)
  await expect(desk.editor).toContainText('# 1.md')
  await desk.file('5.md').click({ modifiers: ['Shift'] })
  await expect(selected(page)).toHaveText([/3\.md/, /4\.md/, /5\.md/])
  await desk.file('4.md').click({ modifiers: ['ControlOrMeta'] })
  await expect(selected(page)).toHaveText([/3\.md/, /5\.md/])
  await page.keyboard.press('Delete')
  await expect(order(page)).toHaveText(['1.md', '2.md', '4.md'])
  await expect(desk.messages.getByText('2 files were deleted.')).toHaveCount(1)
  await expect(selected(page)).toHaveCount(0)
  await desk.messages.getByRole('button', { name: 'Undo' }).last().click()
  await expect(order(page)).toHaveText(names)
  await expect(selected(page)).toHaveText([/3\.md/, /5\.md/])
  await desk.file('2.md').click()
  await expect(selected(page)).toHaveCount(0)
  await expect(page.getByRole('heading', { name: 'Files', exact: true })).toBeVisible()
})

test('the keyboard selects, moves and deletes several files', async ({ page }) => {
  const desk = await begin(page)
  await desk.file('2.md').focus()
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(selected(page)).toHaveText([/2\.md/, /3\.md/, /4\.md/])
  await page.keyboard.press('Shift+ArrowUp')
  await expect(selected(page)).toHaveText([/2\.md/, /3\.md/])
  await page.keyboard.press('Alt+ArrowUp')
  await expect(order(page)).toHaveText(['2.md', '3.md', '1.md', '4.md', '5.md'])
  await expect(desk.file('3.md')).toBeFocused()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(desk.said('They are the first in their folder.')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(selected(page)).toHaveCount(0)
  await page.keyboard.press('Control+Space')
  await expect(selected(page)).toHaveText([/3\.md/])
  await page.keyboard.press('ControlOrMeta+A')
  await expect(selected(page)).toHaveCount(5)
  await page.keyboard.press('Delete')
  await expect(page.getByText('No file is open.')).toBeVisible()
  await expect(desk.messages.getByText('5 files were deleted.')).toHaveCount(1)
})

test('Tab comes to the list once, and keys walk it as a tree', async ({ page }) => {
  const desk = await begin(page, ['x/a.md', 'x/b.md'])
  const folder = page.getByRole('region', { name: 'Files' }).getByTitle('x/', { exact: true })
  await desk.file('3.md').click()
  await page.getByRole('button', { name: 'Add a folder', exact: true }).focus()
  await page.keyboard.press('Tab')
  await expect(desk.file('3.md')).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('treegrid', { name: 'Files' }).locator(':focus')).toHaveCount(0)
  await page.keyboard.press('Shift+Tab')
  await expect(desk.file('4.md')).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('button', { name: 'Rename 4.md' })).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('button', { name: 'Delete 4.md' })).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await expect(desk.file('4.md')).toBeFocused()
  await page.keyboard.press('x')
  await expect(folder).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expect(desk.file('x/a.md')).toBeHidden()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('b')
  await expect(desk.file('x/b.md')).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expect(folder).toBeFocused()
  await page.keyboard.press('Home')
  await expect(desk.file('1.md')).toBeFocused()
  await page.keyboard.press('5')
  await expect(desk.file('5.md')).toBeFocused()
})

test('a folder is selected with all its files, and steps over others as a whole', async ({
  page
}) => {
  const desk = await begin(page, ['x/a.md', 'x/b.md'])
  const folder = page.getByRole('region', { name: 'Files' }).getByTitle('x/', { exact: true })
  await desk.file('5.md').click()
  await folder.click({ modifiers: ['ControlOrMeta'] })
  await expect(page.getByRole('heading', { name: '3 files selected' })).toBeVisible()
  await expect(selected(page)).toHaveCount(4)
  await page.keyboard.press('Alt+ArrowUp')
  await expect(order(page).first()).toBeVisible()
  await expect(desk.said('3 files were moved up.')).toHaveCount(1)
  await folder.click()
  await expect(desk.file('x/a.md')).toBeHidden()
  await expect(page.getByRole('heading', { name: '3 files selected' })).toBeVisible()
})

test('dragging one of several files takes all of them along', async ({ page }) => {
  const desk = await begin(page)
  await desk.file('3.md').click({ modifiers: ['ControlOrMeta'] })
  await desk.file('3.md').dragTo(desk.file('5.md'), { targetPosition: { x: 20, y: 24 } })
  await expect(order(page)).toHaveText(['2.md', '4.md', '5.md', '1.md', '3.md'])
  await expect(desk.messages.getByText('2 files were moved.')).toHaveCount(1)
  await desk.messages.getByRole('button', { name: 'Undo' }).last().click()
  await expect(order(page)).toHaveText(names)
})

test('the menu of a file is there for the mouse and for the keyboard, and passes axe', async ({
  page
}) => {
  const desk = await begin(page)
  const menu = page.getByRole('menu')
  await desk.file('2.md').click({ button: 'right' })
  await expect(menu.getByRole('menuitem', { name: 'Open' })).toBeFocused()
  expect(await findings(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(menu).toHaveCount(0)
  await desk.file('3.md').focus()
  await page.keyboard.press('Shift+F10')
  await expect(menu).toHaveAccessibleName('3.md')
  await page.keyboard.press('r')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Path of the file' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(desk.file('3.md')).toBeFocused()
  await page.keyboard.press('ContextMenu')
  const coming = page.waitForEvent('download')
  await menu.getByRole('menuitem', { name: 'Save to this computer' }).click()
  expect((await coming).suggestedFilename()).toBe('3.md')
  await expect(desk.file('3.md')).toBeFocused()
  await page.keyboard.press('ContextMenu')
  await page.keyboard.press('End')
  await expect(menu.getByRole('menuitem', { name: 'Delete' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(order(page)).toHaveText(['1.md', '2.md', '4.md', '5.md'])
  await desk.file('2.md').click({ button: 'right' })
  await page.mouse.click(700, 400)
  await expect(menu).toHaveCount(0)
})

test('the menu acts on all that is selected, or on the one that is not', async ({ page }) => {
  const desk = await begin(page)
  await desk.file('2.md').click({ modifiers: ['ControlOrMeta'] })
  await desk.file('4.md').click({ button: 'right' })
  await expect(page.getByRole('menu')).toHaveAccessibleName('4.md')
  await page.keyboard.press('Escape')
  await desk.file('2.md').click({ button: 'right' })
  await expect(page.getByRole('menu')).toHaveAccessibleName('2 files')
  await page.getByRole('menuitem', { name: 'Move down' }).click()
  await expect(order(page)).toHaveText(['3.md', '1.md', '2.md', '4.md', '5.md'])
  await page.getByRole('button', { name: 'More to do with the selected files' }).click()
  await page.getByRole('menuitem', { name: 'Delete 2 files' }).click()
  await expect(order(page)).toHaveText(['3.md', '4.md', '5.md'])
})

test.describe('with a finger', () => {
  const { viewport, userAgent, hasTouch, isMobile } = devices['Pixel 7']
  test.use({ viewport, userAgent, hasTouch, isMobile })

  test('a long press opens the menu, and taps select from there', async ({ page }) => {
    const desk = await beginByFinger(page)
    await press(page, desk.file('2.md'))
    const menu = page.getByRole('menu')
    await expect(menu).toHaveAccessibleName('2.md')
    await expect(desk.file('2.md')).toBeInViewport()
    await menu.getByRole('menuitem', { name: 'Select', exact: true }).tap()
    await expect(page.getByRole('heading', { name: '1 file selected' })).toBeVisible()
    await desk.file('4.md').tap()
    await expect(page.getByRole('heading', { name: '2 files selected' })).toBeVisible()
    expect(await findings(page)).toEqual([])
    await press(page, desk.file('4.md'))
    await expect(menu).toHaveAccessibleName('2 files')
    await page.goBack()
    await expect(menu).toHaveCount(0)
    await page.getByRole('button', { name: 'Delete the selected files' }).tap()
    await expect(order(page)).toHaveText(['1.md', '3.md', '5.md'])
    await desk.file('3.md').tap()
    await expect(desk.editor).toContainText('# 3.md')
  })

  test('in the outline the button of a chapter lies over no count', async ({ page }) => {
    await beginByFinger(page)
    const outline = page.getByRole('region', { name: 'Outline' })
    const count = (await outline.locator('.counts .cards').boundingBox())!
    const button = (await outline.getByRole('button', { name: /^Test yourself/ }).boundingBox())!
    expect(count.x + count.width).toBeLessThanOrEqual(button.x)
  })
})

async function beginByFinger(page: Page): Promise<Desk> {
  const desk = new Desk(page)
  await desk.open()
  await desk.dropTexts(
    names.map((name) => ({ name, text: `# ${name}\n\n[/Q]Which file?[Q/] [/A]This.[A/]\n` }))
  )
  await page.getByRole('button', { name: 'Files and outline' }).tap()
  await desk.file('5.md').waitFor()
  return desk
}

/** Rests a finger on something until the menu is there. */
async function press(page: Page, on: Locator): Promise<void> {
  // It waits until the row lies still: its pane has just come.
  await on.scrollIntoViewIfNeeded()
  const { x, y, width, height } = (await on.boundingBox())!
  const devtools = await page.context().newCDPSession(page)
  const touchPoints = [{ x: x + width / 2, y: y + height / 2 }]
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints })
  await page.getByRole('menu').waitFor()
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
}
