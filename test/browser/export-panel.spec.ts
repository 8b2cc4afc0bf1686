import { writeFileSync } from 'node:fs'
import { expect, test } from 'playwright/test'
import { contentOf, Desk, reload } from './desk.ts'

test('a wording is followed letter by letter, and goes into the file', async ({ page }) => {
  const desk = new Desk(page)
  await desk.open()
  await desk.showExport('dataset', 'dataset')
  const result = page.getByRole('region', { name: 'What will come out' })
  await expect(result).toContainText('13 records')
  await expect(result.getByRole('img', { name: /^Length of the records/ })).toBeVisible()
  await page.getByText('Wording of the records').click()
  const instruction = page.getByRole('textbox', { name: 'Cards, instruction' })
  await instruction.fill('Please answer: {question}')
  await expect(result.getByLabel('A card', { exact: true })).toContainText(
    'Please answer: What does the nucleus of a cell keep?'
  )
  await instruction.fill('{querstion}')
  await expect(result).toContainText('unknown placeholder {querstion}')
  await expect(page.getByTestId('download-dataset')).toBeDisabled()
  await instruction.fill('Please answer: {question}')
  await expect(page.getByTestId('download-dataset')).toBeEnabled()

  await page.getByText('Download single files').click()
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download litgpt/train.json' }).click()
  const { name, bytes } = await contentOf(await coming)
  expect(name).toBe('train.json')
  const records = JSON.parse(bytes.toString('utf8')) as { instruction: string }[]
  expect(records).toHaveLength(11)
  expect(records[0]?.instruction).toMatch(/^Please answer: .*cell.*\?$/)
})

test('after the download it is still there to find what is gone, and all cards can be written anew', async ({
  page
}) => {
  const desk = new Desk(page)
  await desk.open()
  const two = '[/Q]One?[Q/] [/A]1[A/]\n\n[/Q]Two?[Q/] [/A]2[A/]\n'
  await desk.dropTexts([{ name: 'numbers.md', text: two }])
  await expect(desk.count('cards')).toHaveText('2 cards')
  await desk.download('anki-package')
  await page.getByRole('button', { name: 'Close', exact: true }).click()
  await desk.editor.fill('[/Q]One?[Q/] [/A]1[A/]')
  await expect(desk.count('cards')).toHaveText('1 card')
  await desk.download('anki-package')
  const sheet = page.getByRole('dialog')
  const gone = sheet.getByText('1 card gone since the export before.')
  await expect(gone).toBeVisible()
  await expect(sheet.getByRole('button', { name: '0 gone' })).toBeVisible()
  await page.getByRole('button', { name: 'Close', exact: true }).click()
  await desk.editor.fill('[/Q]One?[Q/] [/A]1[A/]\n\nMore.')
  await expect(desk.preview).toContainText('More.')
  await desk.showExport('anki', 'anki-package')
  await expect(sheet.getByText('was given to your downloads')).toBeHidden()
  const coming = page.waitForEvent('download')
  await sheet.getByRole('button', { name: 'Download the search' }).click()
  expect((await contentOf(await coming)).bytes.toString()).toMatch(/^"ID:\w{11}"\n$/)
  await sheet.getByRole('button', { name: 'Done' }).click()
  await expect(gone).toBeHidden()

  const anew = sheet.getByText('As you wished, Anki takes all cards anew')
  await sheet.getByRole('button', { name: '1 unchanged' }).click()
  await sheet.getByRole('button', { name: 'Write all cards anew' }).click()
  await expect(anew).toBeVisible()
  await sheet.getByRole('button', { name: 'Undo' }).click()
  await expect(anew).toBeHidden()
})

test('a slow export can be cancelled, and the panel goes on', async ({ page }) => {
  test.slow()
  const desk = new Desk(page)
  await desk.open()
  await desk.dropCards(6_000)
  await expect(desk.count('cards')).toHaveText('6,000 cards', { timeout: 120_000 })
  await desk.showExport('anki', 'anki-package')
  await page.getByTestId('download-anki-package').click()
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByTestId('download-anki-package')).toBeVisible()
  await expect(page.getByText('was given to your downloads')).toBeHidden()
  await expect(page.getByTestId('download-anki-package')).toContainText('6,000 new', {
    timeout: 120_000
  })
  const { bytes } = await desk.download('anki-package')
  expect(bytes.length).toBeGreaterThan(100_000)
})

test('what stands between the titles on a card’s front is chosen, and seen before the download', async ({
  page
}) => {
  const desk = new Desk(page)
  await desk.open()
  const path = test.info().outputPath('bio.md')
  writeFileSync(path, '# Biology\n\n## Cells\n\n[/Q]What is a cell?[Q/] [/A]Life.[A/]\n')
  await desk.drop([path])
  await expect(desk.count('cards')).toHaveText('1 card')
  await desk.showExport('anki', 'anki-json')
  const result = page.getByRole('region', { name: 'What will come out' })
  await expect(result).toContainText('Biology / Cells')
  await page.getByRole('combobox', { name: 'The titles stand as' }).selectOption({
    label: 'Biology › Cells › Nucleus'
  })
  await expect(result).toContainText('Biology › Cells')
  const { bytes } = await desk.download('anki-json')
  expect(bytes.toString()).toContain('"front": "Biology › Cells')

  // A card is shown as the package will have it, here and where cards are looked through.
  await page.getByRole('radio', { name: 'Anki package' }).check()
  await expect(result.getByText('Biology / Cells', { exact: true }).first()).toBeVisible()
  await page.getByLabel('Begin the front with the chapter’s titles').uncheck()
  await page.getByLabel('Write Q: and A: before question and answer').check()
  const sample = result.locator('.sample')
  await expect(sample).toContainText('Q: What is a cell?')
  await expect(sample).not.toContainText('Biology')
  await page.getByRole('button', { name: 'Close', exact: true }).click()
  await reload(page)
  await page.getByRole('button', { name: 'Look through' }).click()
  await expect(page.getByRole('group', { name: /^Question of the card/ })).toContainText(
    'Q: What is a cell?'
  )
})

