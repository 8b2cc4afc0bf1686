import { expect, test } from 'playwright/test'
import { Desk } from './desk.ts'

const rows = ['\u200b', '\u00ad', '\u200e', '\u200d', '\0', '\ud800'].map((one) =>
  one.repeat(100_000)
)

// A page that stands still answers none of these in time. A run is one sign; of others, the first are drawn.
const texts: [what: string, text: string, first: RegExp, most: number][] = [
  ['of what is not seen, in rows', rows.join('\n\n'), /^•×\d+$/, 12],
  ['marks upon one letter', `a${'\u0301'.repeat(100_000)}`, /^•×\d+$/, 3],
  ['blanks without width between letters', 'a\u200b'.repeat(50_000), /^•$/, 500],
  // Each turns what follows: past the first ones, the rest of the line is one sign.
  ['turned letters', 'a\u202eb\u202c '.repeat(20_000), /^•$/, 503],
  ['letters from right and left in turn', 'אa'.repeat(50_000), /^…×\d+$/, 3],
  ['letters that no font has', 'a\ue000'.repeat(50_000), /^…×\d+$/, 3]
]

test.describe('the page stays alive with 100,000', () => {
  for (const [what, text, first, most] of texts) {
    test(what, async ({ page }) => {
      const desk = new Desk(page)
      await desk.open()
      await desk.startEmpty()
      await desk.editor.focus()
      await desk.paste(`${text}\n\n[/Q]a[Q/] [/A]b[A/]`)
      const signs = desk.editor.locator('.cm-specialChar')
      await expect(signs.first()).toHaveText(first)
      expect(await signs.count()).toBeLessThanOrEqual(most)
      await expect(desk.count('cards')).toHaveText('1 card')
      await page.keyboard.press('Control+Home')
      await page.keyboard.type('x')
      await expect(desk.editor).toContainText('x')
    })
  }
})
