import { expect, test, type Page } from 'playwright/test'
import { AnkiServer } from '../anki-connect/anki-server.ts'
import { Desk } from './desk.ts'

// A stand-in for the add-on, at the one address that the page may reach: one test at a time.
test.describe.configure({ mode: 'serial' })

let anki: AnkiServer
test.beforeEach(() => void (anki = new AnkiServer()))
test.afterEach(() => anki.close())

async function openSending(desk: Desk): Promise<void> {
  await desk.open()
  await expect(desk.count('cards')).toHaveText('3 cards')
  await desk.showSending()
}

/** Opens the page beside an Anki that runs, and finds out that the three cards of the example are new. */
async function lookIntoAnki(page: Page) {
  await anki.listen(8765)
  const desk = new Desk(page)
  await openSending(desk)
  const look = page.getByRole('button', { name: 'Look into Anki' })
  const send = page.getByRole('button', { name: 'Send to Anki (3 to add)' })
  await look.click()
  await expect(send).toBeVisible()
  return { desk, look, send }
}

test('cards go into Anki after a summary, and a changed one is updated', async ({ page }) => {
  await anki.listen(8765)
  const desk = new Desk(page)
  await openSending(desk)
  const result = page.getByRole('region', { name: 'What will come out' })

  await page.getByRole('button', { name: 'Look into Anki' }).click()
  await expect(result).toContainText('3 to add')
  await expect(result).toContainText('1 deck to create')
  expect(anki.notes.size).toBe(0)
  await page.getByRole('button', { name: 'Send to Anki (3 to add)' }).click()
  await expect(result).toContainText('3 cards added to Anki, 0 updated.')
  expect([...anki.notes.values()].map(({ deck }) => deck)).toEqual(
    Array(3).fill('LaegnaAITraining')
  )

  await page.keyboard.press('Escape')
  await desk.editor.focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type('\n\n[/Q]One more?[Q/] [/A]Yes.[A/]')
  await expect(desk.count('cards')).toHaveText('4 cards')
  const [first] = anki.notes.values()
  first!.fields['Answer'] = 'An older answer'
  await desk.showSending()
  await page.getByRole('button', { name: 'Look into Anki' }).click()
  await page.getByRole('button', { name: 'Send to Anki (1 to add, 1 to update)' }).click()
  await expect(result).toContainText('1 card added to Anki, 1 updated.')
  expect(anki.notes.size).toBe(4)
  expect(first!.fields['Answer']).toContain('DNA')
  await page.getByRole('button', { name: 'Look again' }).click()
  await expect(page.getByText('Anki has all of it.')).toBeVisible()

  // A look that differs is changed only by who asks for it.
  const model = anki.models.get('Laegna Q&A')!
  const { css } = model
  model.css = '.card { color: red }'
  await page.getByRole('button', { name: 'Look again' }).click()
  const look = page.getByRole('checkbox', { name: 'Give “Laegna Q&A” the look of this version' })
  await expect(look).not.toBeChecked()
  await look.check()
  await page.getByRole('button', { name: 'Send to Anki (the look)' }).click()
  await expect(result).toContainText('“Laegna Q&A” has the look of this version.')
  expect(model.css).toBe(css)
})

test('diagrams go into Anki as pictures', async ({ page }) => {
  await anki.listen(8765)
  const desk = new Desk(page)
  await desk.open()
  const text = '[/Q]Way?[Q/]\n[/A]\n```mermaid\nflowchart LR\n  A --> B\n```\n[A/]\n'
  await desk.dropTexts([{ name: 'way.md', text }])
  await expect(desk.file('way.md')).toBeVisible()
  await desk.showSending()
  await page.getByRole('button', { name: 'Look into Anki' }).click()
  await page.getByRole('button', { name: /^Send to Anki/ }).click()
  await expect(page.getByText(/added to Anki, 0 updated/)).toBeVisible()
  const [[name, bytes] = ['', Buffer.from('')]] = [...anki.media]
  expect(bytes.toString()).toMatch(/^<svg /)
  const answers = [...anki.notes.values()].map(({ fields }) => fields['Answer'])
  expect(answers).toContain(`<div class="diagram"><img src="${name}" alt="Diagram"></div>`)
  await page.getByRole('button', { name: 'Look again' }).click()
  await expect(page.getByText('Anki has all of it.')).toBeVisible()
})

