import { mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import JSZip from 'jszip'
import { expect, test, type Page } from 'playwright/test'
import { Desk, reload } from './desk.ts'

/** A picture of one red pixel. */
const red = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg==',
  'base64'
)
const blue = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYPj/HwADAgH/eL9GtQAAAABJRU5ErkJggg==',
  'base64'
)

const text = `# Cells

[/Q]What is around a cell?[Q/] [/A]This: ![a wall](img/wall.png)[A/]

The same: ![[wall.png|40]]
`

/** What a package holds under a name. */
async function packed(bytes: Buffer, name: string): Promise<Buffer> {
  const zip = await JSZip.loadAsync(bytes)
  return zip.file(name)!.async('nodebuffer')
}

/** Writes a folder of this test and gives its path. */
function folder(files: Record<string, string | Uint8Array>): string {
  const root = test.info().outputPath('notes')
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(root, name, '..'), { recursive: true })
    writeFileSync(join(root, name), content)
  }
  return root
}

async function openNotes(page: Page): Promise<Desk> {
  const desk = new Desk(page)
  await desk.open()
  const files = { 'cells.md': text, 'img/wall.png': red, 'img/left-over.png': blue, 'hum.mp3': 'x' }
  await desk.drop([folder(files)])
  await expect(desk.editor).toContainText('![a wall](img/wall.png)')
  return desk
}

test('pictures and sounds are shown; one is renamed and its links follow, and back', async ({
  page
}) => {
  const desk = await openNotes(page)
  await page.getByRole('button', { name: '3 pictures and sounds' }).click()
  const sheet = page.getByRole('dialog', { name: 'Pictures and sounds' })
  const wall = sheet.getByRole('button', { name: /^notes\/img\/wall\.png PNG picture/ })
  await expect(wall).toContainText('70 bytes · in 2 places')
  await expect(sheet.getByRole('button', { name: /hum\.mp3 MP3 sound .*not used/ })).toBeVisible()

  await wall.click()
  const large = sheet.getByRole('img', { name: 'notes/img/wall.png' })
  await expect(large).toHaveJSProperty('naturalWidth', 1)
  await expect(sheet.getByRole('button', { name: 'notes/cells.md:5' })).toBeVisible()

  // By the keyboard alone.
  await sheet.getByRole('button', { name: 'Rename notes/img/wall.png' }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.insertText('notes/the wall.png')
  await page.keyboard.press('Enter')
  await expect(sheet).toContainText('notes/img/wall.png is now notes/the wall.png. 2 links follow.')
  await expect(sheet.getByRole('button', { name: /the wall\.png PNG.*in 2 places/ })).toBeVisible()
  await sheet.getByRole('button', { name: 'Undo' }).click()
  await expect(wall).toContainText('in 2 places')
  await wall.click()
  await sheet.getByRole('button', { name: 'notes/cells.md:5' }).click()
  await expect(desk.editor).toContainText('![[wall.png|40]]')
})

test('a renamed picture stays in the text, in the preview and after a reload', async ({ page }) => {
  const desk = await openNotes(page)
  await page.getByRole('button', { name: '3 pictures and sounds' }).click()
  const sheet = page.getByRole('dialog', { name: 'Pictures and sounds' })
  await sheet.getByRole('button', { name: 'Rename notes/img/wall.png' }).click()
  await sheet.getByRole('textbox', { name: 'Path of notes/img/wall.png' }).fill('notes/w.gif')
  await page.keyboard.press('Enter')
  await expect(sheet).toContainText('notes/img/wall.png must keep its ending, .png')
  await sheet.getByRole('button', { name: 'Rename notes/img/wall.png' }).click()
  await sheet.getByRole('textbox', { name: 'Path of notes/img/wall.png' }).fill('notes/w.png')
  await page.keyboard.press('Enter')
  await expect(sheet).toContainText('2 links follow.')
  await sheet.getByRole('button', { name: 'Close', exact: true }).click()
  await expect(desk.editor).toContainText('![a wall](w.png)')
  await expect(desk.editor).toContainText('![[w.png|40]]')
  await expect(desk.saveStatus).toHaveText(/^Saved/)
  await reload(page)
  await expect(desk.preview.getByRole('img', { name: 'a wall' })).toHaveJSProperty(
    'naturalWidth',
    1
  )
  await expect(desk.count('problems')).toHaveText('0 problems')
})

test('what no text names is deleted on request, and comes back; also on a phone', async ({
  page
}) => {
  await openNotes(page)
  await page.getByRole('button', { name: '3 pictures and sounds' }).click()
  await page.setViewportSize({ width: 320, height: 640 })
  const sheet = page.getByRole('dialog', { name: 'Pictures and sounds' })
  await sheet.getByRole('button', { name: 'Delete 2 unused' }).click()
  await expect(sheet.getByRole('listitem')).toHaveCount(1)
  await expect(sheet).toContainText('2 media were deleted.')
  await sheet.getByRole('button', { name: 'Undo' }).click()
  await expect(sheet.getByRole('listitem')).toHaveCount(3)
  await expect(sheet.getByRole('button', { name: 'Delete 2 unused' })).toBeVisible()
  await sheet.getByRole('button', { name: 'Delete notes/img/wall.png' }).click()
  await expect(sheet.getByRole('listitem')).toHaveCount(2)
  const wide = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(wide).toBe(320)
})

test('a picture is pasted where the cursor stands, shown, and goes into the deck', async ({
  page,
  context
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const desk = new Desk(page)
  await desk.open()
  const root = folder({ 'cells.md': '# Cells\n\n[/Q]What is around it?[Q/] [/A]This: [A/]\n' })
  await desk.drop([root])
  await expect(desk.editor).toContainText('# Cells')
  await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
    const blob = new Blob([bytes], { type: 'image/png' })
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })])
  }, red.toString('base64'))
  await desk.editor.getByText('[/Q]What is around').click()
  await page.keyboard.press('End')
  for (let steps = '[A/]'.length; steps > 0; steps -= 1) await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ControlOrMeta+V')
  await expect(desk.editor).toContainText('This: ![](pictures/image.png)[A/]')
  await page.keyboard.press('ControlOrMeta+V')
  await expect(desk.editor).toContainText('![](pictures/image.png)![](pictures/image-2.png)[A/]')
  const picture = desk.preview.locator('img').first()
  await expect(picture).toHaveJSProperty('naturalWidth', 1)
  await expect(desk.count('problems')).toHaveText('0 problems')

  const { bytes } = await desk.download('anki-package')
  const names = JSON.parse((await packed(bytes, 'media')).toString()) as Record<string, string>
  expect(Object.values(names)).toEqual([expect.stringMatching(/\.png$/)])
  expect((await packed(bytes, '0')).toString('latin1', 0, 4)).toBe('\x89PNG')
})

