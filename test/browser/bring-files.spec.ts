import { writeFileSync } from 'node:fs'
import JSZip from 'jszip'
import { expect, test } from 'playwright/test'
import { Desk } from './desk.ts'

const page1 = `<h1>Cells</h1><p>[/Q]What is a <b>cell</b>?[Q/] [/A]A small room.[A/]</p>
<p><img alt="dot" src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='8' height='8'/%3E"></p>`

test('a page is shown as Markdown, added with its pictures, and taken back', async ({ page }) => {
  const desk = new Desk(page)
  await desk.open()
  await desk.dropTexts([{ name: 'mine.md', text: '# Mine\n' }])
  await expect(desk.file('mine.md')).toBeVisible()
  await desk.dropTexts([{ name: 'cells.html', text: page1 }])
  const sheet = page.getByRole('dialog', { name: '1 file as Markdown' })
  await expect(sheet.getByLabel('Text of cells.md')).toContainText(
    '[/Q]What is a **cell**?[Q/] [/A]A small room.[A/]'
  )
  await expect(desk.count('cards')).toHaveText('0 cards')
  await sheet.getByRole('button', { name: 'Add 1 file and 1 picture or sound' }).click()
  await expect(sheet).toBeHidden()
  await expect(desk.file('cells.md')).toBeVisible()
  await expect(desk.count('cards')).toHaveText('1 card')
  await expect(desk.count('problems')).toHaveText('0 problems')
  await expect(page.getByRole('button', { name: '1 picture or sound' })).toBeVisible()
  await desk.messages.getByRole('button', { name: 'Undo' }).click()
  await expect(desk.file('cells.md')).toBeHidden()
  await expect(desk.file('mine.md')).toBeVisible()
})

test('what is cancelled does not come in; what came with it does', async ({ page }) => {
  const desk = new Desk(page)
  await desk.open()
  await desk.dropTexts([
    { name: 'cells.html', text: page1 },
    { name: 'mine.md', text: '# Mine\n' }
  ])
  const sheet = page.getByRole('dialog', { name: '1 file as Markdown' })
  await expect(sheet.getByRole('button', { name: 'Add 1 file' })).toBeEnabled()
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
  await expect(desk.file('mine.md')).toBeVisible()
  await expect(desk.file('cells.md')).toBeHidden()
})

test('rich text is pasted as Markdown at the cursor, in one step, or as plain text on a press', async ({
  page
}) => {
  const desk = new Desk(page)
  await desk.open()
  await desk.untilRichPaste()
  await desk.editor.fill('Before\n\n')
  await page.keyboard.press('Control+End')
  await desk.paste('One two', '<h2>One</h2><p>[/Q]two <b>bold</b>[Q/] [/A]3[A/]</p>')
  await expect(desk.messages).toContainText('Pasted as Markdown.')
  await expect(desk.editor).toContainText('## One')
  await expect(desk.editor).toContainText('[/Q]two **bold**[Q/] [/A]3[A/]')
  await expect(desk.count('cards')).toHaveText('1 card')
  await page.keyboard.insertText(' after')
  await expect(desk.editor).toContainText('[/A]3[A/] after')
  await page.keyboard.press('Control+Z')
  await page.keyboard.press('Control+Z')
  await expect(desk.editor).toHaveText('Before')

  await desk.paste('One two', '<h2>One</h2><p>two</p>')
  await expect(desk.editor).toContainText('## One')
  await desk.messages.getByRole('button', { name: 'Paste as plain text instead' }).first().click()
  await expect(desk.editor).toContainText('One two')
  await expect(desk.editor).not.toContainText('##')
  await desk.editor.focus()
  await page.keyboard.press('Control+Z')
  await expect(desk.editor).toHaveText('Before')
})

test('code and coloured text are pasted as they are', async ({ page }) => {
  const desk = new Desk(page)
  await desk.open()
  await desk.untilRichPaste()
  await desk.paste(
    'let _x_ = 1',
    '<div style="font-family: Consolas, monospace; white-space: pre"><b>let</b> _x_ = 1</div>'
  )
  await desk.paste(' and *so*', '<span style="color: red"> and *so*</span>')
  await desk.paste('!', '<b>!</b>')
  await expect(desk.editor).toHaveText('let _x_ = 1 and *so***!**')
})

