import { writeFileSync } from 'node:fs'
import { expect, test } from 'playwright/test'
import { openPackage } from '../export/open-package.ts'
import { basic, cloze, newPackage, type MadeDeck } from '../import/deck/build-deck.ts'
import { Desk } from './desk.ts'

const pixel = Buffer.from('R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==', 'base64')

const deck: MadeDeck = {
  notes: [
    { guid: 'one', type: basic, fields: ['What is a <b>cell</b>?', 'A room.'], deck: 'Bio' },
    { guid: 'two', type: basic, fields: ['And this?', '<img src="dot.gif">'], deck: 'Bio::Cells' },
    { guid: 'three', type: cloze, fields: ['It is {{c1::small}}.', 'Very.'], deck: 'Bio' },
    { guid: 'four', type: basic, fields: ['No answer?', ''], deck: 'Bio' }
  ],
  media: { 'dot.gif': new Uint8Array(pixel) }
}

/** Writes a file of this test and gives its path. */
function disk(name: string, content: Uint8Array): string {
  const path = test.info().outputPath(name)
  writeFileSync(path, content)
  return path
}

test('a deck of Anki is shown, added, edited, and its own note goes back', async ({ page }) => {
  const desk = new Desk(page)
  await desk.open()
  await desk.dropTexts([{ name: 'mine.md', text: '# Mine\n' }])
  await expect(desk.file('mine.md')).toBeVisible()
  await desk.drop([disk('bio.apkg', await newPackage(deck))])
  const sheet = page.getByRole('dialog', { name: '1 file as Markdown' })
  await expect(sheet).toContainText('3 notes of 2 decks of Anki.')
  await expect(sheet).toContainText('1 note has an empty back: left out.')
  await expect(desk.count('cards')).toHaveText('0 cards')
  await sheet.getByRole('button', { name: 'Add 2 files and 1 picture or sound' }).click()
  await expect(desk.count('cards')).toHaveText('3 cards')
  await expect(desk.count('problems')).toHaveText('0 problems')

  await desk.showExport('anki', 'anki-package')
  await expect(page.getByRole('button', { name: '3 unchanged' })).toBeEnabled()
  await page.getByRole('button', { name: 'Close', exact: true }).click()
  await desk.file('Bio.md').click()
  await expect(desk.editor).toContainText('A room.')
  await desk.editor.fill(
    '---\ndeck: Bio\n---\n\n[/Q]What is a **cell**?[Q/]\n[/A]A small room.[A/]\n\n[/Q]It is {{c1::small}}.[Q/]\n[/A]Very.[A/]\n'
  )
  await desk.showExport('anki', 'anki-package')
  await expect(page.getByRole('button', { name: '1 changed', exact: true })).toBeEnabled()
  const { bytes } = await desk.download('anki-package')
  const { notes } = await openPackage(bytes)
  expect(notes.map(({ guid, type, fields }) => [guid, type, fields])).toEqual(
    expect.arrayContaining([
      ['one', basic.id, ['What is a <b>cell</b>?', 'A small room.']],
      ['three', cloze.id, ['It is {{c1::small}}.', 'Very.']]
    ])
  )
})

test('a deck that came in is taken back in one step, with what is known of its notes', async ({
  page
}) => {
  const desk = new Desk(page)
  await desk.open()
  await desk.dropTexts([{ name: 'mine.md', text: '[/Q]Mine?[Q/] [/A]Yes.[A/]\n' }])
  await expect(desk.count('cards')).toHaveText('1 card')
  await desk.drop([disk('bio.apkg', await newPackage(deck))])
  await page.getByRole('button', { name: 'Add 2 files and 1 picture or sound' }).click()
  await expect(desk.count('cards')).toHaveText('4 cards')
  await desk.messages.getByRole('button', { name: 'Undo' }).click()
  await expect(desk.count('cards')).toHaveText('1 card')
  await expect(desk.file('Bio.md')).toBeHidden()
  await desk.showExport('anki', 'anki-package')
  await expect(page.getByRole('button', { name: '1 new', exact: true })).toBeEnabled()
  await expect(page.getByRole('button', { name: '0 gone' })).toBeVisible()
})

test('a deck that is cut off is refused in a sentence, and the page goes on', async ({ page }) => {
  const desk = new Desk(page)
  await desk.open()
  const bytes = await newPackage(deck)
  await desk.drop([disk('bio.apkg', bytes.subarray(0, bytes.length / 2))])
  const sheet = page.getByRole('dialog', { name: '1 file cannot be read' })
  await expect(sheet.getByRole('alert')).toContainText('bio.apkg is damaged')
  await expect(sheet.getByRole('button', { name: 'Add' })).toBeHidden()
  await sheet.getByRole('button', { name: 'Close', exact: true }).last().click()
  await desk.dropTexts([{ name: 'mine.md', text: '[/Q]Mine?[Q/] [/A]Yes.[A/]\n' }])
  await expect(desk.count('cards')).toHaveText('1 card')
})
