import { writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'playwright/test'
import { html } from '../../src/export/html/html.ts'
import { compile } from '../../src/laegna.ts'
import { countVisits, type VisitCounter } from './visit-counter.ts'

let counter: VisitCounter
let address: string
let visits: string[]

test.beforeEach(async () => {
  counter = await countVisits()
  ;({ address, visits } = counter)
})

test.afterEach(() => counter.close())

/** The page that a project gives, as text. */
async function pageOf(name: string, files: { path: string; text: string }[]): Promise<string> {
  const input = { name, files, compilation: compile(files) }
  const { files: written } = await html.run(input, html.defaults, { now: new Date(0), seed: 1 })
  return new TextDecoder().decode(written[0]?.bytes)
}

/** CSS in every place from which it could ask for something. */
const css = (address: string): string =>
  `@import '${address}/import'; @font-face { font-family: a; src: url(${address}/font) }
  * { background: url(${address}/background); cursor: url(${address}/cursor), auto; font-family: a;
    border-image: url(${address}/border); mask: url(${address}/mask#a); filter: url(${address}/filter#a);
    list-style: url(${address}/list); clip-path: url(${address}/clip#a); shape-outside: url(${address}/shape) }
  *::before { content: url(${address}/content) }`

test('an exported page calls nobody, by its text and by its policy', async ({ page }, info) => {
  const inline = css(address).replace(/\s+/g, ' ').replaceAll('"', '')
  const text = `# A\n\n<style>${css(address)}</style>\n<p style="${inline.slice(inline.indexOf('{') + 1)}">styled</p>\n<svg><style>${css(address)}</style></svg>\n\nEnd of it.\n`
  const sound = await pageOf('A', [{ path: 'a.md', text }])
  // As if the sanitiser had let all of it through.
  const unsound = sound.replace(
    '</main>',
    `<style>${css(address)}</style><p style="background: url(${address}/attribute)">x</p>
    <link rel="stylesheet" href="${address}/sheet"><img src="${address}/image"><script>window.hurt = 1</script></main>`
  )
  expect(unsound).not.toBe(sound)
  for (const [at, content] of [sound, unsound].entries()) {
    const file = info.outputPath(`${at}.html`)
    writeFileSync(file, content)
    await page.goto(pathToFileURL(file).href)
    await expect(page.getByText('End of it.')).toBeVisible()
    await page.waitForLoadState('networkidle')
    expect(await page.evaluate(() => 'hurt' in window)).toBe(false)
  }
  expect(visits).toEqual([])
})

test('names of projects, files and chapters stay words in it', async ({ page }, info) => {
  const name = `</title><script>window.hurt = 1</script><img src=${address}/name onerror=window.hurt=2>`
  const path = `"><img src=${address}/path onerror=window.hurt=3>.md`
  const content = await pageOf(name, [
    { path, text: `# </a><img src=${address}/chapter onerror="window.hurt=4">\n\nWords.\n` },
    { path: '\u001b]0;x\u0007\u202egnp.md', text: '# B\n' }
  ])
  const file = info.outputPath('names.html')
  writeFileSync(file, content)
  await page.goto(pathToFileURL(file).href)
  await expect(page).toHaveTitle(name)
  await expect(page.getByRole('heading', { level: 1 }).first()).toHaveText(name)
  await expect(page.locator('main').getByText(path, { exact: true })).toBeVisible()
  await page.waitForLoadState('networkidle')
  expect(await page.evaluate(() => 'hurt' in window)).toBe(false)
  expect(content).not.toContain('\u001b')
  expect(visits).toEqual([])
})
