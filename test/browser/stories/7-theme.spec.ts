import { expect, test } from 'playwright/test'
import { Desk, reload } from '../desk.ts'

test('switch the theme from the search, with the keyboard alone, and find it kept', async ({
  page
}) => {
  await page.emulateMedia({ colorScheme: 'light' })
  const desk = new Desk(page)
  await desk.open()
  const brightness = (of: string) =>
    page
      .locator(of)
      .evaluate((part) =>
        Math.max(...(getComputedStyle(part).backgroundColor.match(/\d+/g) ?? []).map(Number))
      )
  const search = page.getByRole('combobox', { name: 'Search and commands' })
  const choose = async (words: string) => {
    await page.keyboard.press('Control+K')
    await search.pressSequentially(words)
    await page.keyboard.press('Enter')
    await expect(search).toBeHidden()
  }
  expect(await brightness('body')).toBeGreaterThan(200)
  await choose('dark')
  expect(await brightness('body')).toBeLessThan(50)
  expect(await brightness('.page > header')).toBeLessThan(50)
  await reload(page)
  await desk.editor.waitFor()
  expect(await brightness('body')).toBeLessThan(50)

  await choose('as the system')
  expect(await brightness('body')).toBeGreaterThan(200)
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await brightness('body')).toBeLessThan(50)
})
