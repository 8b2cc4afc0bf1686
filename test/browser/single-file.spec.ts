import JSZip from 'jszip'
import { pathToFileURL } from 'node:url'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { Desk, reload } from './desk.ts'

const file = pathToFileURL(join(import.meta.dirname, '../../dist/laegna.html')).href

test('the page in one file does the main job from a disk, and asks nobody for anything', async ({
  page
}) => {
  const asked: string[] = []
  const broken: string[] = []
  page.on('request', (request) => {
    if (!/^(?:blob|data):/.test(request.url())) asked.push(request.url())
  })
  page.on('console', (message) => {
    if (message.type() === 'error') broken.push(message.text())
  })
  const desk = new Desk(page)
  await desk.open(file)
  await expect(desk.count('cards')).toHaveText('3 cards')
  await desk.editor.focus()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type('\n\n[/Q]From a stick?[Q/] [/A]From a **stick**.[A/]\n')
  await expect(desk.count('cards')).toHaveText('4 cards')
  await expect(desk.preview).toContainText('From a stick.')
  await expect(desk.saveStatus).toHaveText('Saved')

  await page.getByRole('button', { name: 'Export', exact: true }).click()
  const { bytes: cards } = await desk.download('anki-json')
  expect(JSON.parse(cards.toString('utf8'))).toHaveLength(4)
  const { bytes: deck } = await desk.download('anki-package')
  const collection = (await JSZip.loadAsync(deck)).file('collection.anki2')
  expect(await collection?.async('string')).toMatch(/^SQLite format 3/)
  const known = page.getByRole('group', { name: 'Against the last export' })
  await expect(known).toContainText('4 unchanged')
  const { name, bytes } = await desk.download('dataset')
  const zip = await JSZip.loadAsync(bytes)
  const folder = name.replace(/\.zip$/, '')
  expect(await zip.file(`${folder}/litgpt/train.json`)?.async('string')).toContain('From a')
  await page.getByRole('button', { name: 'Close', exact: true }).click()

  await page.getByRole('button', { name: 'Help', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Common mistakes' })).toBeAttached()
  await page.keyboard.press('Escape')
  await page.getByTitle('Projects in this browser').click()
  await expect(page.getByText('This page was opened from a file.')).toBeVisible()
  await reload(page)
  await expect(desk.count('cards')).toHaveText('4 cards')

  expect(asked.filter((address) => address !== file)).toEqual([])
  expect(broken).toEqual([])
})
