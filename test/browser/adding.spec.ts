import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import JSZip from 'jszip'
import { expect, test } from 'playwright/test'
import { contentOf, Desk, documentPath, reload } from './desk.ts'

const good = '# Good\n\n[/Q]One?[Q/] [/A]Two.[A/]\n'

/** Writes files into a folder of this test and gives their paths. */
function disk(files: Record<string, string | Uint8Array>): string[] {
  return Object.entries(files).map(([name, content]) => {
    const path = test.info().outputPath(name)
    mkdirSync(join(path, '..'), { recursive: true })
    writeFileSync(path, content)
    return path
  })
}

test('bad files are named with a remedy; good ones come in; nothing else changes', async ({
  page
}) => {
  const desk = new Desk(page)
  await desk.open()
  await desk.drop([documentPath('french.txt')])
  await expect(desk.count('cards')).toHaveText('2 cards')

  await desk.drop(
    disk({
      'picture.md': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]),
      'latin.md': new Uint8Array([0x23, 0x20, 0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72]),
      'empty.md': '',
      'huge.md': new Uint8Array(20_000_000).fill(0x61),
      'sheet.xlsx': 'not Markdown',
      'good.md': good
    })
  )
  await expect(desk.messages).toContainText('5 of 6 files were not added.')
  await expect(desk.messages).toContainText('picture.md is a PNG image, not text.')
  await expect(desk.messages).toContainText('latin.md is not UTF-8: line 1 cannot be read.')
  await expect(desk.messages).toContainText('empty.md is empty')
  await expect(desk.messages).toContainText('huge.md is 20.0 MB; a file must stay below 20 MB.')
  await expect(desk.messages).toContainText('sheet.xlsx is a spreadsheet.')
  await expect(desk.file('good.md')).toBeVisible()
  await expect(desk.file('french.txt')).toBeVisible()
  await expect(desk.count('cards')).toHaveText('3 cards')
})

test('the same message stands once, and so does the same line in it', async ({ page }) => {
  const desk = new Desk(page)
  await desk.open()
  const empty = { name: 'empty.md', text: '' }
  const sentence = desk.messages.getByText('empty.md is empty: there is nothing to read in it.')
  await desk.dropTexts([empty])
  await expect(sentence).toHaveCount(1)
  await desk.dropTexts([empty])
  await desk.dropTexts([{ name: 'good.md', text: good }])
  await expect(desk.file('good.md')).toBeVisible()
  await expect(sentence).toHaveCount(1)
  const close = desk.messages.getByRole('button', { name: 'Close this message' })
  await close.first().click()
  await close.click()
  await desk.dropTexts([empty, empty])
  await expect(desk.messages).toContainText('2 of 2 files were not added.')
  await expect(sentence).toHaveCount(1)
})

test('UTF-16 is read, and a folder comes with its paths', async ({ page }) => {
  const desk = new Desk(page)
  await desk.open()
  const utf16 = Buffer.from(`\ufeff${good}`, 'utf16le')
  const [first] = disk({
    'notes/a.md': utf16,
    'notes/deep/b.md': good.replace('Good', 'Deep'),
    'notes/picture.png': 'x'
  })
  await desk.drop([join(first!, '..')])
  await expect(desk.file('notes/a.md')).toBeVisible()
  await expect(desk.file('notes/deep/b.md')).toBeVisible()
  await expect(desk.count('cards')).toHaveText('2 cards')
  await expect(desk.messages).toContainText(
    '2 files and 1 picture or sound were added to a new project, Notes.'
  )
})

test('files can be picked with a button', async ({ page }) => {
  const desk = new Desk(page)
  await desk.open()
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Add files' }).click()
  await (await choosing).setFiles(['cells.md', 'french.txt'].map(documentPath))
  await expect(desk.file('cells.md')).toBeVisible()
  await expect(desk.file('french.txt')).toBeVisible()
})

test('each file that comes in is the one in sight, in the editor and in the preview', async ({
  page
}) => {
  const desk = new Desk(page)
  await desk.open()
  for (const name of ['One', 'Two', 'Three', 'Four']) {
    await desk.dropTexts([{ name: `${name}.md`, text: `# The ${name}\n` }])
    await expect(desk.editor).toContainText(`The ${name}`)
    await expect(desk.preview).toContainText(`The ${name}`)
  }
})

