import { expect, test, type Page } from 'playwright/test'
import { openPackage } from '../export/open-package.ts'
import { Desk } from './desk.ts'

const good = ['flowchart LR', '  accTitle: From A to B', '  A[Über <b>x</b>] --> B{{b}}']
const broken = ['flowchart LR', '  A --> B', '  B --> [']

const endless = ['block-beta', '  columns 1', '  space:100000000', '  a']
const fence = (lines: string[]) => ['```mermaid', ...lines, '```'].join('\n')
const card = (question: string, ...lines: string[]) =>
  `[/Q]${question}[Q/]\n[/A]\n${fence(lines)}\n[A/]\n`
const text = `# Ways\n\n${card('Which way?', ...good)}\n${card('Whither?', ...broken)}\n`
const said = '1 diagram stays code, in notes.md: Mermaid cannot read its line 3, “B --> [”.'
const acting =
  /<(?:script|foreignObject|iframe|image|animate)|<[^>]*\s(?:on\w+|href)=|@import|url\(["']?http/i

async function openWith(page: Page, markdown: string): Promise<Desk> {
  const desk = new Desk(page)
  await desk.open()
  await desk.dropTexts([{ name: 'notes.md', text: markdown }])
  await expect(desk.file('notes.md')).toBeVisible()
  return desk
}

/** How wide a picture is where it stands alone. */
function sizeOf(page: Page, svg: string): Promise<number> {
  return page.evaluate(
    async (source) => {
      const image = new Image()
      image.src = source
      await image.decode()
      return image.naturalWidth
    },
    `data:image/svg+xml,${encodeURIComponent(svg)}`
  )
}

test('diagrams on cards go into the package as pictures, once and for all', async ({ page }) => {
  const desk = await openWith(page, text)
  const { bytes } = await desk.download('anki-package')
  await expect(page.getByText(said)).toBeVisible()
  const { notes, media } = await openPackage(bytes)
  const [way, whither] = notes.filter(({ fields }) => /Which way|Whither/.test(fields[0]!))
  const name = /^<div class="diagram"><img src="([^"]+)" alt="From A to B"><\/div>$/.exec(
    way!.fields[1]!
  )?.[1]
  expect(name).toMatch(/^laegna-diagram-[\da-f]{20}\.svg$/)
  expect(whither!.fields[1]).toContain('<pre><code class="language-mermaid">flowchart LR')
  expect([...media.keys()]).toEqual([name])
  const svg = new TextDecoder().decode(media.get(name!))
  expect(svg).toContain('Über')
  expect(svg).not.toMatch(acting)
  expect(await sizeOf(page, svg)).toBeGreaterThan(100)

  await test.step('what is exported again is the same', async () => {
    const known = page.getByRole('group', { name: 'Against the last export' })
    await expect(known).toContainText('0 changed')
    const again = await openPackage((await desk.download('anki-package')).bytes)
    expect(again.notes.map(({ guid, mod }) => [guid, mod])).toEqual(
      notes.map(({ guid, mod }) => [guid, mod])
    )
    expect([...again.media]).toEqual([...media])
  })
})

test('one that never ends is stopped, and so is the export when it is cancelled', async ({
  page
}) => {
  const desk = await openWith(page, `# Ways\n\n${card('Ever?', ...endless)}\n${text}`)
  await desk.showExport('anki', 'anki-package')
  const download = page.getByTestId('download-anki-package')
  await download.click()
  await expect(page.getByRole('progressbar', { name: 'Writing the deck' })).toBeVisible()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(download).toBeEnabled()
  await expect(page.getByText('was given to your downloads')).toBeHidden()
  const { notes, media } = await openPackage((await desk.download('anki-package')).bytes)
  expect(notes.find(({ fields }) => fields[0] === 'Ever?')!.fields[1]).toContain('space:100000000')
  expect(media.size).toBe(1)
  await expect(
    page.getByText('2 diagrams stay code, the first in notes.md: it takes too long.')
  ).toBeVisible()
})

test('without what draws them they are code, and pictures once it is there', async ({ page }) => {
  const library = '**/mermaid*.js'
  await page.route(library, (route) => route.abort())
  const desk = await openWith(page, `# Ways\n\n${card('Which way?', ...good)}`)
  const field = async () => {
    const { notes } = await openPackage((await desk.download('anki-package')).bytes)
    return notes.find(({ fields }) => fields[0] === 'Which way?')!.fields[1]
  }
  expect(await field()).toContain('language-mermaid')
  await expect(
    page.getByText('1 diagram stays code: what draws them could not be loaded.')
  ).toBeVisible()
  await expect(page.getByRole('group', { name: 'Against the last export' })).toContainText(
    '1 changed'
  )
  await page.unroute(library)
  expect(await field()).toContain('<img src="laegna-diagram-')
  await expect(page.getByText('stays code')).toBeHidden()
})

test('files without media hold the pictures in themselves', async ({ page }) => {
  const desk = await openWith(page, text)
  const picture = /<div class="diagram"><img src=\\?"data:image\/svg\+xml;base64,[\w+/=]+\\?" alt=/
  for (const exporter of ['anki-text', 'anki-json']) {
    const file = (await desk.download(exporter)).bytes.toString()
    expect(file.replaceAll('""', '"').replaceAll('\\"', '"')).toMatch(picture)
    expect(file).toContain('language-mermaid')
    await expect(page.getByText(said)).toBeVisible()
  }
})

test('the saved page shows them by itself', async ({ page, context }) => {
  const desk = await openWith(page, text)
  const { bytes } = await desk.download('html')
  await expect(page.getByText(said)).toBeVisible()
  const saved = await context.newPage()
  await saved.setContent(bytes.toString())
  const picture = saved.getByRole('img', { name: 'From A to B' })
  await expect(picture).toBeVisible()
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(
    100
  )
  await expect(saved.getByText('flowchart LR')).toHaveCount(1)
  await expect(saved.getByText('B --> [')).toBeVisible()
})

test('in the cards here, too', async ({ page }) => {
  const desk = await openWith(page, text)
  await desk.showExport('anki', 'anki-package')
  await page.getByText('Which way?').first().scrollIntoViewIfNeeded()
  await expect(page.getByRole('dialog').getByRole('img', { name: 'From A to B' })).toBeVisible()
})
