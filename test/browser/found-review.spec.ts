import { expect, test, type Page } from 'playwright/test'
import { findings } from './axe.ts'
import { Desk, reload } from './desk.ts'

const notes = `# France

Capital of France::Paris

**Seine**: the river through Paris.

Q: What is the Louvre?
A: A museum.
`

/** A new project of one note. */
async function begin(page: Page, text: string): Promise<Desk> {
  const desk = new Desk(page)
  await desk.open()
  await desk.dropTexts([{ name: 'notes.md', text }])
  return desk
}

const hint = (page: Page) => page.getByText('3 possible cards found', { exact: true }).first()
const review = (page: Page) => page.getByRole('button', { name: 'Review', exact: true }).first()

/** A message that holds this. */
const notice = (desk: Desk, text: string) => desk.messages.locator('.notice', { hasText: text })

/** Runs a command by its name in the search. */
async function search(page: Page, name: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+K')
  await page.getByRole('combobox', { name: 'Search and commands' }).fill(name)
  await page.getByRole('option', { name }).first().click()
}

test('notes without cards are offered for review first; those one leaves on become cards', async ({
  page
}) => {
  const desk = await begin(page, notes)
  await hint(page).waitFor()
  await review(page).click()
  const sheet = page.getByRole('dialog')
  await expect(sheet.getByRole('checkbox', { name: /Capital of France/ })).toBeChecked()
  await expect(sheet.getByRole('checkbox', { name: /Louvre/ })).toBeChecked()
  await expect(sheet.getByRole('checkbox', { name: /^Seine/ })).not.toBeChecked()
  await sheet.getByRole('checkbox', { name: /^Seine/ }).check()
  await sheet.getByRole('checkbox', { name: /Louvre/ }).uncheck()
  await sheet.getByRole('button', { name: 'Make 2 cards' }).click()
  await expect(desk.count('cards')).toHaveText('2 cards')
  await expect(desk.editor).toContainText('[/Q]Capital of France[Q/]')
  await expect(desk.editor).toContainText('Q: What is the Louvre?')
  await expect(page.getByText('possible cards found')).toHaveCount(0)

  await notice(desk, '2 cards taken in notes.md.').getByRole('button', { name: 'Undo' }).click()
  await expect(desk.count('cards')).toHaveText('0 cards')
  await expect(desk.editor).toContainText('Capital of France::Paris')
  await hint(page).waitFor()
})

test('the deck is one press away from the message of cards taken, by key too', async ({ page }) => {
  const desk = await begin(page, notes)
  await hint(page).waitFor()
  await review(page).click()
  await page.getByRole('button', { name: 'Make 2 cards' }).click()
  const taken = notice(desk, '2 cards taken in notes.md.')
  const button = taken.getByRole('button', { name: 'Download deck' })
  await button.focus()
  const waiting = page.waitForEvent('download')
  await page.keyboard.press('Enter')
  const download = await waiting
  expect(download.suggestedFilename()).toMatch(/\.apkg$/)
  const done = notice(desk, `${download.suggestedFilename()} was given to your downloads.`)
  await expect(done).toContainText('Anki')
  await done.getByRole('button', { name: 'Options' }).click()
  await expect(page.getByRole('dialog').getByTestId('download-anki-package')).toBeVisible()
})

test('the deck of that message is shared from the next one, where the browser shares files', async ({
  page
}) => {
  await page.addInitScript(() => {
    const share = ({ files = [] }: ShareData) => {
      document.title = files.map(({ name }) => `shared ${name}`).join()
      return Promise.resolve()
    }
    Object.assign(navigator, { canShare: () => true, share })
  })
  const desk = await begin(page, notes)
  await hint(page).waitFor()
  await review(page).click()
  await page.getByRole('button', { name: 'Make 2 cards' }).click()
  await desk.messages.getByRole('button', { name: 'Download deck' }).click()
  await desk.messages.getByRole('button', { name: 'Share' }).click()
  await expect(page).toHaveTitle(/^shared .+\.apkg$/)
})

