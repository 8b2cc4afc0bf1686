import { expect, test } from 'playwright/test'
import { Desk } from './desk.ts'

test('links between notes lead there, and embedded notes stand in place and follow edits', async ({
  page
}) => {
  const desk = new Desk(page)
  await desk.open()
  await desk.dropTexts([
    {
      name: 'Start.md',
      text: '# Start\n\nSee [[Cell#The wall|its wall]] and [[Gone]].\n\n![[Cell#The wall]]\n'
    },
    { name: 'Cell.md', text: '# Cell\n\nSmall.\n\n## The wall\n\nOf cellulose.\n' }
  ])
  await desk.file('Start.md').click()
  await expect(desk.preview.getByText('Of cellulose.')).toBeVisible()
  await expect(desk.preview.getByRole('link')).toHaveText(['its wall'])
  await desk.preview.getByRole('link', { name: 'its wall' }).click()
  await expect(desk.preview.getByRole('heading', { name: 'Cell' })).toBeVisible()
  await expect(desk.preview.locator('.lit')).toHaveText('The wall')
  await desk.editor.press('ControlOrMeta+End')
  await desk.editor.pressSequentially('Firm.')
  await desk.file('Start.md').click()
  await expect(desk.preview.getByText('Firm.')).toBeVisible()
})

test('the settings give each card a link back into a vault', async ({ page }) => {
  const desk = new Desk(page)
  await desk.open()
  await desk.dropTexts([{ name: 'Cell.md', text: '[/Q]What?[Q/] [/A]A cell.[A/]\n' }])
  await page.getByRole('button', { name: 'Settings of this project' }).click()
  const sheet = page.getByRole('dialog', { name: /^Settings of/ })
  await sheet.getByRole('radio', { name: 'Its note in Obsidian' }).check()
  await sheet.getByLabel('Name of the vault').fill('My vault')
  await sheet.getByLabel('Name of the vault').blur()
  await page.keyboard.press('Escape')
  const { bytes } = await desk.download('anki-json')
  expect(bytes.toString()).toContain('obsidian://open?vault=My%20vault&file=')
})
