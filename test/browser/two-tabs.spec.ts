import { expect, test, type BrowserContext, type Page } from 'playwright/test'
import { Desk, documentPath, reload } from './desk.ts'

/** A tab that hears nothing of the others, as one that the browser has put to sleep. */
async function deafTab(context: BrowserContext): Promise<Desk> {
  const page = await context.newPage()
  await page.addInitScript(() => {
    BroadcastChannel.prototype.postMessage = () => undefined
    Object.defineProperty(BroadcastChannel.prototype, 'onmessage', { set: () => undefined })
  })
  const desk = new Desk(page)
  await desk.open()
  return desk
}

async function deskWith(page: Page, ...names: string[]): Promise<Desk> {
  const desk = new Desk(page)
  await desk.open()
  await desk.add(names.map(documentPath))
  return desk
}

async function typeAtEnd(desk: Desk, text: string): Promise<void> {
  await desk.editor.focus()
  await desk.page.keyboard.press('Control+End')
  await desk.page.keyboard.type(text)
  await expect(desk.saveStatus).toHaveText('Saved')
}

test('two tabs write in different files of one project: each sees both', async ({
  page,
  context
}) => {
  const one = await deskWith(page, 'cells.md', 'french.txt')
  const two = await deafTab(context)
  await two.file('french.txt').click()
  await one.file('cells.md').click()
  await typeAtEnd(one, 'From the first tab.')
  await typeAtEnd(two, 'From the second tab.')
  await expect(one.saveStatus).toHaveText('Saved')
  await two.file('cells.md').click()
  await expect(two.preview).toContainText('From the first tab.')
  await reload(page)
  await expect(one.preview).toContainText('From the first tab.')
  await one.file('french.txt').click()
  await expect(one.preview).toContainText('From the second tab.')
  await expect(page.getByRole('button', { name: 'Compare' })).toHaveCount(0)
})

test('two tabs write in one text: both versions are kept, and put together', async ({
  page,
  context
}) => {
  const one = await deskWith(page, 'french.txt')
  const two = await deafTab(context)
  await expect(two.editor).toContainText('Les verbes')
  await typeAtEnd(one, '\n\nFrom the first tab.')
  await typeAtEnd(two, '\n\nFrom the second tab.')
  await expect(two.editor).not.toContainText('From the first tab.')

  await two.page.getByRole('button', { name: 'Compare' }).click()
  const both = two.page.getByRole('textbox', { name: 'Both versions of french.txt' })
  await expect(both).toContainText('From the first tab.')
  await expect(both).toContainText('From the second tab.')
  await both.focus()
  await two.page.keyboard.press('Control+End')
  await two.page.keyboard.type(' And from both.')
  await two.page.getByRole('button', { name: 'Keep this text' }).click()
  await expect(two.editor).toContainText('From the second tab. And from both.')
  await two.messages.getByRole('button', { name: 'Undo' }).click()
  await expect(two.editor).not.toContainText('And from both.')

  await two.page.getByRole('button', { name: 'Compare' }).click()
  await two.page.getByRole('button', { name: 'Take the other' }).click()
  await two.page.getByRole('button', { name: 'Keep this text' }).click()
  await expect(two.editor).toContainText('From the first tab.')
  await expect(two.editor).not.toContainText('From the second tab.')
  await expect(two.saveStatus).toHaveText('Saved')
  await reload(page)
  await expect(one.editor).toContainText('From the first tab.')
  await expect(page.getByRole('button', { name: 'Compare' })).toHaveCount(0)
})

test(
  'a tab of an older build writes no more and says why; its last words are kept',
  { tag: '@chromium' },
  async ({ page, context }) => {
    const old = await deskWith(page, 'french.txt')
    const newer = await context.newPage()
    await new Desk(newer).open()
    await newer.evaluate(async () => {
      const opening = indexedDB.open('laegna')
      const database = await new Promise<IDBDatabase>((resolve) => {
        opening.onsuccess = () => resolve(opening.result)
      })
      const transaction = database.transaction('memory', 'readwrite')
      transaction.objectStore('memory').put(String(Date.now() + 1e9), 'build')
      await new Promise((resolve) => (transaction.oncomplete = resolve))
      database.close()
    })
    await newer.close()
    await old.editor.focus()
    await page.keyboard.press('Control+End')
    // At once: as soon as a save was refused, no key counts any more.
    await page.keyboard.insertText('Too late.')
    await expect(page.getByText('Not saved: a newer version of Laegna')).toBeVisible()
    await expect(old.saveStatus).toHaveText('Not saved')
    await page.keyboard.type(' And later.')
    await expect(old.editor).not.toContainText('And later.')
    page.on('dialog', (dialog) => void dialog.accept())
    await reload(page)
    await expect(old.editor).toContainText('Too late.')
    await expect(old.saveStatus).toHaveText('Saved')
  }
)

test(
  'a file that another tab deletes is told of and comes back; nothing is typed into the next one',
  { tag: '@chromium' },
  async ({ page, context }) => {
    const one = await deskWith(page, 'cells.md', 'french.txt')
    const two = new Desk(await context.newPage())
    await two.open()
    await two.file('french.txt').click()
    await typeAtEnd(two, 'Mine. ')
    await expect(one.count('cards')).toHaveText('5 cards')
    await one.file('french.txt').hover()
    await one.page.getByRole('button', { name: 'Delete french.txt' }).click()
    await expect(two.messages).toContainText('french.txt was deleted in another tab.')
    await two.page.keyboard.type('LOST')
    await expect(two.editor).not.toContainText('LOST')
    await two.messages.getByRole('button', { name: 'Restore' }).click()
    await expect(two.editor).toContainText('Mine.')
  }
)

test(
  'what one tab exports is counted at once in the open export panel of the other',
  { tag: '@chromium' },
  async ({ page, context }) => {
    const one = await deskWith(page, 'french.txt')
    const two = new Desk(await context.newPage())
    await two.open()
    await expect(two.count('cards')).toHaveText('2 cards')
    await two.showExport('anki', 'anki-package')
    const known = two.page.getByRole('group', { name: 'Against the last export' })
    await expect(known).toContainText('2 new')
    await one.download('anki-package')
    await expect(known).toContainText('2 unchanged')
  }
)
