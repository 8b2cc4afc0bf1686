import { expect, test, type Page } from 'playwright/test'
import { Desk } from './desk.ts'

const html = (page: Page) => page.locator('html')

/** Languages whose texts the page asked for. */
function languagesAsked(page: Page): Set<string> {
  const asked = new Set<string>()
  page.on('request', (request) => {
    const language = /\/assets\/(?:markdown\.|(?=\w\w-(?:first|later)))(\w\w)-/.exec(
      request.url()
    )?.[1]
    if (language !== undefined) asked.add(language)
  })
  return asked
}

test.describe('in a German browser', () => {
  test.use({ locale: 'de-AT' })

  test('the page speaks German, loads no other language, and changes to English without a loss', async ({
    page
  }) => {
    const asked = languagesAsked(page)
    const desk = new Desk(page)
    await desk.open()
    await expect(html(page)).toHaveAttribute('lang', 'de')
    await expect(html(page)).toHaveAttribute('dir', 'ltr')
    await expect(page.getByRole('button', { name: 'Karten aus meinen Notizen' })).toBeVisible()
    await expect(desk.count('cards')).toHaveText(/^\d+ Karten$/)
    expect([...asked]).toEqual(['de'])

    await desk.editor.focus()
    await page.keyboard.type('My own words. ')
    await page.getByRole('button', { name: 'Hilfe', exact: true }).click()
    await expect(page.getByRole('heading', { name: 'Häufige Fehler' })).toBeAttached()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Sprache der Seite' }).click()
    expect([...asked]).toEqual(['de'])
    await page.getByRole('button', { name: 'English' }).click()
    await expect(html(page)).toHaveAttribute('lang', 'en')
    await expect(desk.count('cards')).toHaveText(/^\d+ cards$/)
    await expect(desk.editor).toContainText('My own words.')
    // It is kept, also against the browser.
    await page.reload()
    await expect(html(page)).toHaveAttribute('lang', 'en')
    expect([...asked]).toEqual(['de', 'en'])
  })
})

test.describe('in a German browser on a narrow phone', () => {
  test.use({
    locale: 'de-AT',
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true
  })

  for (const address of ['/', '/#training']) {
    test(`the bar of ${address} says whole that all is saved`, async ({ page }) => {
      await page.goto(address)
      const status = page.getByTestId('save-status')
      await expect(status).toHaveText('Gespeichert')
      const room = await status.evaluate((at) => at.clientWidth - at.scrollWidth)
      expect(room).toBeGreaterThanOrEqual(0)
    })
  }
})

test.describe('in a German browser, with words of the core in the preview', () => {
  test.use({ locale: 'de-AT' })

  test('tags, pictures of elsewhere and formulas with a mistake are told of in German', async ({
    page
  }) => {
    const desk = new Desk(page)
    await desk.open()
    await desk.editor.focus()
    await desk.paste(
      '# One [/BLOCKREAD/]\n\n![x](https://example.com/x.png)\n\n$a_b_c$[^1]\n\n[^1]: y\n'
    )
    await expect(page.getByTitle('Diese Formel lässt sich nicht zeichnen: Ab „_c“')).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Fußnoten' })).toBeAttached()
    await expect(page.getByTitle('Jeder Block dieses Kapitels').last()).toHaveText('Blöcke')
    await expect(page.getByTitle('Bilder anderer Seiten werden nicht geholt').last()).toBeVisible()
  })
})

test.describe('in a browser whose languages the page does not speak', () => {
  test.use({ locale: 'sw-KE' })

  test('it speaks English', async ({ page }) => {
    const asked = languagesAsked(page)
    await new Desk(page).open()
    await expect(html(page)).toHaveAttribute('lang', 'en')
    await expect(page.getByRole('button', { name: 'Cards from my notes' })).toBeVisible()
    expect([...asked]).toEqual(['en'])
  })
})
