import { expect, test } from 'playwright/test'
import { Desk } from '../desk.ts'

const files = Array.from({ length: 40 }, (_, at) => {
  const number = String(at + 1).padStart(2, '0')
  const own = at === 27 ? '## [/T]Cell Walls[T/]\n\nRead on in Cell walls of plants.' : '## Summary'
  const text = `# Lesson ${number}\n\nSee Cell Walls for more.\n\n${own}\n\n[/Q]Question ${number}?[Q/] [/A]Yes.[A/]\n`
  return { name: `lesson-${number}.md`, text }
})

test('a chapter is found and renamed in a project of forty files', async ({ page }) => {
  const desk = new Desk(page)
  await desk.open()
  const { keyboard } = page
  await desk.dropTexts(files)
  await expect(desk.count('cards')).toHaveText('40 cards')

  const openFile = async (name: string) => {
    await keyboard.press('ControlOrMeta+k')
    await page.getByRole('combobox').fill(name)
    await page
      .getByRole('option', { name: new RegExp(name) })
      .first()
      .click()
  }
  const panel = page.getByRole('region', { name: 'Find in all files' })
  const find = panel.getByRole('searchbox', { name: 'Find' })
  const put = panel.getByRole('textbox', { name: 'Replace by' })
  const summary = panel.getByRole('status')
  await test.step('it is found by its title', async () => {
    await desk.editor.focus()
    await keyboard.press('ControlOrMeta+Shift+f')
    await expect(find).toBeFocused()
    await keyboard.type('[/T]Cell Walls')
    await expect(summary).toHaveText('1 match in 1 file')
    await panel.getByRole('button', { name: /Cell Walls\[T\/\]/ }).click()
    await expect(desk.editor).toContainText('Read on in Cell walls of plants.')
  })

  await test.step('the title is changed everywhere, with the texts that name it', async () => {
    await find.fill('Cell Walls')
    await expect(summary).toHaveText('42 matches in 40 files')
    await panel.getByRole('button', { name: 'Match case' }).click()
    await expect(summary).toHaveText('41 matches in 40 files')
    await put.fill('Walls of $1 cells')
    await panel.getByRole('button', { name: 'Replace all' }).click()
    await expect(desk.messages).toContainText('41 matches were replaced in 40 files.')
    await expect(summary).toHaveText('No match in any file.')
    await expect(desk.editor).toContainText('[/T]Walls of $1 cells[T/]')
    await expect(page.getByRole('region', { name: 'Outline' })).toContainText('Walls of $1 cells')
  })

  await test.step('it can be taken back, and done better with an expression', async () => {
    await desk.messages.getByRole('button', { name: 'Undo' }).click()
    await expect(summary).toHaveText('41 matches in 40 files')
    await panel.getByRole('button', { name: 'Regular expression' }).click()
    await find.fill('\\[/T\\]Cell (W)alls')
    await expect(summary).toHaveText('1 match in 1 file')
    await put.fill('[/T]$1alls of cells')
    await panel.getByRole('button', { name: 'Replace the match in line 5 of lesson-28.md' }).click()
    await expect(summary).toHaveText('No match in any file.')
    await find.fill('Cell (W)alls')
    await expect(summary).toHaveText('40 matches in 40 files')
    await put.fill('$1alls of cells')
    await panel.getByRole('button', { name: 'Replace all' }).click()
    await expect(summary).toHaveText('No match in any file.')
    await expect(desk.editor).toContainText('[/T]Walls of cells[T/]')
  })

  await test.step('the undo of a file is one step, and the panel closes with a key', async () => {
    await openFile('lesson-03')
    await expect(desk.editor).toContainText('See Walls of cells for more.')
    await openFile('lesson-28')
    await expect(desk.editor).toContainText('See Walls of cells for more.')
    await desk.editor.focus()
    await keyboard.press('ControlOrMeta+z')
    await expect(desk.editor).toContainText('See Cell Walls for more.')
    await find.focus()
    await keyboard.press('Escape')
    await expect(panel).toBeHidden()
    await expect(desk.editor).toBeFocused()
  })
})
