import JSZip from 'jszip'
import { expect, test } from 'playwright/test'
import { Desk, documentPath, reload } from './desk.ts'

const documents = ['cells.md', 'french.txt', 'http-basics.markdown']

test('the first visit shows the example, rendered, with its counts', async ({ page }) => {
  const desk = new Desk(page)
  await desk.open()
  await expect(desk.preview.getByRole('heading', { level: 1 })).toContainText('Cells')
  await expect(desk.count('cards')).toHaveText('3 cards')
  await expect(desk.count('problems')).toHaveText('0 problems')
})

test('a door of the first visit leads to the original example', async ({ page }) => {
  const desk = new Desk(page)
  await desk.open()
  await page.getByRole('button', { name: 'The original example' }).click()
  await expect(desk.preview.getByRole('heading', { level: 1 })).toContainText(
    'Laegna AI Training Overview'
  )
  await expect(desk.count('blocks')).toHaveText('8 blocks')
  await expect(desk.count('chapters')).toHaveText('2 chapters')
  await expect(desk.count('cards')).toHaveText('3 cards')
  await expect(desk.count('problems')).toHaveText('0 problems')
  await desk.showExport('anki', 'anki-package')
  await expect(page.getByRole('textbox', { name: 'Deck' })).toHaveValue('LaegnaAITraining')
})

test('who wants a dataset finds all of their documents in it', async ({ page }) => {
  const desk = new Desk(page)
  await desk.open()
  await page.getByRole('button', { name: 'A dataset from my documents' }).click()
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose files' }).click()
  const text = '# Cells\n\nThe smallest unit of life.\n'
  await (
    await choosing
  ).setFiles({ name: 'cells.md', mimeType: 'text/markdown', buffer: Buffer.from(text) })
  await expect(desk.count('blocks')).toHaveText('2 blocks')
  await expect(desk.count('chapters')).toHaveText('1 chapter')
  await page.keyboard.press('Control+Shift+X')
  await expect(page.getByTestId('download-dataset')).toBeVisible()
})

test('from three dropped files to a deck and a dataset', async ({ page }) => {
  const desk = new Desk(page)
  await desk.open()

  await desk.drop(documents.map(documentPath))
  await expect(desk.count('blocks')).toHaveText('11 blocks')
  await expect(desk.count('chapters')).toHaveText('2 chapters')
  await expect(desk.count('cards')).toHaveText('8 cards')
  await expect(desk.count('problems')).toHaveText('1 mistake, 1 warning')

  await test.step('a problem leads to its place, and goes when it is mended', async () => {
    await desk.count('problems').click()
    const problem = page.getByRole('button', { name: /\[\/A\] is never closed.*cells\.md:23/ })
    await problem.click()
    await expect(desk.editor).toBeFocused()
    await desk.editor.getByText('burns in the mitochondrion.').click()
    // The line is broken over two on the screen: once to the end of each.
    await page.keyboard.press('End')
    await page.keyboard.press('End')
    await page.keyboard.type('[A/]')
    await expect(desk.count('problems')).toHaveText('0 problems')
    await expect(problem).toBeHidden()
    await expect(desk.count('cards')).toHaveText('9 cards')
  })

  await test.step('everything is there after a reload', async () => {
    await expect(desk.saveStatus).toHaveText('Saved')
    await reload(page)
    await expect(desk.count('cards')).toHaveText('9 cards')
    await expect(desk.editor).toContainText('burns in the mitochondrion.[A/]')
    for (const name of documents) await expect(desk.file(name)).toBeVisible()
  })

  await test.step('anki_cards.json holds every card', async () => {
    const { name, bytes } = await desk.download('anki-json')
    expect(name).toBe('anki_cards.json')
    const cards = JSON.parse(bytes.toString('utf8')) as Record<string, string>[]
    expect(cards).toHaveLength(9)
    expect(cards[0]).toMatchObject({
      deck: 'Cells',
      front: 'Cells\n\nQ: What is a cell?',
      back: 'A: The smallest unit that is alive by itself.',
      file_id: 'cells',
      line: 11
    })
    expect(cards.map(({ question }) => question)).toContain('`404`')
  })

  await test.step('anki_cards.txt has its header and a full row for each card', async () => {
    const { name, bytes } = await desk.download('anki-text')
    expect(name).toBe('anki_cards.txt')
    const text = bytes.toString('utf8')
    expect(text.split('\n').slice(0, 7)).toEqual([
      '#separator:tab',
      '#html:true',
      '#if matches:update current',
      '#notetype:Basic',
      '#deck column:1',
      '#tags column:4',
      '#guid column:5'
    ])
    const rows = [...text.matchAll(/^"(?:[^"]|"")*"(?:\t"(?:[^"]|"")*"){4}$/gm)]
    expect(rows).toHaveLength(9)
    expect(text).toContain('<em>nucleus</em>')
  })

  await test.step('the zip holds a dataset that LitGPT can read', async () => {
    const { name, bytes } = await desk.download('dataset')
    expect(name).toMatch(/-dataset\.zip$/)
    const zip = await JSZip.loadAsync(bytes)
    const folder = name.replace(/\.zip$/, '')
    const read = (path: string) => zip.file(`${folder}/${path}`)?.async('string') ?? ''
    const [train, validation] = await Promise.all(
      ['litgpt/train.json', 'litgpt/val.json'].map(
        async (path) => JSON.parse(await read(path)) as Record<string, string>[]
      )
    )
    expect([...train!, ...validation!]).toHaveLength(11 + 2 + 9)
    expect(validation!.length).toBeGreaterThan(0)
    for (const record of train!) {
      expect(Object.keys(record)).toEqual(['instruction', 'input', 'output'])
    }
    expect(await read('litgpt/training_corpus.txt')).toMatch(
      /^Q: .*What is a cell\?\nA: The smallest/
    )
    expect(await read('train.sh')).toContain('finetune')
    for (const path of ['README.md', 'manifest.json', 'requirements.txt', 'train.ps1']) {
      expect(await read(path), path).not.toBe('')
    }
    expect(JSON.parse(await read('anki/anki_cards.json'))).toHaveLength(9)
  })
})

