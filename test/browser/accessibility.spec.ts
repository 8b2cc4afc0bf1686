import AxeBuilder from '@axe-core/playwright'
import { expect, test } from 'playwright/test'
import { Desk, documentPath } from './desk.ts'
import { views } from './views.ts'

/** The rules that may find something in one scheme of colours alone. */
const aboutColours = ['color-contrast', 'link-in-text-block']

async function findings(axe: AxeBuilder) {
  // The page has no frames, so axe needs no second page to put findings together in.
  const { violations } = await axe.setLegacyMode().analyze()
  return violations.map(({ id, nodes }) => ({
    id,
    nodes: nodes.map(({ html, failureSummary }) => `${html} ${failureSummary ?? ''}`)
  }))
}

for (const [name, open] of Object.entries(views)) {
  test(`axe finds nothing: ${name}`, async ({ page }) => {
    test.setTimeout(120_000)
    // Colours and sizes are looked at while nothing is on its way.
    await page.emulateMedia({ reducedMotion: 'reduce' })
    const desk = new Desk(page)
    await desk.open()
    await desk.drop(['cells.md', 'french.txt'].map(documentPath))
    await expect(desk.count('cards')).toHaveText('5 cards')
    await open(page, desk)
    for (const width of [1280, 1000, 390]) {
      await page.setViewportSize({ width, height: 800 })
      await page.emulateMedia({ colorScheme: 'light' })
      expect(await findings(new AxeBuilder({ page })), `${width} px, light`).toEqual([])
      await page.emulateMedia({ colorScheme: 'dark' })
      const colours = new AxeBuilder({ page }).withRules(aboutColours)
      expect(await findings(colours), `${width} px, dark`).toEqual([])
    }
  })
}

test('on 320 px, and so at four times the zoom of a wide screen, nothing is cut off at the side', async ({
  page
}) => {
  await page.setViewportSize({ width: 320, height: 640 })
  const desk = new Desk(page)
  await desk.open()
  const panes = page.getByRole('navigation', { name: 'Panes' })
  for (const name of ['Write', 'Read', 'Cards', 'Problems', 'Export']) {
    await panes.getByRole('button', { name }).click()
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(wide, name).toBe(0)
  }
})
