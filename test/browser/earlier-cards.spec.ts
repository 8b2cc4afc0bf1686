import { writeFileSync } from 'node:fs'
import { expect, test, type Browser } from 'playwright/test'
import { Desk } from './desk.ts'

const first =
  '# Cells\n\n[/Q]What is a cell?[Q/] [/A]The unit of life.[A/]\n\n[/Q]Whose?[Q/] [/A]Ours.[A/]\n'
/** The first question in other words: of itself, it would be another card for Anki. */
const edited = first.replace('What is a cell?', 'Which is the smallest living thing?')

/** Writes a file of this test and gives its path. */
function disk(name: string, content: string | Uint8Array): string {
  const path = test.info().outputPath(name)
  writeFileSync(path, content)
  return path
}

/** A browser of its own, that knows nothing of others. */
async function freshDesk(browser: Browser): Promise<Desk> {
  const context = await browser.newContext()
  const desk = new Desk(await context.newPage())
  await desk.open()
  return desk
}

/** Exports as JSON and gives each question with its identity. */
async function guids(desk: Desk): Promise<Record<string, string>> {
  const { bytes } = await desk.download('anki-json')
  await desk.page.getByRole('button', { name: 'Close', exact: true }).click()
  const cards = JSON.parse(bytes.toString()) as { question: string; guid: string }[]
  return Object.fromEntries(cards.map(({ question, guid }) => [question, guid]))
}

test('another browser that has the package and the Markdown goes on with the same cards', async ({
  browser
}) => {
  test.slow()
  const home = await freshDesk(browser)
  await home.add([disk('cells.md', first)])
  await home.download('anki-package')
  await home.page.getByRole('button', { name: 'Close', exact: true }).click()
  await home.editor.fill(edited)
  await expect(home.page.getByRole('listitem').getByText('smallest living thing')).toBeVisible()
  const { bytes } = await home.download('anki-package')
  await home.page.getByRole('button', { name: 'Close', exact: true }).click()
  const known = await guids(home)
  const json = (await home.download('anki-json')).bytes

  const away = await freshDesk(browser)
  const { page } = away
  await away.add([disk('cells.md', edited)])
  // Known by its content: what it is called does not matter.
  await away.drop([disk('deck from home.zip', bytes)])
  const sheet = page.getByRole('dialog', { name: 'Cards of an earlier export' })
  await expect(sheet).toContainText('deck from home.zip holds 2 cards as they went to Anki.')
  await sheet.getByRole('button', { name: '2 unchanged' }).click()
  await expect(sheet.getByRole('listitem').first()).toContainText('smallest living thing')
  await sheet.getByRole('button', { name: 'Cancel' }).click()
  const strange = await guids(away)
  expect(strange['Which is the smallest living thing?']).not.toBe(
    known['Which is the smallest living thing?']
  )

  await away.drop([disk('anki_cards.json', json)])
  await expect(sheet).toContainText('1 card went to Anki from here, too, as other notes.')
  await sheet.getByRole('button', { name: 'Take over 1 card' }).click()
  await expect(away.messages).toContainText('1 card is known now as in anki_cards.json')
  expect(await guids(away)).toEqual(known)

  await away.drop([disk('anki_cards.json', json)])
  await expect(away.messages).toContainText('are known here already: nothing was changed.')
})

test('taking cards over can be undone, and cards of another project are refused', async ({
  browser
}) => {
  test.slow()
  const home = await freshDesk(browser)
  await home.add([disk('cells.md', first)])
  const bothWays = (desk: Desk) => desk.page.getByLabel('Ask from the answer to the question, too')
  await home.showExport('anki', 'anki-package')
  await bothWays(home).check()
  await home.download('anki-package')
  await home.page.getByRole('button', { name: 'Close', exact: true }).click()
  await home.editor.fill(edited)
  await expect(home.page.getByRole('listitem').getByText('smallest living thing')).toBeVisible()
  const { bytes } = await home.download('anki-package')
  const deck = disk('cells.apkg', bytes)
  const json = (await home.download('anki-json')).bytes

  const away = await freshDesk(browser)
  const { page } = away
  await away.drop([deck])
  await expect(away.messages).toContainText(
    'cells.apkg was not taken over: each of its 2 cards is of another project.'
  )
  await away.drop([disk('foreign.apkg', 'PK')])
  const sheet = page.getByRole('dialog', { name: '1 file cannot be read' })
  await expect(sheet).toContainText('foreign.apkg is damaged')
  await sheet.getByRole('button', { name: 'Close', exact: true }).last().click()

  // Together they come in order: first the texts, then what is known of their cards.
  await away.drop([deck, disk('cells.md', edited)])
  await page.getByRole('button', { name: 'Take over 2 cards' }).click()
  await expect(away.messages).toContainText('2 cards are known now as in cells.apkg')
  await away.showExport('anki', 'anki-package')
  await expect(page.getByRole('button', { name: '2 unchanged' })).toBeEnabled()
  await expect(bothWays(away)).toBeChecked()
  await page.getByRole('dialog').getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('button', { name: 'Close', exact: true }).click()
  await away.showExport('anki', 'anki-package')
  await expect(page.getByRole('button', { name: '2 new', exact: true })).toBeEnabled()

  // Not after an export: Anki has the cards under these identities now.
  await page.getByRole('button', { name: 'Close', exact: true }).click()
  await away.drop([disk('anki_cards.json', json)])
  await page.getByRole('button', { name: 'Take over 2 cards' }).click()
  await expect(away.messages).toContainText('2 cards are known now as in anki_cards.json')
  await away.download('anki-package')
  await page.getByRole('dialog').getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('dialog')).toContainText('These cards were exported since.')
  await expect(page.getByRole('button', { name: '2 unchanged' })).toBeEnabled()
})

