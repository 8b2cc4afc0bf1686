import { writeFileSync } from 'node:fs'
import { expect, test, type Page } from 'playwright/test'
import { tinyGguf } from '../tiny-gguf.ts'
import { Desk } from './desk.ts'

const land = (name: string, city: string) =>
  `# ${name}\n\n[/Q]Capital of ${name}?[Q/]\n[/A]${city}[A/]\n`
const lands = Object.entries({ France: 'Paris', Japan: 'Tokyo', Peru: 'Lima', Cuba: 'Havana' })
  .map(([name, city]) => land(name, city))
  .join('\n')

/** The Training page of a project with four cards, and its panel. */
async function open(page: Page, text = lands) {
  const desk = new Desk(page)
  await desk.open()
  await desk.dropTexts([{ name: 'lands.md', text }])
  await desk.file('lands.md').waitFor()
  await page.goto('/#training')
  const panel = page.getByRole('region', { name: 'Examine a model' })
  await panel.waitFor()
  const choose = (name: string, bytes: Uint8Array) =>
    panel
      .getByLabel('Model', { exact: true })
      .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) })
  return { desk, panel, choose }
}

test('a model that is dropped is asked all cards in the page, and its report is kept', async ({
  page
}, info) => {
  const { desk, panel } = await open(page)
  await page.goto('/#desk')
  const elsewhere: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(new URL(page.url()).origin)) elsewhere.push(request.url())
  })
  const model = info.outputPath('tiny.gguf')
  writeFileSync(model, tinyGguf())
  await desk.drop([model])
  await expect(desk.messages).toContainText('The model was asked 4 cards: 1 right', {
    timeout: 60_000
  })
  const answers = panel.getByRole('list', { name: 'Answers, the newest first' })
  await expect(answers.getByText('right', { exact: true })).toHaveCount(1)
  await expect(answers.getByText('A: Paris', { exact: true })).toHaveCount(5)
  await expect(panel).toContainText('tokens a second')
  const figures = page.getByRole('region', { name: 'What the model answers' })
  // Its last figure says how much the right answers surprise it.
  const row = figures.getByRole('row', { name: /^To learn from Trained 3 .* [\d,.]+$/ })
  await expect(row).toBeVisible()
  await expect(figures).not.toContainText('no perplexity')
  const download = page.waitForEvent('download')
  await panel.getByRole('button', { name: 'Download report.json' }).click()
  expect((await download).suggestedFilename()).toBe('report.json')
  expect(elsewhere.filter((url) => !url.startsWith('blob:'))).toEqual([])
})

test('who stops keeps what was answered until then', async ({ page }) => {
  const many = Array.from({ length: 60 }, (_, at) =>
    land(`Land ${at}`, `${'Paris '.repeat(40)}${at}`)
  )
  const { desk, panel, choose } = await open(page, many.join('\n'))
  await choose('tiny.gguf', tinyGguf({ says: 'Paris ', endless: true }))
  await expect(panel.getByRole('status')).toContainText(/^\s*[1-9]\d* of \d+ cards asked/, {
    timeout: 60_000
  })
  await panel.getByRole('button', { name: 'Stop' }).click()
  await expect(panel.getByRole('button', { name: 'Download report.json' })).toBeVisible()
  await expect(desk.messages).toContainText('The model was asked')
  await expect(panel.getByRole('alert')).toHaveCount(0)
})

/** A model that says it is written in another version of the format. */
function ofVersion(version: number): Uint8Array {
  const bytes = tinyGguf().slice()
  new DataView(bytes.buffer).setUint32(4, version, true)
  return bytes
}

test.describe('a file that is no model to ask is named, with the way on', () => {
  for (const [what, bytes, sentence] of [
    ['cut short', tinyGguf().slice(0, 400_000), 'is damaged: it was cut off on its way, or'],
    ['of a newer format', ofVersion(9), 'is written in version 9 of the GGUF format'],
    ['of an older format', ofVersion(1), 'is written in an old version of the GGUF format'],
    ['of another kind', tinyGguf({ architecture: 'martian' }), 'a model of the kind “martian”'],
    ['of a wrong shape', tinyGguf({ spareRows: 5 }), 'could not be opened as a model'],
    ['none', Buffer.from('PK something'), 'is no GGUF file'],
    ['silent', tinyGguf({ says: '' }), 'said nothing to any card']
  ] as const) {
    test(what, async ({ page }) => {
      const { panel, choose } = await open(page)
      await choose('tiny.gguf', bytes)
      await expect(panel.getByRole('alert')).toContainText(sentence, { timeout: 60_000 })
      await expect(panel.getByRole('button', { name: 'Choose a GGUF file' })).toBeVisible()
    })
  }
})