test('nothing is contacted before it is asked for', async ({ page }) => {
  await anki.listen(8765)
  const desk = new Desk(page)
  await openSending(desk)
  await expect(page.getByText('Nothing is contacted before')).toBeVisible()
  await page.getByTestId('export-dataset').click()
  await expect(page.getByTestId('download-dataset')).toBeEnabled()
  expect(anki.calls).toEqual([])
})

test('each refusal says what to do, and trying again goes on', async ({ page }) => {
  const desk = new Desk(page)
  await openSending(desk)
  const look = page.getByRole('button', { name: 'Look into Anki' })
  await look.click()
  const alert = page.getByRole('dialog').getByRole('alert')
  await expect(alert).toContainText('Start Anki')
  await anki.listen(8765)
  const refusals = [
    [{ lets: 'out' }, 'webCorsOriginList'],
    [{ lets: 'asked', version: 5 }, 'Check for Updates'],
    [{ version: 6, requireApiKey: true }, 'set apiKey to null'],
    [{ requireApiKey: false, open: false }, 'Choose a profile'],
    [{ open: true, foreign: true }, 'Another program']
  ] as const
  for (const [manners, words] of refusals) {
    Object.assign(anki.manners, manners)
    await look.click()
    await expect(alert).toContainText(words)
  }
  anki.manners.foreign = false
  await look.click()
  await expect(page.getByRole('button', { name: 'Send to Anki (3 to add)' })).toBeVisible()
  await expect(alert).toBeHidden()
})

test('a look alone sends nothing: what is downloaded after it does not count as sent', async ({
  page
}) => {
  const { desk, send } = await lookIntoAnki(page)
  await desk.download('dataset')
  await expect(page.getByText('was given to your downloads')).toBeVisible()
  await desk.showExport('anki', 'anki-package')
  const known = page.getByRole('group', { name: 'Against the last export' })
  await expect(known).toContainText('3 new')

  // What was found out holds still: nothing that concerns Anki has happened.
  await desk.showSending()
  await send.click()
  await expect(page.getByText('3 cards added to Anki, 0 updated.')).toBeVisible()
  await desk.showExport('anki', 'anki-package')
  await expect(known).toContainText('3 unchanged')
})

test('after a download of cards Anki is looked into again: what was found holds no longer', async ({
  page
}) => {
  const { desk, look, send } = await lookIntoAnki(page)
  await desk.download('anki-package')
  await expect(page.getByText('was given to your downloads')).toBeVisible()
  await desk.showSending()
  await look.click()
  await send.click()
  await expect(page.getByText('3 cards added to Anki, 0 updated.')).toBeVisible()

  // Anki had nothing of the download: imported now, it would be a second note of each.
  await desk.showExport('anki', 'anki-package')
  const result = page.getByRole('region', { name: 'What will come out' })
  await expect(result).toContainText('Anki will have these twice: go on straight to Anki')
})

test('what went before sending was broken off is known: a package would bring it a second time', async ({
  page
}) => {
  const { desk, send } = await lookIntoAnki(page)
  // Anki takes the notes, and its answer never comes.
  await page.route('http://127.0.0.1:8765/', async (route) => {
    if (!route.request().postData()?.includes('addNote')) return route.continue()
    await route.fetch()
  })
  await send.click()
  await expect.poll(() => anki.notes.size).toBe(3)
  await page.keyboard.press('Escape')
  await desk.showExport('anki', 'anki-package')
  const result = page.getByRole('region', { name: 'What will come out' })
  await expect(result).toContainText('Anki will have these twice: go on straight to Anki')
})
