import JSZip from 'jszip'
import { readFileSync } from 'node:fs'
import { expect, test } from 'playwright/test'
import { Desk, reload } from './desk.ts'

/** Opens the Training page of the example. */
async function open(desk: Desk): Promise<void> {
  await desk.open()
  await desk.page.goto('/#training')
  await desk.page.getByRole('heading', { name: /Train a model on/ }).waitFor()
}

test('each number says on focus where it comes from', async ({ page }) => {
  await open(new Desk(page))
  const numbers = page.locator('dl').filter({ hasText: 'Warm-up' })
  expect(await numbers.getByRole('button').count()).toBe(await numbers.getByRole('term').count())
  const button = numbers.locator('dt:text-is("Steps") + dd button')
  await button.focus()
  const said = page.getByRole('tooltip').filter({ visible: true })
  await expect(said).toContainText('11 records in')
  await page.keyboard.press('Escape')
  await expect(said).toHaveCount(0)
  await button.blur()
  await button.hover()
  await expect(said).toContainText('The model changes once a step')
})

test('what cannot work is said before the download', async ({ page }) => {
  await open(new Desk(page))
  await page.getByRole('radio', { name: /^QLoRA/ }).check()
  await page.getByRole('radio', { name: /^No graphics card/ }).check()
  const warnings = page.getByRole('list', { name: 'Warnings' })
  await expect(warnings).toContainText('Cannot work. QLoRA needs an NVIDIA graphics card')
  await page.getByRole('radio', { name: /^One graphics card/ }).check()
  await expect(warnings).not.toContainText('Cannot work')
})

test('an emptied field goes back to what is proposed, and shows it', async ({ page }) => {
  await open(new Desk(page))
  for (const [field, own] of [
    [page.getByRole('combobox', { name: /^Model/ }), 'EleutherAI/pythia-70m'],
    [page.getByRole('spinbutton', { name: 'Epochs' }), '17']
  ] as const) {
    const proposed = await field.inputValue()
    await field.fill(own)
    await page.keyboard.press('Tab')
    await expect(field).toHaveValue(own)
    await field.fill('')
    await page.keyboard.press('Tab')
    await expect(field).toHaveValue(proposed)
  }
})

test('machines: the commands are those for torchrun and for SLURM', async ({ page }) => {
  await open(new Desk(page))
  await page.getByRole('radio', { name: /^Several machines/ }).check()
  await page.getByRole('spinbutton', { name: 'Machines' }).fill('3')
  await page.keyboard.press('Tab')
  await expect(page.getByLabel(/^Commands: .*torchrun/)).toContainText('torchrun --nnodes 3')
  await page.getByRole('radio', { name: /^A cluster/ }).check()
  await expect(page.getByLabel(/^Commands: .*SLURM/)).toContainText('srun --nodes 3')
})

test('several machines on Windows: the page says why there is nothing to type', async ({
  page
}) => {
  await open(new Desk(page))
  await page.getByRole('radio', { name: /^Several machines/ }).check()
  await expect(page.getByLabel('Graphics cards in each machine')).toHaveValue('1')
  await page.getByRole('radio', { name: 'Windows' }).check()
  const warnings = page.getByRole('list', { name: 'Warnings' })
  await expect(warnings).toContainText(
    'Cannot work. On Windows graphics cards cannot train together'
  )
  await expect(page.getByLabel(/^Commands: /)).toHaveCount(0)
  await expect(page.getByRole('region', { name: /on Windows$/ })).toContainText('choose Linux here')
})

test('a template changes the samples while it is written, and the dataset', async ({ page }) => {
  const desk = new Desk(page)
  await open(desk)
  const samples = page.getByRole('region', { name: 'Records as the model reads them' })
  await expect(samples).toContainText('### Instruction:\nQ: What does the nucleus of a cell keep?')
  await page.getByText('Wording of the records').click()
  await page.getByRole('textbox', { name: 'Cards, instruction' }).fill('Tell me: {question}')
  await expect(samples).toContainText(
    '### Instruction:\nTell me: What does the nucleus of a cell keep?'
  )
  await page.getByRole('textbox', { name: 'Cards, input' }).fill('{contxt}')
  await expect(samples.getByRole('alert')).toContainText('unknown placeholder {contxt}')
  await page.getByRole('textbox', { name: 'Cards, input' }).fill('')
  await expect(samples.getByRole('alert')).toHaveCount(0)

  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: /^Download the dataset/ }).click()
  const zip = await JSZip.loadAsync(readFileSync(await (await coming).path()))
  const name = Object.keys(zip.files).find((path) => path.endsWith('litgpt/train.json'))!
  expect(await zip.file(name)!.async('string')).toContain(
    'Tell me: What does the nucleus of a cell keep?'
  )
})