test('a document without tags is captured as a whole with one click', async ({ page }) => {
  const desk = new Desk(page)
  await desk.open()
  await desk.drop(disk({ 'plain.md': '# Plain\n\nNothing but text.\n\n## More\n\nText.\n' }))
  await expect(
    page.getByText('plain.md holds no tag, so there are no cards and no dataset yet.')
  ).toBeVisible()
  await expect(desk.count('blocks')).toHaveText('0 blocks')
  await page.getByRole('button', { name: 'Put everything into a dataset' }).click()
  await expect(desk.count('blocks')).toHaveText('4 blocks')
  await expect(desk.count('chapters')).toHaveText('2 chapters')
  await expect(page.getByText('plain.md holds no tag')).toBeHidden()
})

test('a document of mistakes only says so and shows them', async ({ page }) => {
  const desk = new Desk(page)
  await desk.open()
  await desk.drop(disk({ 'wrong.md': '# Wrong\n\n[/Q]Forgotten\n\nstray [A/]\n' }))
  await expect(
    page.getByText('wrong.md gives nothing yet: 2 mistakes to mend first.')
  ).toBeVisible()
  await page.getByRole('button', { name: 'Show problems' }).click()
  await expect(page.getByRole('listitem').getByText('wrong.md:3')).toBeVisible()
})

test('notes that were edited on the disk and dropped again replace the old, which a press undoes', async ({
  page
}) => {
  const desk = new Desk(page)
  await desk.open()
  const names = ['one', 'two', 'three']
  const notes = (word: string) =>
    disk(Object.fromEntries(names.map((name) => [`${name}.md`, good.replace('Good', word)])))
  await desk.add(notes('First'))
  await expect(desk.count('cards')).toHaveText('3 cards')
  await reload(page)
  await expect(desk.count('cards')).toHaveText('3 cards')

  await desk.drop([...notes('Second'), ...disk({ 'four.md': good })])
  const sheet = page.getByRole('dialog', { name: '3 files are here already' })
  await expect(sheet).toContainText('1 new file is added, whatever you choose.')
  for (const name of names) await expect(sheet.getByText(`${name}.md`)).toBeVisible()
  await expect(desk.count('cards')).toHaveText('3 cards')
  await sheet.getByRole('button', { name: 'two.md' }).click()
  await expect(sheet.getByRole('textbox', { name: 'What changes in two.md' })).toContainText(
    'Second'
  )
  await sheet.getByRole('button', { name: 'Replace the old' }).click()
  await expect(desk.messages).toContainText('3 files were replaced, 1 was added.')
  await expect(desk.count('cards')).toHaveText('4 cards')
  await desk.file('two.md').click()
  await expect(desk.editor).toContainText('# Second')

  await desk.messages.getByRole('button', { name: 'Undo' }).click()
  await expect(desk.count('cards')).toHaveText('3 cards')
  await expect(desk.editor).toContainText('# First')
})

