import { expect, test } from 'playwright/test'
import { Desk } from '../desk.ts'

const text = `# [/T]Cells[T/]

[/Q]What is a cell?[Q/]
[/A]The smallest unit of life.[A/]

[/Q]What is a nucleus?[Q/]
[/A]It holds the DNA.[A/]

[/Q]What is a membrane?[Q/]
[/A]It surrounds the cell.
`

test('a document with a mistake is exported, mended and exported again', async ({ page }) => {
  const desk = new Desk(page)
  await desk.open()
  await expect(desk.count('cards')).toHaveText('3 cards')
  await desk.editor.focus()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.insertText(text)
  await expect(desk.count('cards')).toHaveText('2 cards')

  const result = page.getByRole('region', { name: 'What will come out' })
  await test.step('the panel warns before the download, and shows what will be in it', async () => {
    await desk.showExport('anki', 'anki-text')
    await expect(result).toContainText('1 mistake in the documents: what it touches is left out.')
    await expect(result).toContainText('Your Anki needs a note type named “Basic”')
    await expect(result).toContainText('"Cells<br><br>Q: What is a cell?"')
    await expect(page.getByTestId('download-anki-text')).toHaveText(
      'Download text file (2 cards: 2 new)'
    )
  })

  await test.step('the file holds what was shown, and the page goes on saying so', async () => {
    const { name, bytes } = await desk.download('anki-text')
    expect(name).toBe('anki_cards.txt')
    expect(bytes.toString('utf8')).toContain('What is a nucleus?')
    expect(bytes.toString('utf8')).not.toContain('What is a membrane?')
    await expect(page.getByText('anki_cards.txt was given to your downloads.')).toBeVisible()
  })

  await test.step('the warning leads to the mistake', async () => {
    await result.getByRole('button', { name: 'Show problems' }).click()
    await expect(page.getByRole('dialog')).toBeHidden()
    await page.getByRole('button', { name: /\[\/A\] is never closed/ }).click()
    await desk.editor.getByText('It surrounds the cell.').click()
    await page.keyboard.press('End')
    await page.keyboard.type('[A/]')
    await expect(desk.count('cards')).toHaveText('3 cards')
  })

  await test.step('mended, all three cards go out without a mistake', async () => {
    await desk.showExport('anki', 'anki-text')
    await expect(page.getByTestId('download-anki-text')).toHaveText(
      'Download text file (3 cards: 1 new)'
    )
    await result.getByRole('button', { name: '1 new' }).click()
    await expect(result.getByRole('list', { name: 'Cards' })).toContainText('What is a membrane?')
    await expect(result.getByRole('button', { name: '2 unchanged' })).toBeVisible()
    await expect(result).not.toContainText('mistake')
    const { bytes } = await desk.download('anki-text')
    expect(bytes.toString('utf8')).toContain('What is a membrane?')
    await expect(result.getByRole('button', { name: '3 unchanged' })).toBeVisible()
  })

  await test.step('a changed card is shown as it was beside as it is, a lost one as gone', async () => {
    await page.keyboard.press('Escape')
    await desk.editor.focus()
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.insertText(
      text
        .replace('It holds the DNA.', 'It holds the genes.')
        .replace(/\[\/Q\]What is a membrane[^]*/, '')
    )
    await expect(desk.count('cards')).toHaveText('2 cards')
    await desk.showExport('anki', 'anki-text')
    await result.getByRole('button', { name: '1 changed' }).click()
    const list = result.getByRole('list', { name: 'Cards' })
    await expect(list).toContainText('It holds the DNA.')
    await expect(list).toContainText('It holds the genes.')
    await expect(list.locator('mark')).toHaveText(['DNA', 'genes'])
    await expect(list.getByRole('term')).toHaveText(['Before', 'Now'])
    await expect(page.getByTestId('download-anki-text')).toHaveText(
      'Download text file (2 cards: 1 changed)'
    )
    await result.getByRole('button', { name: '1 gone' }).click()
    await expect(list).toContainText('What is a membrane?')
    await expect(async () => {
      const row = (await list.getByRole('listitem').boundingBox())!
      const { height } = (await list.boundingBox())!
      expect(height - row.height, 'the list ends with its last row').toBeLessThan(2)
    }).toPass({ timeout: 60_000 })
  })

  await test.step('a note of the text file has no ID to search for: its words are there, until the texts change', async () => {
    await expect(result).toContainText('notes of the text file carry no ID to search for')
    await desk.download('anki-text')
    const said = page.getByRole('dialog').getByRole('status').filter({ hasText: 'downloads' })
    await expect(said).toContainText('1 card gone since the export before.')
    await expect(said.getByRole('listitem')).toHaveText(['What is a membrane?'])
    await page.keyboard.press('Escape')
    await desk.showExport('anki', 'anki-text')
    await expect(said).toContainText('1 card gone')

    await page.keyboard.press('Escape')
    await desk.editor.focus()
    await page.keyboard.insertText('More text.')
    await expect(desk.saveStatus).toHaveText(/^Saved/)
    await desk.showExport('anki', 'anki-text')
    await expect(result.getByRole('button', { name: '2 unchanged' })).toBeVisible()
    await expect(said).toBeHidden()
  })
})

test('texts that wait for a worker that counts tokens are not lost on the way', async ({
  page
}) => {
  const desk = new Desk(page)
  await desk.open()
  await desk.showExport('anki', 'anki-text')
  await expect(page.getByTestId('download-anki-text')).toContainText('3 cards')
  await page.keyboard.press('Escape')

  let release = (): void => undefined
  const released = new Promise<void>((resolve) => (release = resolve))
  await page.route('**/o200k_base*', async (route) => {
    await released
    await route.continue()
  })
  const counting = page.waitForRequest('**/o200k_base*')
  await desk.editor.focus()
  await page.keyboard.insertText(`${text}[A/]\n\n`)
  await counting
  await desk.showExport('anki', 'anki-text')
  release()
  await expect(page.getByTestId('download-anki-text')).toContainText('6 cards')
})