test('a wording that cannot be read is mended where it is refused, on a later visit too', async ({
  page
}) => {
  await open(new Desk(page))
  await page.getByText('Wording of the records').click()
  const input = page.getByRole('textbox', { name: 'Cards, input' })
  await input.fill('{contxt}')
  await expect(page.getByRole('alert').first()).toContainText('unknown placeholder {contxt}')
  await reload(page)
  await expect(page.getByText('unknown placeholder {contxt}')).toBeVisible()
  await page.getByText('Wording of the records').click()
  await page.getByRole('button', { name: 'Use the words of the preset again' }).click()
  await expect(page.getByRole('heading', { name: /Train a model on/ })).toBeVisible()
})

test('tokens are exact once the tokenizer of the model is chosen or dropped', async ({ page }) => {
  const desk = new Desk(page)
  await open(desk)
  await expect(page.getByText('Tokens, about')).toBeVisible()
  const model = {
    type: 'WordPiece',
    unk_token: '[UNK]',
    continuing_subword_prefix: '##',
    max_input_chars_per_word: 100,
    vocab: { '[UNK]': 0, a: 1 }
  }
  const json = JSON.stringify({
    version: '1.0',
    added_tokens: [],
    normalizer: null,
    pre_tokenizer: { type: 'WhitespaceSplit' },
    post_processor: null,
    decoder: null,
    model
  })
  const file = { name: 'tokenizer.json', mimeType: 'application/json', buffer: Buffer.from(json) }
  await page.getByLabel(/^Estimated/).setInputFiles(file)
  await expect(page.getByRole('group', { name: 'Tokens' })).toContainText('Counted with')
  await expect(page.getByText('Tokens, about')).toHaveCount(0)
  await page.getByRole('button', { name: 'Estimate again' }).click()
  await expect(page.getByText('Tokens, about')).toBeVisible()
  await desk.dropTexts([{ name: 'tokenizer.json', text: '{}' }])
  await expect(desk.messages).toContainText('tokenizer.json is no tokenizer')
  await expect(page.getByText('Tokens, about')).toBeVisible()
  await desk.dropTexts([{ name: 'tokenizer.json', text: json }])
  await expect(page.getByRole('group', { name: 'Tokens' })).toContainText('Counted with')
})

test('the trainers that are chosen get their files', async ({ page }) => {
  const desk = new Desk(page)
  await open(desk)
  await page.getByText('Trainers: LitGPT, TRL').click()
  await page.getByRole('checkbox', { name: /^MLX-LM/ }).check()
  await page.getByRole('checkbox', { name: /^Axolotl/ }).uncheck()
  await expect(page.getByText(/^Trainers: LitGPT/)).not.toContainText('Axolotl')
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: /^Download the dataset/ }).click()
  const zip = await JSZip.loadAsync(readFileSync(await (await downloading).path()))
  const paths = Object.keys(zip.files).map((path) => path.replace(/^[^/]*\//, ''))
  expect(paths).toContain('mlx/lora.yaml')
  expect(paths).not.toContain('axolotl.yaml')
})

test('models stand beside each other, are searched, and any other name is taken', async ({
  page
}) => {
  const desk = new Desk(page)
  await open(desk)
  const compare = page.getByRole('button', { name: 'Compare models' })
  const model = page.getByRole('combobox', { name: /^Model/ })
  const search = page.getByRole('textbox', { name: /^Search, or any other name/ })
  await compare.click()
  await search.fill('pythia mem')
  await expect(page.getByText('No known model fits.')).toBeVisible()
  await search.fill('pythia-70m')
  const row = page.getByRole('row', { name: /pythia-70m/ })
  await expect(row).toContainText('GB')
  await expect(row).toContainText('Apache-2.0')
  await row.getByRole('button').click()
  await expect(model).toHaveValue('EleutherAI/pythia-70m')
  await compare.click()
  await search.fill('someone/their-model')
  await page.getByRole('button', { name: 'Take “someone/their-model”' }).click()
  await expect(model).toHaveValue('someone/their-model')
})