test('both are kept on request; the keyboard is enough to choose', async ({ page }) => {
  const desk = new Desk(page)
  await desk.open()
  await desk.add(disk({ 'a/notes.md': '# Old\n' }))
  await desk.editor.focus()
  const again = disk({ 'b/notes.md': '# New\n' })
  const sheet = page.getByRole('dialog', { name: '1 file is here already' })

  await desk.drop(again)
  await expect(sheet.getByRole('button', { name: 'Replace the old' })).toBeFocused()
  const outside = page.locator(':focus:not(dialog *)')
  for (let tabs = 8; tabs > 0; tabs -= 1) {
    await page.keyboard.press('Tab')
    await expect(outside).toHaveCount(0)
  }
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
  await expect(desk.messages).toContainText('notes.md stays as it was: nothing was added.')
  await expect(desk.editor).toBeFocused()
  await expect(desk.editor).toContainText('# Old')

  await desk.drop(again)
  await expect(sheet.getByRole('button', { name: 'Replace the old' })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(desk.messages).toContainText('notes (2).md was added; notes.md stays as it was.')
  await desk.file('notes.md').click()
  await expect(desk.editor).toContainText('# Old')

  await desk.drop(again)
  await expect(sheet).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(desk.messages).toContainText('1 file was replaced.')
  await expect(desk.editor).toContainText('# New')
})

test('another panel that is opened over the question leaves the old; the next files come in', async ({
  page
}) => {
  const desk = new Desk(page)
  await desk.open()
  await desk.add(disk({ 'a/notes.md': '# Old\n' }))
  await desk.drop(disk({ 'b/notes.md': '# New\n' }))
  await expect(page.getByRole('dialog', { name: 'here already' })).toBeVisible()
  await desk.drop(disk({ 'next.md': '# Next\n' }))
  await page.keyboard.press('Control+K')
  await page.getByRole('combobox', { name: 'Search and commands' }).fill('Settings of this project')
  await page.getByRole('option').first().click()
  const settings = page.getByRole('dialog', { name: /^Settings of/ })
  await expect(settings).toContainText('1 file was added.')
  await settings.getByRole('button', { name: /^\d more messages?$/ }).click()
  await expect(settings).toContainText('notes.md stays as it was: nothing was added.')
  await page.keyboard.press('Escape')
  await expect(desk.file('next.md')).toBeVisible()
  await expect(desk.file('notes (2).md')).toBeHidden()
})

test('the question goes with its project, when another tab deletes that', async ({ page }) => {
  const desk = new Desk(page)
  await desk.open()
  await desk.add(disk({ 'a/notes.md': '# Old\n' }))
  const other = new Desk(await page.context().newPage())
  await other.open()
  await expect(other.editor).toContainText('# Old')
  await desk.drop(disk({ 'b/notes.md': '# New\n' }))
  const sheet = page.getByRole('dialog', { name: 'here already' })
  await expect(sheet).toBeVisible()

  await other.page.getByTitle('Projects in this browser').click()
  await other.page.getByRole('button', { name: /^Delete Notes/ }).click()
  await expect(sheet).toBeHidden()
  await expect(desk.messages).toContainText(
    '1 file was not added, because Notes is not open any more. Open it and add them again.'
  )
  await expect(desk.file('example.md')).toBeVisible()
  await expect(desk.file('notes.md')).toBeHidden()
})

test('Markdown pasted anywhere becomes a file named from its heading', async ({ page }) => {
  const desk = new Desk(page)
  await desk.open()
  await expect(desk.count('cards')).toHaveText('3 cards')
  await page.getByRole('heading', { name: 'Laegna', exact: true }).click()
  await desk.paste('# Pasted notes\n\n[/Q]Why?[Q/] [/A]So.[A/]\n')
  await expect(desk.file('pasted-notes.md')).toBeVisible()
  await expect(desk.count('cards')).toHaveText('1 card')
})

test('Markdown pasted into the editor stays in its file', async ({ page }) => {
  const desk = new Desk(page)
  await desk.open()
  await desk.editor.focus()
  await page.keyboard.press('Control+A')
  await desk.paste(good)
  await expect(desk.count('cards')).toHaveText('1 card')
  await expect(desk.file('example.md')).toBeVisible()
  await expect(desk.count('blocks')).toHaveText('0 blocks')
})

test('a message that stays never covers what a panel offers', async ({ page }) => {
  const desk = new Desk(page)
  await desk.open()
  const empty = Array.from({ length: 8 }, (_, at) => [`empty-${at}.md`, ''] as const)
  await desk.drop(disk(Object.fromEntries(empty)))
  await expect(desk.messages).toContainText('empty-7.md is empty')
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  for (const exporter of ['anki-json', 'anki-text', 'dataset']) {
    expect((await desk.download(exporter)).bytes.length).toBeGreaterThan(0)
  }
  await expect(desk.messages).toContainText('empty-7.md is empty')
})

test('a zip of notes comes in like a folder, pictures too; a backup is shown first', async ({
  page
}) => {
  const desk = new Desk(page)
  await desk.open()
  const zip = new JSZip()
  zip.file('notes/a.md', '# A\n\n[/Q]This: ![[dot.svg]]?[Q/] [/A]A dot.[A/]\n')
  zip.file('notes/dot.svg', '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"></svg>')
  const bytes = await zip.generateAsync({ type: 'uint8array' })
  await desk.drop(disk({ 'notes.zip': bytes }))
  await expect(desk.file('notes/a.md')).toBeVisible()
  await expect(page.getByRole('button', { name: '1 picture or sound' })).toBeVisible()
  await expect(desk.count('problems')).toHaveText('0 problems')

  await page.keyboard.press('Control+K')
  await page.getByRole('combobox', { name: 'Search and commands' }).fill('Back up this project')
  const coming = page.waitForEvent('download')
  await page.getByRole('option').first().click()
  await desk.drop(disk({ 'backup.zip': (await contentOf(await coming)).bytes }))
  const sheet = page.getByRole('dialog', { name: 'Restore a backup' })
  await expect(sheet).toContainText('1 project. Nothing changes here before you choose.')
})