test('who exports in another browser for the first time is asked, and takes cards over from there', async ({
  browser
}) => {
  const home = await freshDesk(browser)
  await home.add([disk('cells.md', first)])
  const json = (await home.download('anki-json')).bytes
  const away = await freshDesk(browser)
  const { page } = away
  await away.add([disk('cells.md', edited)])
  await away.showExport('anki', 'anki-package')
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'take them over first' }).click()
  await (await choosing).setFiles([disk('anki_cards.json', json)])
  const sheet = page.getByRole('dialog', { name: 'Cards of an earlier export' })
  await sheet.getByRole('button', { name: '1 changed' }).click()
  await expect(sheet.getByRole('listitem')).toContainText('What is a cell?')
  await sheet.getByRole('button', { name: 'Take over 2 cards' }).click()
  await expect(away.messages).toContainText('2 cards are known now as in anki_cards.json')
  await away.showExport('anki', 'anki-package')
  await expect(page.getByRole('button', { name: '1 changed', exact: true })).toBeEnabled()
  await expect(page.getByRole('button', { name: 'take them over first' })).toBeHidden()
})

test('cards that another project of this browser has are taken over only after a warning', async ({
  browser
}) => {
  const desk = await freshDesk(browser)
  const { page } = desk
  await desk.add([disk('cells.md', first)])
  const { bytes } = await desk.download('anki-package')
  await page.getByRole('button', { name: 'Close', exact: true }).click()
  await page.keyboard.press('Control+K')
  await page.getByRole('combobox', { name: 'Search and commands' }).fill('New project')
  await page.getByRole('option', { name: 'New project' }).click()
  await expect(desk.count('cards')).toHaveText('0 cards')
  await desk.add([disk('copy.md', first)])
  await desk.showExport('anki', 'anki-package')
  await expect(page.getByRole('dialog')).toContainText(
    '2 of the new cards went to Anki from the project Cells already'
  )
  await page.getByRole('button', { name: 'Close', exact: true }).click()
  await desk.drop([disk('cells.apkg', bytes)])
  await expect(page.getByRole('dialog')).toContainText(
    '2 cards of them belong to another project of this browser as well.'
  )
})

test('a damaged record of earlier exports is said, and asked about before the export', async ({
  page
}) => {
  const desk = new Desk(page)
  await desk.open()
  await desk.add([disk('cells.md', first)])
  const { bytes } = await desk.download('anki-package')
  // By then it is noted what went.
  await expect(page.getByText('was given to your downloads.')).toBeVisible()
  await page.getByRole('button', { name: 'Close', exact: true }).click()
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('laegna')
        opening.onerror = () => reject(new Error('The database does not open.'))
        opening.onsuccess = () => {
          const { result } = opening
          const transaction = result.transaction('ledgers', 'readwrite')
          const store = transaction.objectStore('ledgers')
          const keys = store.getAllKeys()
          keys.onsuccess = () => {
            for (const key of keys.result) store.put({ entries: 'gone' }, key)
          }
          transaction.oncomplete = () => {
            result.close()
            resolve()
          }
        }
      })
  )
  await desk.editor.fill(edited)
  await desk.showExport('anki', 'anki-package')
  const trouble = page.getByRole('region', { name: 'Earlier exports' })
  await expect(trouble).toContainText('is damaged')
  await expect(page.getByTestId('download-anki-package')).toBeDisabled()
  const saving = page.waitForEvent('download')
  await trouble.getByRole('button', { name: 'Save what is stored' }).click()
  expect((await saving).suggestedFilename()).toContain('as stored')

  // The package that went before knows the cards: the reworded one stays the same.
  const choosing = page.waitForEvent('filechooser')
  await trouble.getByRole('button', { name: 'Take over from an earlier export' }).click()
  await (await choosing).setFiles(disk('before.apkg', bytes))
  const sheet = page.getByRole('dialog', { name: 'Cards of an earlier export' })
  await sheet.getByRole('button', { name: /^Take over/ }).click()
  await desk.showExport('anki', 'anki-package')
  await expect(page.getByRole('button', { name: '1 changed', exact: true })).toBeVisible()
  await expect(trouble).toBeHidden()
  await expect(page.getByTestId('download-anki-package')).toBeEnabled()
})
