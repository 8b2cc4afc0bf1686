import { expect, test, type Page } from 'playwright/test'
import { Desk } from './desk.ts'

/*
 * People with notes and no cards come to their first deck by keys alone: by Tab, Enter and the keys that the page names.
 */

const plain = [
  {
    name: 'week-1.md',
    text: '# Week 1\n\nQ: What is a cell?\nA: The unit of life.\n\n- **Tissue**: many cells of a kind\n- **Organ**: tissues that work together\n'
  },
  {
    name: 'week-2.txt',
    text: 'Week 2\n\nOsmosis::movement of water\nDiffusion::movement of particles\n'
  }
]
const vault = Array.from({ length: 12 }, (_, at) => ({
  name: `Lecture ${String(at + 1)}.md`,
  text: `---\ntags: [flashcards/bio]\n---\n# Lecture ${String(at + 1)}\n\nTerm ${String(at)}::meaning of it\n\nSee [[Lecture 1]]. %%private%%\n\nWhat is it, number ${String(at)}?\n?\nA ==thing== of its own.\n`
}))

for (const [who, files, count] of [
  ['a teacher with two plain notes', plain, 3],
  ['a student with twelve notes of Obsidian', vault, 24]
] as const) {
  test(`${who} gets a deck by keys alone`, async ({ page }) => {
    const desk = new Desk(page)
    await desk.open()
    await press(page, 'Cards from my notes')
    const choosing = page.waitForEvent('filechooser')
    await press(page, 'Choose files')
    await (
      await choosing
    ).setFiles(
      files.map(({ name, text }) => ({
        name,
        mimeType: 'text/markdown',
        buffer: Buffer.from(text)
      }))
    )
    // The cards in them are what one came for: they show without being asked for.
    const make = page.getByRole('button', { name: `Make ${String(count)} cards` })
    await expect(make).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(desk.count('cards')).toHaveText(`${String(count)} cards`)
    // The message of the cards has the next step, and F6 leads there.
    const next = page.getByRole('button', { name: 'Download deck' })
    await expect(next).toHaveAttribute('aria-keyshortcuts', 'F6')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    const before = await page.evaluateHandle(() => document.activeElement)
    await page.keyboard.press('F6')
    await expect(next).toBeFocused()
    const coming = page.waitForEvent('download')
    await page.keyboard.press('Enter')
    expect((await coming).suggestedFilename()).toMatch(/\.apkg$/)
    await expect(next).toBeHidden()
    // Who has answered goes on where they were.
    const isBack = () => page.evaluate((place) => place === document.activeElement, before)
    await expect.poll(isBack).toBe(true)
  })
}

/** Goes to a button by Tab, as often as somebody would, and presses it. */
async function press(page: Page, name: string | RegExp): Promise<void> {
  const exact = typeof name === 'string'
  const button = page.getByRole('button', { name, exact }).first()
  await button.waitFor()
  const isThere = () => button.evaluate((element) => element === document.activeElement)
  for (let tabs = 0; tabs < 40 && !(await isThere()); tabs++) await page.keyboard.press('Tab')
  await expect(button).toBeFocused()
  await page.keyboard.press('Enter')
}
