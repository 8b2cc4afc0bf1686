import { expect, test, type Page } from 'playwright/test'
import { Desk, reload } from './desk.ts'

/*
 * The browser's private file system stands for a folder of the disk: its handles are the same, only
 * the system's window to pick one, which no test can press, is left out.
 */
test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    const pick = async () => {
      const root = await navigator.storage.getDirectory()
      return root.getDirectoryHandle('notes', { create: true })
    }
    Object.assign(window, { showDirectoryPicker: pick })
  })
})

async function writeOutside(page: Page, path: string, text: string): Promise<void> {
  await page.evaluate(
    async ([path, text]) => {
      let folder = await navigator.storage.getDirectory()
      const names = `notes/${path}`.split('/')
      const name = names.pop()!
      for (const step of names) folder = await folder.getDirectoryHandle(step, { create: true })
      const stream = await (await folder.getFileHandle(name, { create: true })).createWritable()
      await stream.write(text)
      await stream.close()
    },
    [path, text] as const
  )
}

async function readOutside(page: Page, path: string): Promise<string> {
  return page.evaluate(async (path) => {
    let folder = await navigator.storage.getDirectory()
    const names = `notes/${path}`.split('/')
    const name = names.pop()!
    for (const step of names) folder = await folder.getDirectoryHandle(step)
    return (await (await folder.getFileHandle(name)).getFile()).text()
  }, path)
}

const comeBack = (page: Page) => page.evaluate(() => dispatchEvent(new Event('focus')))

async function openFolder(page: Page): Promise<Desk> {
  const desk = new Desk(page)
  await desk.open()
  await writeOutside(page, 'cells.md', '# Cells\r\n\r\n[/Q]What?[Q/] [/A]A cell.[A/]\r\n')
  await writeOutside(page, 'deep/dna.md', '# DNA\n\n[/Q]Which?[Q/] [/A]That.[A/]\n')
  await writeOutside(page, '.git/config.md', 'hidden')
  await page.getByRole('button', { name: 'Open a folder and save back into it' }).click()
  await expect(desk.count('cards')).toHaveText('2 cards')
  await expect(bar(page)).toHaveAttribute('aria-busy', 'false')
  return desk
}

const bar = (page: Page) => page.getByRole('group', { name: 'Folder' })

test('a folder is edited in place and saved back, also after a new start', async ({ page }) => {
  const desk = await openFolder(page)
  await expect(page.getByTitle('Projects in this browser')).toHaveText('notes')
  await expect(bar(page)).toContainText('Saved there')
  await desk.editor.focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type('More.')
  await expect(bar(page)).toContainText('Save 1 file')
  await page.keyboard.press('Control+S')
  await expect(desk.messages).toContainText('1 file was saved in notes.')
  // The line ends of the file stay as they were; the other file was not touched.
  expect(await readOutside(page, 'cells.md')).toBe(
    '# Cells\r\n\r\n[/Q]What?[Q/] [/A]A cell.[A/]\r\nMore.'
  )
  await expect(bar(page)).toContainText('Saved there')
  await reload(page)
  await desk.editor.waitFor()
  await expect(bar(page)).toContainText('Saved there')
  await desk.editor.focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' Again.')
  await bar(page).getByRole('button', { name: 'Save 1 file' }).click()
  await expect(desk.messages).toContainText('1 file was saved in notes.')
  expect(await readOutside(page, 'cells.md')).toContain('More. Again.')
})

test('what changes in the folder comes in, and can be undone', async ({ page }) => {
  const desk = await openFolder(page)
  await writeOutside(page, 'cells.md', '# Changed outside\n')
  await writeOutside(page, 'new.md', '# New\n')
  await comeBack(page)
  await expect(desk.messages).toContainText('2 files were changed in the folder, and so here.')
  await expect(desk.editor).toContainText('# Changed outside')
  await expect(desk.file('new.md')).toBeVisible()
  await desk.messages.getByRole('button', { name: 'Undo' }).last().click()
  await expect(desk.editor).toContainText('# Cells')
  await expect(desk.file('new.md')).toBeHidden()
})

test('cards that new texts of the folder may hold are offered, once', async ({ page }) => {
  const desk = await openFolder(page)
  await expect(desk.count('cards')).toHaveText('2 cards')
  await writeOutside(page, 'new.md', '# New\n\nNumber one::the first\n\nNumber two::the second\n')
  await comeBack(page)
  await expect(desk.messages).toContainText('2 more possible cards found.')
  await desk.messages.getByRole('button', { name: 'Review' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Skip: Number one' }).click()
  await page.getByRole('button', { name: 'Make 1 card' }).click()
  await expect(desk.count('cards')).toHaveText('3 cards')
  await writeOutside(page, 'new.md', '# New\n\nNumber one::the first\n\nNumber three::the third\n')
  await comeBack(page)
  await desk.messages.getByRole('button', { name: 'Take the folder’s' }).click()
  await expect(desk.messages).toContainText('1 more possible card found.')
})

test('where both changed nothing is written over until somebody chooses', async ({ page }) => {
  const desk = await openFolder(page)
  const question = 'cells.md was changed here and in the folder.'
  await desk.editor.focus()
  await page.keyboard.type('Mine. ')
  await writeOutside(page, 'cells.md', '# Theirs\n')
  await page.keyboard.press('Control+S')
  await expect(desk.messages).toContainText(question)
  expect(await readOutside(page, 'cells.md')).toBe('# Theirs\n')
  await expect(desk.editor).toContainText('Mine. ')

  await test.step('the folder’s text, and back', async () => {
    await desk.messages.getByRole('button', { name: 'Take the folder’s' }).click()
    await expect(desk.editor).toContainText('# Theirs')
    await desk.messages.getByRole('button', { name: 'Undo' }).last().click()
    await expect(desk.editor).toContainText('Mine. ')
  })

  await test.step('mine', async () => {
    await writeOutside(page, 'cells.md', '# Theirs again\n')
    await comeBack(page)
    await desk.messages.getByRole('button', { name: 'Keep mine' }).click()
    await page.keyboard.press('Control+S')
    await expect(desk.messages).toContainText('1 file was saved in notes.')
    expect(await readOutside(page, 'cells.md')).toContain('Mine. ')
  })
})

test('a file deleted here goes from the folder only on request', async ({ page }) => {
  const desk = await openFolder(page)
  await desk.file('cells.md').focus()
  await page.keyboard.press('Delete')
  await page.keyboard.press('Control+S')
  await expect(desk.messages).toContainText('cells.md is deleted here, and still in the folder.')
  expect(await readOutside(page, 'cells.md')).toContain('# Cells')
  await desk.messages.getByRole('button', { name: 'Delete there too' }).click()
  await expect.poll(() => readOutside(page, 'cells.md').catch(() => 'gone')).toBe('gone')
  expect(await readOutside(page, 'deep/dna.md')).toContain('# DNA')
})
