import { readFile } from 'node:fs/promises'
import JSZip from 'jszip'
import { expect, test, type Page } from 'playwright/test'
import { Desk, documentPath, reload } from './desk.ts'

async function openProjects(page: Page): Promise<void> {
  await page.getByTitle('Projects in this browser').click()
  await expect(page.getByRole('heading', { name: 'Projects' })).toBeVisible()
}

/** A project of two texts and a picture. */
async function begin(page: Page): Promise<Desk> {
  const desk = new Desk(page)
  await desk.open()
  await desk.add(['cells.md', 'french.txt'].map(documentPath))
  return desk
}

async function typeAtStart(desk: Desk, text: string): Promise<void> {
  await desk.editor.focus()
  await desk.page.keyboard.press('Control+Home')
  await desk.page.keyboard.type(text)
  await expect(desk.saveStatus).toHaveText('Saved')
}

/** Chooses a file where the page asks for a backup. */
async function chooseBackup(page: Page, path: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Restore a backup' }).click()
  await (await chooser).setFiles(path)
}

async function backUp(page: Page, name: string): Promise<string> {
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name }).click()
  return (await coming).path()
}

test('a backup brings a project back in a browser that has lost everything', async ({
  page,
  browser,
  baseURL
}) => {
  await begin(page)
  await openProjects(page)
  const path = await backUp(page, 'Back up all projects')
  const zip = await JSZip.loadAsync(await readFile(path))
  expect(Object.keys(zip.files)).toContain('projects/Cells/french.txt')

  const elsewhere = await browser.newContext()
  const other = new Desk(await elsewhere.newPage())
  await other.open(baseURL)
  await openProjects(other.page)
  await chooseBackup(other.page, path)
  const cells = other.page.getByRole('region', { name: 'Cells' })
  await expect(cells).toContainText('2 files')
  await cells.getByRole('button', { name: 'Restore as a new project' }).click()
  await expect(other.count('cards')).toHaveText('5 cards')
  await expect(other.page.getByTitle('Projects in this browser')).toHaveText('Cells')
  await elsewhere.close()
})

test('a backup shows what it would change, replaces a project, and that can be undone', async ({
  page
}) => {
  const desk = await begin(page)
  await openProjects(page)
  const path = await backUp(page, 'Back up Cells')
  await expect(page.getByText('Cells was backed up on')).toBeVisible()
  await page.getByRole('button', { name: 'Close', exact: true }).click()
  await typeAtStart(desk, 'Written after the backup. ')
  await openProjects(page)
  await chooseBackup(page, path)
  await page.getByRole('button', { name: 'Compare with Cells' }).click()
  await page.getByRole('button', { name: /cells\.md changes/ }).click()
  const change = page.getByRole('textbox', { name: 'What changes in cells.md' })
  await expect(change).toContainText('Written after the backup.')
  await page.getByRole('button', { name: 'Replace Cells by this' }).click()
  await expect(desk.editor).not.toContainText('Written after the backup.')
  await desk.messages.getByRole('button', { name: 'Undo' }).click()
  await expect(desk.editor).toContainText('Written after the backup.')
})

test('a project that is here is compared first, and restored beside itself only with a warning', async ({
  page
}) => {
  const desk = await begin(page)
  await desk.download('anki-package')
  await expect(page.getByRole('button', { name: '5 unchanged' })).toBeVisible()
  await page.keyboard.press('Escape')
  await openProjects(page)
  const path = await backUp(page, 'Back up Cells')
  await chooseBackup(page, path)
  const cells = page.getByRole('region', { name: 'Cells' })
  await expect(cells.getByRole('button')).toHaveText([
    'Compare with Cells',
    'Restore as a new project'
  ])
  await expect(cells.locator('.primary')).toHaveText('Compare with Cells')
  await expect(cells).toContainText('it would write the same notes in Anki as Cells')
})

test('an earlier version is shown with what differs, and brought back', async ({ page }) => {
  const desk = await begin(page)
  await reload(page)
  await desk.editor.waitFor()
  await typeAtStart(desk, 'Regretted words. ')
  await openProjects(page)
  await page.getByRole('button', { name: 'Earlier versions of this project' }).click()
  await page
    .getByRole('button', { name: /opened/ })
    .first()
    .click()
  await page.getByRole('button', { name: /cells\.md changes/ }).click()
  await page.getByRole('button', { name: 'Restore this version' }).click()
  await expect(desk.editor).not.toContainText('Regretted words.')
  await expect(desk.saveStatus).toHaveText('Saved')
  await desk.messages.getByRole('button', { name: 'Undo' }).click()
  await expect(desk.editor).toContainText('Regretted words.')
})

