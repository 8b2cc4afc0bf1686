import { expect, test } from 'playwright/test'
import { reportOf } from '../report-of.ts'
import { Desk, reload } from './desk.ts'

const chapter = (n: number) => `# Part ${n}\n\n[/Q]What is ${n}?[Q/]\n[/A]It is number ${n}.[A/]\n`
const text = [1, 2, 3, 4].map(chapter).join('\n')

test('a report of a model is shown beside the cards, and what it gets wrong comes more often', async ({
  page
}) => {
  const desk = new Desk(page)
  await desk.open()
  await desk.dropTexts([{ name: 'numbers.md', text }])
  await desk.file('numbers.md').waitFor()
  const report = await reportOf('numbers.md', text, (question) =>
    question.includes('1') ? undefined : 'no idea'
  )
  const wrong = report.cards.filter(({ split, trained }) => split === 'train' && !trained.exact)
  await desk.dropTexts([{ name: 'report.json', text: JSON.stringify(report) }])
  await expect(desk.messages).toContainText(
    'The model was asked 4 cards: 1 right, 0 in part right, 3 wrong.'
  )
  await desk.messages.getByRole('button', { name: 'Show the cards' }).click()

  const lists = page.getByRole('region', { name: 'What was read' })
  await expect(lists.getByText('Model: wrong')).toHaveCount(3)
  await lists.getByRole('combobox', { name: 'Which cards' }).selectOption('The model gets wrong')
  await expect(lists.getByText('What is 1?')).toBeHidden()

  // A test of oneself, of those: what neither knows is a list of its own.
  await lists.getByRole('button', { name: 'Test yourself' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('button', { name: 'Show the answer' }).click()
  const answer = sheet.getByRole('region', { name: 'What the model answered' })
  await expect(answer).toContainText('no idea')
  await expect(answer).toContainText('It said nothing.')
  await sheet.getByRole('button', { name: 'Not yet' }).click()
  await page.keyboard.press('Escape')
  await lists
    .getByRole('combobox', { name: 'Which cards' })
    .selectOption('I and the model get wrong')
  await expect(lists.getByText('Model: wrong')).toHaveCount(1)

  await lists.getByRole('combobox', { name: 'Which cards' }).selectOption('The model gets wrong')
  await lists.getByRole('button', { name: 'Train these more' }).click()
  await expect(desk.messages).toContainText('twice as often as before in the next dataset')
  await desk.saveStatus.getByText('Saved', { exact: true }).waitFor()
  await reload(page)
  await expect(lists.getByText('Model: wrong')).toHaveCount(3)
  await page.goto('/#training')
  const panel = page.getByRole('region', { name: 'What the model answers' })
  await expect(panel.getByRole('row', { name: /^To check with Trained/ })).toBeVisible()
  await expect(panel).toContainText(`Cards that come more often in the dataset: ${wrong.length}.`)
  await panel.getByRole('button', { name: 'Let all come equally often' }).click()
  await expect(panel).not.toContainText('come more often')
  await desk.messages.getByRole('button', { name: 'Undo' }).click()
  await expect(panel).toContainText('come more often')

  await panel.getByLabel('Report of a model').setInputFiles({
    name: 'report.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(report).slice(0, 300))
  })
  await expect(desk.messages).toContainText('report.json was not taken: it is not whole')
})
