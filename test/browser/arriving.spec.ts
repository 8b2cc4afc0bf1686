import { writeFileSync } from 'node:fs'
import { expect, test, type Page } from 'playwright/test'
import { Desk, documentPath, reload } from './desk.ts'

const projects = (page: Page) => page.getByTitle('Projects in this browser')

test('a link carries a document to another browser, where it is a project of its own', async ({
  page,
  context,
  browser
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const desk = new Desk(page)
  await desk.open()
  await desk.drop([documentPath('french.txt')])
  await expect(projects(page)).toHaveText('French')
  await page.getByRole('button', { name: 'Copy a link that carries this file' }).click()
  await expect(desk.messages).toContainText('The link is copied.')
  const link = await page.evaluate(() => navigator.clipboard.readText())

  const elsewhere = await (await browser.newContext()).newPage()
  const asked: string[] = []
  elsewhere.on('request', (request) => asked.push(request.url() + (request.postData() ?? '')))
  const other = new Desk(elsewhere)
  await other.open(link)
  await expect(projects(elsewhere)).toHaveText('French')
  await expect(other.count('cards')).toHaveText('2 cards')
  await expect(other.messages).toContainText('Nothing else was changed.')
  expect(asked.filter((address) => address.includes('document='))).toEqual([])

  // Pasted into a page that has a project open, it replaces nothing; a reload adds nothing.
  await other.editor.focus()
  await elsewhere.keyboard.type('My own words. ')
  await elsewhere.evaluate((link) => (location.href = link), link)
  await expect(projects(elsewhere)).toHaveText('French (2)')
  await expect(other.editor).not.toContainText('My own words.')
  await expect(other.saveStatus).toHaveText('Saved')
  await reload(elsewhere)
  await projects(elsewhere).click()
  const list = elsewhere.getByRole('dialog').getByRole('listitem')
  await expect(list.filter({ hasText: /^French/ })).toHaveCount(2)
  await list.getByRole('button', { name: /^French 1 file/ }).click()
  await expect(other.editor).toContainText('My own words.')
})

test('a link that cannot be read is refused in words, and changes nothing', async ({ page }) => {
  const desk = new Desk(page)
  await desk.open('/#document=cut-off')
  await expect(desk.messages).toContainText('The document in this link cannot be read')
  await expect(projects(page)).toHaveText('Example')
  await expect(desk.count('cards')).toHaveText('3 cards')
})

test('a text too long for a link is offered as a file', async ({ page }) => {
  const desk = new Desk(page)
  await desk.open()
  await desk.editor.focus()
  await page.keyboard.press('Control+A')
  const noise = await page.evaluate(() =>
    Array.from(crypto.getRandomValues(new Uint32Array(10_000))).join(' ')
  )
  await desk.paste(noise)
  await page.getByRole('button', { name: 'Copy a link that carries this file' }).click()
  await expect(desk.messages).toContainText('example.md is too long for a link')
  const coming = page.waitForEvent('download')
  await desk.messages.getByRole('button', { name: 'Save the file' }).click()
  expect((await coming).suggestedFilename()).toBe('example.md')
})

test.describe('shared by another program', () => {
  test.use({ serviceWorkers: 'allow' })

  test('files and text come in once', async ({ page }) => {
    const desk = new Desk(page)
    await desk.open()
    await expect(desk.said('Ready offline')).toHaveCount(1)
    // As the system does it: a form sent to the address that the manifest names. The page itself
    // may send none, so a script of the app, shown as text, does.
    await page.goto('theme.js')
    await page.evaluate(() => {
      const form = document.createElement('form')
      form.acceptCharset = 'utf-8'
      Object.assign(form, { action: 'share', method: 'post', enctype: 'multipart/form-data' })
      form.innerHTML =
        '<textarea name="text"></textarea><input name="files" type="file"><button>Share</button>'
      document.body.append(form)
    })
    await page.locator('textarea').fill('# Shared words\n\nSome text.')
    const path = test.info().outputPath('señal.md')
    writeFileSync(path, '# A\n\n[/Q]Q?[Q/] [/A]A.[A/]')
    await page.locator('input').setInputFiles(path)
    await page.getByRole('button', { name: 'Share' }).click()
    await expect(desk.file('señal.md')).toBeVisible()
    await expect(desk.file('shared-words.md')).toBeVisible()
    await expect(desk.count('cards')).toHaveText('1 card')
    expect(page.url()).not.toContain('shared')
    await reload(page)
    await expect(desk.file('señal.md')).toBeVisible()
    await expect(desk.messages).not.toContainText('added')
  })
})