test('projects that the browser has lost are named', async ({ page }) => {
  const desk = await begin(page)
  await page.goto('about:blank')
  const devtools = await page.context().newCDPSession(page)
  const origin = new URL(test.info().project.use.baseURL ?? '').origin
  await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' })
  await desk.open()
  await expect(desk.messages).toContainText('This browser has lost all your projects.')
  await expect(desk.messages).toContainText('Cells')
})

test('a project is ended for good only with two presses', async ({ page }) => {
  await begin(page)
  await openProjects(page)
  await page.getByRole('button', { name: 'Delete Cells' }).click()
  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  await page.getByRole('button', { name: 'Delete for good' }).click()
  await expect(page.getByRole('heading', { name: 'Bin' })).toHaveCount(0)
  await reload(page)
  await openProjects(page)
  await expect(page.getByRole('dialog')).not.toContainText('Cells')
  await expect(page.getByRole('region', { name: 'Messages' })).not.toContainText('lost')
})

test('without room nothing stored is harmed, it is said, and saving goes on by itself', async ({
  page,
  baseURL
}) => {
  // It waits for the page to try again.
  test.slow()
  const devtools = await page.context().newCDPSession(page)
  const origin = new URL(baseURL ?? '').origin
  // Set before the page is there: a browser remembers for a while how much room there was.
  await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1_000_000 })
  const desk = await begin(page)
  await desk.editor.focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.insertText('Too much. '.repeat(200_000))
  await expect(desk.saveStatus).toHaveText('Not saved')
  await expect(page.getByText('this browser has no room left')).toBeVisible()
  const second = new Desk(await page.context().newPage())
  await second.open()
  await expect(second.file('french.txt')).toBeVisible()
  await expect(second.preview).toContainText('Every living thing')
  await second.page.close()

  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save the files to this computer' }).click()
  const zip = await JSZip.loadAsync(await readFile(await (await coming).path()))
  expect(await zip.file('cells.md')?.async('string')).toContain('Too much.')

  await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 100_000_000 })
  await expect(desk.saveStatus).toHaveText('Saved')
  await reload(page)
  await expect(desk.editor).toContainText('Too much.')
})

test('a file that is damaged in the storage is named, the rest opens, and what is there can be saved', async ({
  page
}) => {
  const desk = await begin(page)
  await page.evaluate(async () => {
    const settled = <Result>(request: IDBRequest<Result>) =>
      new Promise<Result>((resolve) => (request.onsuccess = () => resolve(request.result)))
    const database = await settled(indexedDB.open('laegna'))
    const files = database.transaction('files', 'readwrite').objectStore('files')
    const all = (await settled(files.getAll())) as { path: string; text: unknown }[]
    const record = all.find(({ path }) => path === 'french.txt')
    await settled(files.put({ ...record, text: { torn: 'Les verbes' } }))
    database.close()
  })
  await reload(page)
  await expect(desk.editor).toContainText('Cells')
  await expect(desk.messages).toContainText('french.txt')
  await openProjects(page)
  const coming = page.waitForEvent('download')
  const row = page.getByRole('listitem').filter({ hasText: '1 file of Cells cannot be read' })
  await row.getByRole('button', { name: 'Save as text' }).click()
  expect(await readFile(await (await coming).path(), 'utf8')).toContain('Les verbes')
})

test('it is told that the browser promises nothing, and what to do', async ({ page }) => {
  await begin(page)
  await openProjects(page)
  await expect(page.getByRole('region', { name: 'Safe keeping' })).toContainText(
    'The browser may delete them when room runs out, so make backups.'
  )
})

test('it is told that the browser has promised to keep them', async ({
  page,
  browser,
  baseURL
}) => {
  const devtools = await browser.newBrowserCDPSession()
  const { targetInfo } = await (
    await page.context().newCDPSession(page)
  ).send('Target.getTargetInfo')
  await devtools.send('Browser.setPermission', {
    permission: { name: 'persistent-storage' },
    setting: 'granted',
    origin: new URL(baseURL ?? '').origin,
    browserContextId: targetInfo.browserContextId ?? ''
  })
  await begin(page)
  await openProjects(page)
  await expect(page.getByRole('region', { name: 'Safe keeping' })).toContainText(
    'The browser has promised not to delete them by itself.'
  )
})