test('the same project gives the same bytes', async ({ page }) => {
  const desk = new Desk(page)
  await desk.open()
  await expect(desk.count('cards')).toHaveText('3 cards')
  for (const exporter of ['anki-json', 'anki-text', 'dataset']) {
    const first = await desk.download(exporter)
    const second = await desk.download(exporter)
    expect(first.bytes.equals(second.bytes), exporter).toBe(true)
  }
})

test('an option of an export is used, and still there on the next visit', async ({ page }) => {
  const desk = new Desk(page)
  await desk.open()
  for (const visit of ['first', 'second']) {
    await desk.showExport('anki', 'anki-text')
    const noteType = page.getByLabel('Note type')
    if (visit === 'first') await noteType.fill('Einfach')
    await expect(noteType).toHaveValue('Einfach')
    const { bytes } = await desk.download('anki-text')
    expect(bytes.toString('utf8')).toContain('#notetype:Einfach\n')
    await reload(page)
  }
})

test('deck and tags show in the settings as the cards get them', async ({ page }) => {
  const desk = new Desk(page)
  await desk.open()
  await page.getByRole('button', { name: 'Settings of this project' }).click()
  for (const [name, typed, used] of [
    ['Deck', ' Biology::  Cells:: ', 'Biology::Cells'],
    ['Deck', 'Biology:: Cells', 'Biology::Cells'],
    ['Tags on every card', 'exam; cells,exam', 'exam cells']
  ] as const) {
    const field = page.getByLabel(name, { exact: true })
    await field.fill(typed)
    await page.keyboard.press('Tab')
    await expect(field).toHaveValue(used)
  }
  await page.keyboard.press('Escape')
  const { bytes } = await desk.download('anki-text')
  expect(bytes.toString()).toContain('\n"Biology::Cells"\t')
  expect(bytes.toString()).toContain('\t"exam cells"\t')
})

test('the help panel opens the guide', async ({ page }) => {
  const desk = new Desk(page)
  await desk.open()
  await page.getByRole('button', { name: 'Help', exact: true }).click()
  const help = page.getByRole('dialog', { name: 'Help' })
  await expect(help.getByRole('heading', { name: 'Common mistakes' })).toBeAttached()
  await expect(help.getByText('[/Q]What is the smallest unit of life?[Q/]')).toBeVisible()
})