// The browser of these tests keeps nothing on the disk, as a private window.
test('a picture is taken as it was dropped, whatever becomes of the file on the disk', async ({
  page
}) => {
  const desk = new Desk(page)
  await desk.open()
  const root = folder({ 'cells.md': '[/Q]What?[Q/] [/A]![](wall.png)[A/]\n', 'wall.png': red })
  await desk.drop([join(root, 'cells.md'), join(root, 'wall.png')])
  await expect(desk.count('cards')).toHaveText('1 card')
  await expect(desk.saveStatus).toHaveText(/^Saved/)
  writeFileSync(join(root, 'wall.png'), blue)
  utimesSync(join(root, 'wall.png'), 2e9, 2e9)
  const { bytes } = await desk.download('anki-package')
  expect(await packed(bytes, '0')).toEqual(red)
  await page.keyboard.press('Escape')
  await desk.drop([join(root, 'wall.png')])
  await page.getByRole('button', { name: 'Replace the old' }).click()
  await expect(desk.messages).toContainText('1 file was replaced.')
  await desk.showExport('anki', 'anki-package')
  await page.getByRole('button', { name: '1 changed', exact: true }).click()
  await expect(page.getByText('other pictures or sounds')).toBeVisible()
  const again = await desk.download('anki-package')
  expect(await packed(again.bytes, '0')).toEqual(blue)
})

test('a picture that was drawn anew and is dropped alone replaces the one in its folder', async ({
  page
}) => {
  const desk = await openNotes(page)
  const drawn = folder({ 'drawn/wall.png': blue })
  await desk.drop([join(drawn, 'drawn/wall.png')])
  const sheet = page.getByRole('dialog', { name: '1 file is here already' })
  await expect(sheet.getByRole('listitem')).toContainText('notes/img/wall.png')
  await sheet.getByRole('button', { name: 'Replace the old' }).click()
  await expect(desk.messages).toContainText('1 file was replaced.')
  const { bytes } = await desk.download('anki-package')
  expect(await packed(bytes, '0')).toEqual(blue)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: '3 pictures and sounds' })).toBeVisible()
})