test('questions without an answer are counted for Anki alone, and the deck stands there', async ({
  page
}) => {
  const desk = new Desk(page)
  await desk.open()
  const text = '# One [/BLOCKREAD/]\n\n[/Q]One?[Q/] [/A]1[A/]\n\n[/Q]Two?[Q/]\n'
  await desk.dropTexts([{ name: 'numbers.md', text }])
  await expect(desk.count('problems')).toHaveText('1 warning')
  await desk.showExport('dataset', 'dataset')
  const result = page.getByRole('region', { name: 'What will come out' })
  const left = result.getByText('1 question without an answer is left out.')
  await expect(result).toContainText('record')
  await expect(left).toBeHidden()
  await desk.showExport('anki', 'anki-package')
  await expect(left).toBeVisible()
  await expect(result.getByRole('button', { name: 'Show problems' })).toBeVisible()

  const deck = page.getByRole('textbox', { name: 'Deck' })
  await deck.fill('Numbers')
  await deck.press('Enter')
  await expect(result.getByText('Numbers', { exact: true }).first()).toBeVisible()
})

test('a project with a name of its own has a deck of that name until cards have gone there', async ({
  page
}) => {
  const desk = new Desk(page)
  await desk.open()
  await desk.dropTexts([{ name: 'biology.md', text: '[/Q]One?[Q/] [/A]1[A/]' }])
  await page.getByTitle('Projects in this browser').getByText('Biology').waitFor()
  const deck = page.getByRole('textbox', { name: 'Deck' })
  const tags = page.getByRole('textbox', { name: 'Tags on every card' })
  const rename = async (name: string) => {
    await page.getByRole('button', { name: 'Rename the project' }).click()
    await page.getByRole('textbox', { name: 'Name of the project' }).fill(name)
    await page.keyboard.press('Enter')
    await desk.showExport('anki', 'anki-package')
  }
  await rename('Biology 9')
  await expect(deck).toHaveValue('Biology 9')
  await expect(tags).toHaveValue('laegna')
  await desk.download('anki-package')
  await page.getByText('was given to your downloads').waitFor()
  await page.keyboard.press('Escape')
  await rename('Biology 10')
  await expect(deck).toHaveValue('Biology 9')
  await page.getByRole('button', { name: 'Use Biology 10, tags laegna' }).click()
  await expect(deck).toHaveValue('Biology 10')
  await page.getByRole('button', { name: 'Use LaegnaAITraining, tags qa markdown laegna' }).click()
  await expect(deck).toHaveValue('LaegnaAITraining')
  await expect(tags).toHaveValue('qa markdown laegna')
})

test('on a phone a list of cards takes the height there is', async ({ page }) => {
  const desk = new Desk(page)
  await desk.open()
  await desk.dropCards(40)
  await expect(desk.count('cards')).toHaveText('40 cards')
  await page.setViewportSize({ width: 390, height: 844 })
  await desk.showExport('anki', 'anki-package')
  await page.getByRole('button', { name: '40 new', exact: true }).click()
  const list = page.getByRole('list', { name: 'Cards' })
  await expect.poll(async () => (await list.boundingBox())?.height).toBeGreaterThan(500)
  const button = page.getByTestId('download-anki-package')
  expect(await button.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0)
})

test('a dataset of text without tags is one press away, and files that give nothing are named', async ({
  page
}) => {
  const desk = new Desk(page)
  await desk.open()
  await desk.dropTexts([{ name: 'plain.md', text: '# One\n\nFirst.\n\n# Two\n\nSecond.\n' }])
  await expect(desk.file('plain.md')).toBeVisible()
  await desk.showExport('dataset', 'dataset')
  const result = page.getByRole('region', { name: 'What will come out' })
  await expect(result).toContainText('Nothing goes into the dataset yet')
  await result.getByRole('button', { name: 'Put everything into the dataset' }).click()
  await expect(result).toContainText('3 records')
  await expect(page.getByTestId('download-dataset')).toBeEnabled()

  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Settings of this project' }).click()
  await page.getByLabel('Chapters that are marked').check()
  await page.keyboard.press('Escape')
  await desk.dropTexts([
    {
      name: 'tagged.md',
      text: '# Three [/BLOCKREAD/]\n\nThird.\n\n# Four [/BLOCKREAD/]\n\nFourth.\n'
    }
  ])
  await expect(desk.count('blocks')).toHaveText('4 blocks')
  await desk.showExport('dataset', 'dataset')
  await expect(result).toContainText('plain.md holds no tag, so it gives nothing')
})