test('one by one by keys: take, skip, edit, go on, make', async ({ page }) => {
  const desk = await begin(page, notes)
  await hint(page).waitFor()
  await review(page).click()
  await expect(page.getByRole('button', { name: 'Make 2 cards' })).toBeFocused()
  await page.keyboard.press('l')
  const sheet = page.getByRole('dialog')
  await expect(sheet.getByText('1 of 3', { exact: true })).toBeVisible()
  await expect(sheet.getByLabel('The passage')).toContainText('Capital of France::Paris')
  await page.keyboard.press('ArrowDown')
  await expect(sheet.getByText('2 of 3', { exact: true })).toBeVisible()
  await page.keyboard.press('k')
  await expect(sheet.getByText('1 of 3', { exact: true })).toBeVisible()

  await page.keyboard.press('e')
  await sheet.getByRole('textbox', { name: 'Answer' }).fill('Paris\n\n# at the Seine')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(sheet.getByRole('alert')).toContainText('would not give this card')
  await sheet.getByRole('textbox', { name: 'Answer' }).fill('Paris, at the *Seine*')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(sheet.getByRole('definition').last()).toHaveText('Paris, at the *Seine*')
  await page.keyboard.press('Enter')
  await page.keyboard.press('s')
  await expect(sheet.getByText('3 of 3', { exact: true })).toBeVisible()
  await page.keyboard.press('Shift+T')
  await expect(sheet.getByText('been through all 3')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(desk.count('cards')).toHaveText('2 cards')
  await expect(desk.editor).toContainText('[/Q]Capital of France[Q/] [/A]Paris, at the *Seine*[A/]')
  await expect(desk.editor).toContainText('Q: What is the Louvre?')
  await expect(desk.editor).toContainText('[/A]the river through Paris.[A/]')
})

test('what was skipped is not offered again, after loading again neither, and can be shown', async ({
  page
}) => {
  const desk = await begin(page, notes)
  await hint(page).waitFor()
  await review(page).click()
  await page.getByRole('button', { name: 'Skip: Capital of France' }).click()
  await page.getByRole('button', { name: 'Skip: What is the Louvre?' }).click()
  await expect(page.getByRole('button', { name: 'Make 0 cards' })).toBeDisabled()
  await page.keyboard.press('Escape')
  await page.getByText('1 possible card found', { exact: true }).first().waitFor()
  await desk.saveStatus.getByText('Saved', { exact: true }).waitFor()
  await reload(page)
  await page.getByText('1 possible card found', { exact: true }).first().waitFor()
  await review(page).click()
  const sheet = page.getByRole('dialog')
  await expect(sheet.getByRole('checkbox', { name: /Louvre/ })).toHaveCount(0)
  await sheet.getByRole('button', { name: 'Show 2 skipped' }).click()
  await sheet.getByRole('checkbox', { name: /What is the Louvre/ }).check()
  await sheet.getByRole('button', { name: 'Make 1 card' }).click()
  await expect(desk.count('cards')).toHaveText('1 card')
  await expect(desk.editor).toContainText('[/Q]What is the Louvre?[Q/]')
})

test('from the search: in this file and in the selection', async ({ page }) => {
  const desk = await begin(page, notes)
  await hint(page).waitFor()
  await desk.editor.click()
  await page.keyboard.press('ControlOrMeta+End')
  for (const key of ['Shift+ArrowUp', 'Shift+ArrowUp', 'Shift+ArrowUp']) {
    await page.keyboard.press(key)
  }
  await search(page, 'Find cards in the selection')
  const sheet = page.getByRole('dialog')
  await expect(
    sheet.getByRole('heading', { name: 'Possible cards in the selection' })
  ).toBeVisible()
  await expect(sheet.getByRole('checkbox', { name: /Louvre/ })).toBeVisible()
  await expect(sheet.getByRole('checkbox', { name: /Capital/ })).toHaveCount(0)
  await expect(sheet.getByRole('button', { name: 'Make 1 card' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(desk.count('cards')).toHaveText('1 card')
  await search(page, 'Find cards in this file')
  await expect(sheet.getByRole('heading', { name: 'Possible cards in notes.md' })).toBeVisible()
  await sheet.getByRole('button', { name: 'Make 1 card' }).click()
  await expect(desk.count('cards')).toHaveText('2 cards')
})

test('its passage is shown, and goes to its place in the text', async ({ page }) => {
  const desk = await begin(page, notes)
  await hint(page).waitFor()
  await review(page).click()
  await page.getByRole('button', { name: 'One by one' }).click()
  await page.keyboard.press('j')
  await page.getByRole('button', { name: 'notes.md:7 · Show in the text' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(desk.editor).toBeFocused()
  await expect(desk.editor.locator('.cm-activeLine')).toContainText(/Louvre|museum/)
})

test('new notes beside cards are offered once; the cards stay', async ({ page }) => {
  const desk = await begin(page, '# Cards\n\n[/Q]One?[Q/] [/A]Two.[A/]\n\nThe first::the last\n')
  await expect(desk.count('cards')).toHaveText('1 card')
  await desk.messages.getByText('1 more possible card found.').waitFor()
  await desk.dropTexts([{ name: 'more.md', text: notes }])
  await desk.messages.getByText('3 more possible cards found.').waitFor()
  await notice(desk, '3 more possible cards').getByRole('button', { name: 'Review' }).click()
  await page.getByRole('button', { name: 'Make 2 cards' }).click()
  await expect(desk.count('cards')).toHaveText('3 cards')
})

test('the lists and the export offer them, too', async ({ page }) => {
  await begin(page, notes)
  await hint(page).waitFor()
  const lists = page.getByRole('region', { name: 'What was read' })
  await expect(lists.getByText('3 possible cards found')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+Shift+X')
  const out = page.getByRole('region', { name: 'What will come out' })
  await expect(out.getByText('3 possible cards found')).toBeVisible()
  await out.getByRole('button', { name: 'Review' }).click()
  await expect(page.getByRole('button', { name: 'Make 2 cards' })).toBeVisible()
})

test('many cards are made bit by bit; stopped in the middle, nothing has changed', async ({
  page
}) => {
  const lines = Array.from({ length: 2500 }, (_, at) => `Question ${at} of all::Answer ${at}`)
  const desk = await begin(page, `# Much\n\n${lines.join('\n\n')}\n`)
  await page.getByText('2,500 possible cards found', { exact: true }).first().waitFor()
  await review(page).click()
  const sheet = page.getByRole('dialog')
  const make = sheet.getByRole('button', { name: 'Make 2,500 cards' })
  await make.waitFor()
  // The page is as slow as it would be with very many: what comes later waits.
  await page.evaluate(() => {
    const later = window.setTimeout.bind(window)
    const held: (() => void)[] = []
    const hold = (run: () => void, wait?: number) => (wait ? later(run, wait) : held.push(run))
    const release = () => {
      window.setTimeout = later
      for (const run of held) run()
    }
    Object.assign(window, { setTimeout: hold, release })
  })
  await make.click()
  await expect(sheet.getByRole('progressbar', { name: 'Cards made' })).toHaveAttribute(
    'value',
    '1000'
  )
  await sheet.getByRole('button', { name: 'Stop' }).click()
  await page.evaluate(() => (window as unknown as { release: () => void }).release())
  await make.waitFor()
  await expect(desk.count('cards')).toHaveText('0 cards')
  await expect(desk.editor).toContainText('Question 0 of all::Answer 0')
  await make.click()
  await expect(desk.count('cards')).toHaveText('2,500 cards')
  await expect(desk.editor).toContainText('[/Q]Question 0 of all[Q/] [/A]Answer 0[A/]')
  await desk.editor.focus()
  await page.keyboard.press('ControlOrMeta+End')
  await expect(desk.preview.getByText('Answer 2499')).toBeInViewport()
})

test('where nothing is found, it says how cards are written', async ({ page }) => {
  await begin(page, '# Notes\n\nNothing to learn here.')
  await page.getByText('holds no tag, so there are no cards and no dataset yet').waitFor()
  await page.getByRole('button', { name: 'Find cards' }).click()
  await expect(page.getByRole('dialog')).toContainText('No cards were found.')
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('by touch alone, with room for fingers', async ({ page }) => {
    const desk = await begin(page, notes)
    await hint(page).waitFor()
    await review(page).tap()
    await page.getByRole('button', { name: 'One by one' }).tap()
    for (const name of [
      'Take',
      'Skip',
      'Edit',
      'Next',
      'Make 2 cards',
      'Take all 1 of this kind'
    ]) {
      const box = await page.getByRole('button', { name }).first().boundingBox()
      expect(box?.height, name).toBeGreaterThanOrEqual(44)
    }
    expect(await findings(page)).toEqual([])
    await page.getByRole('button', { name: 'Take', exact: true }).tap()
    await page.getByRole('button', { name: 'Skip', exact: true }).tap()
    await page.getByRole('button', { name: 'Take', exact: true }).tap()
    await page.getByRole('button', { name: 'Make 2 cards' }).tap()
    await expect(desk.count('cards')).toHaveText('2 cards')
  })
})
