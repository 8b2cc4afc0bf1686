import { expect, test } from 'playwright/test'
import { findings } from './axe.ts'
import { Desk, documentPath } from './desk.ts'
import { views } from './views.ts'

/** The rules that may find something in one scheme of colours alone. */
const aboutColours = ['color-contrast', 'link-in-text-block']

/**
 * Each width has all rules once. The page under a dialog is looked at at the first alone: the view
 * `desk` looks at it at all of them. What lies between the widest and the narrowest has no colours of its own.
 */
const looks: [width: number, scheme: 'light' | 'dark', other?: 'light' | 'dark'][] = [
  [1280, 'light', 'dark'],
  [1000, 'dark'],
  [390, 'light', 'dark']
]

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
    let dialogAlone = false
    for (const [width, scheme, other] of looks) {
      await page.setViewportSize({ width, height: 800 })
      await page.emulateMedia({ colorScheme: scheme })
      expect(await findings(page, { dialogAlone }), `${width} px, ${scheme}`).toEqual([])
      dialogAlone = true
      if (other === undefined) continue
      await page.emulateMedia({ colorScheme: other })
      const rules = aboutColours
      expect(await findings(page, { rules, dialogAlone }), `${width} px, ${other}`).toEqual([])
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

test('what scrolls is reached with the keyboard: code, tables, formulas, cards and lists', async ({
  page
}) => {
  const desk = new Desk(page)
  await desk.open()
  const lines = Array.from({ length: 60 }, (_, at) => `- step ${at}`).join('\n')
  const columns = Array.from({ length: 30 }, (_, at) => `column${at}`)
  const text = [
    '# Long',
    `\`\`\`\n${'code '.repeat(100)}\n\`\`\``,
    `| ${columns.join(' | ')} |\n|${'---|'.repeat(30)}`,
    `$$\n${'x + '.repeat(100)}y\n$$`,
    `[/Q]How?[Q/]\n\n[/A]\n\n${lines}\n\n[A/]`
  ].join('\n\n')
  await desk.dropTexts([{ name: 'long.md', text }])
  await expect(desk.count('cards')).toHaveText('1 card')
  for (const wide of ['pre', 'table', '.math-display']) {
    await expect(desk.preview.locator(wide).first()).toHaveAttribute('tabindex', '0')
  }
  const unreached = () => findings(page, { rules: ['scrollable-region-focusable'] })
  expect(await unreached()).toEqual([])

  await desk.showExport('anki', 'anki-package')
  const card = page.getByRole('group', { name: 'The card turned over' }).first()
  await expect(card).toHaveAttribute('tabindex', '0')
  expect(await unreached()).toEqual([])
  await card.focus()
  await page.keyboard.press('End')
  await expect.poll(() => card.evaluate((sample) => sample.scrollTop)).toBeGreaterThan(0)
})