test('rich text pasted outside the text becomes a file with its pictures', async ({ page }) => {
  const desk = new Desk(page)
  await desk.open()
  await page.getByRole('heading', { name: 'Laegna', exact: true }).click()
  await desk.paste('Cells dot', page1)
  await expect(desk.file('cells.md')).toBeVisible()
  await expect(desk.count('cards')).toHaveText('1 card')
  await expect(page.getByRole('button', { name: '1 picture or sound' })).toBeVisible()
})

test('a Word document comes in, and one that is cut off is named', async ({ page }) => {
  const desk = new Desk(page)
  await desk.open()
  const whole = await wordDocument('[/Q]What is a cell?[Q/] [/A]A small room.[A/]')
  const name = test.info().outputPath('cells.docx')
  writeFileSync(name, whole)
  await desk.drop([name])
  const sheet = page.getByRole('dialog', { name: '1 file as Markdown' })
  await expect(sheet.getByLabel('Text of cells.md')).toContainText('A small room.')
  await sheet.getByRole('button', { name: 'Add 1 file' }).click()
  await expect(desk.count('cards')).toHaveText('1 card')

  const broken = test.info().outputPath('broken.docx')
  writeFileSync(broken, whole.slice(0, 200))
  await desk.drop([broken])
  const vain = page.getByRole('dialog', { name: '1 file cannot be read' })
  await expect(vain).toContainText('broken.docx is damaged')
  await expect(vain.getByRole('button', { name: /^Add/ })).toBeHidden()
  await vain.getByRole('button', { name: 'Close', exact: true }).last().click()
  await expect(desk.count('cards')).toHaveText('1 card')
})

test('notes of another program lead on to the cards that they may hold', async ({ page }) => {
  const desk = new Desk(page)
  await desk.open()
  const text = '<h1>Cells</h1><p>Q: What is a cell?</p><p>A: A small room.</p>'
  await desk.dropTexts([{ name: 'cells.html', text }])
  const sheet = page.getByRole('dialog', { name: '1 file as Markdown' })
  await sheet.getByRole('button', { name: 'Add 1 file' }).click()
  const review = page.getByRole('dialog', { name: 'Possible cards in Cells' })
  await review.getByRole('button', { name: 'Make 1 card' }).click()
  await expect(desk.count('cards')).toHaveText('1 card')
})

test('a table asks for its columns, also on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const desk = new Desk(page)
  await desk.open()
  await desk.dropTexts([{ name: 'words.csv', text: 'uno,one,1\ndos,two,2\n' }])
  const sheet = page.getByRole('dialog', { name: '1 file as Markdown' })
  const text = sheet.getByLabel('Text of words.md')
  await expect(text).toContainText('[/A]one[A/]')
  await sheet.getByRole('group', { name: 'Column of the answer' }).getByText('3: 1').click()
  await expect(text).toContainText('[/A]1[A/]')
  await sheet.getByRole('group', { name: 'Is the first row' }).getByText('Yes').click()
  await expect(text).not.toContainText('uno')
  await sheet.getByRole('button', { name: 'Add 1 file' }).click()
  await expect(sheet).toBeHidden()
  await expect(desk.count('cards')).toHaveText('1 card')
})

test('a PDF is told what to do instead', async ({ page }) => {
  const desk = new Desk(page)
  await desk.open()
  await desk.dropTexts([{ name: 'script.pdf', text: '%PDF-1.7' }])
  await expect(desk.messages).toContainText('Open it, select all, copy, and paste it here')
})

async function wordDocument(text: string): Promise<Uint8Array> {
  const zip = new JSZip()
  const office = 'http://schemas.openxmlformats.org'
  zip.file(
    '[Content_Types].xml',
    `<Types xmlns="${office}/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>`
  )
  zip.file(
    '_rels/.rels',
    `<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="a" Type="${office}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`
  )
  zip.file(
    'word/document.xml',
    `<w:document xmlns:w="${office}/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`
  )
  return zip.generateAsync({ type: 'uint8array' })
}
