import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Report } from '../../../src/laegna.ts'
import { CardViewer } from '../../../src/state/cards/card-viewer.svelte.ts'
import { ModelAnswers } from '../../../src/state/cards/model-answers.svelte.ts'
import { Exporting } from '../../../src/state/export/exporting.svelte.ts'
import { Notices } from '../../../src/state/page/notices.svelte.ts'
import { View } from '../../../src/state/page/view.svelte.ts'
import { Project } from '../../../src/state/project/project.svelte.ts'
import { Reading } from '../../../src/state/project/reading.svelte.ts'
import { Database } from '../../../src/storage/database.ts'
import { CompileClient } from '../../../src/worker/reader/compile-client.ts'
import { ExportClient } from '../../../src/worker/export/export-client.ts'
import { reportOf } from '../../report-of.ts'

const chapter = (n: number) => `# Part ${n}\n\n[/Q]What is ${n}?[Q/]\n[/A]It is number ${n}.[A/]\n`
const text = [1, 2, 3, 4, 5].map(chapter).join('\n')

let project: Project
let reading: Reading
let notices: Notices
let answers: ModelAnswers
let report: Report
const database = new Database(`test-${crypto.randomUUID()}`)
const [compiler, client] = [new CompileClient(), new ExportClient()]

beforeEach(async () => {
  project = new Project()
  project.id = 'one'
  project.name = 'Numbers'
  notices = new Notices()
  reading = new Reading(compiler, project)
  const told = { exported: () => undefined, learned: () => undefined }
  const exporting = new Exporting({ database, client, project, reading, ...told })
  const view = new View()
  const tools = { project, exporting, notices, view, cards: new CardViewer(view) }
  answers = new ModelAnswers(tools, database)
  project.put([{ path: 'a.md', text }])
  report = await reportOf('a.md', text, (question) =>
    /[2-5]/.test(question) ? 'no idea' : undefined
  )
})
afterEach(() => {
  compiler.stop()
  client.stop()
})

const file = (content: unknown = report) => new Blob([JSON.stringify(content)])
const said = () => notices.list.map(({ text }) => text).join('\n')
const cardOf = (n: number) =>
  reading.compilation.cards.find(({ question }) => question === `What is ${n}?`)!

function press(label: string): void {
  const notice = notices.list.find(({ actions }) => actions.some((one) => one.label === label))!
  notices.press(
    notice,
    notice.actions.find((one) => one.label === label)!
  )
}

test('each card shows what the model answered, also after the page was closed', async () => {
  await answers.open('report.json', file())
  expect(said()).toBe('The model was asked 5 cards: 1 right, 0 in part right, 4 wrong.')
  expect(answers.index?.of(cardOf(2))).toMatchObject([{ trained: { answer: 'no idea' } }])
  expect(answers.index?.isWrong(cardOf(1))).toBe(false)
  answers.report = undefined
  await answers.look()
  expect(answers.report).toEqual(report)
  press('Undo')
  expect(answers.report).toBeUndefined()
  await expect.poll(async () => (await answers.look(), answers.report)).toBeUndefined()
})

test('cards that are not here any more are counted, those that are show their answers', async () => {
  project.put([{ path: 'a.md', text: text.replace('What is 2?', 'What is two?') }])
  await answers.open('report.json', file())
  expect(said()).toBe(
    'The model was asked 5 cards: 1 right, 0 in part right, 4 wrong. 1 of them is not here any more.'
  )
  expect(answers.index?.isWrong(cardOf(3))).toBe(true)
})

test('a report of another project is refused, and the one before stays', async () => {
  await answers.open('report.json', file())
  const other = await reportOf('b.md', chapter(7) + chapter(8), () => 'no', 'Lands')
  await answers.open('other.json', file(other))
  expect(said()).toContain(
    'other.json is about the project Lands: none of its 2 cards is in Numbers. Open the project that the dataset was made of'
  )
  expect(answers.report).toEqual(report)
})

test.each([
  ['cut short', new Blob([JSON.stringify({ format: 'laegna-report' }).slice(0, 12)]), 'not whole'],
  ['something else', new Blob(['{"cards": []}']), 'it is no report of a model'],
  ['huge', { size: 60_000_000 } as Blob, 'must stay below 50 MB']
])('a file that is %s is refused in a sentence', async (_, blob, sentence) => {
  await answers.open('report.json', blob)
  expect(said()).toContain(sentence)
  expect(answers.report).toBeUndefined()
})

test('what it gets wrong comes more often, but for what is checked with; that can be undone', async () => {
  await answers.open('report.json', file())
  answers.trainMore()
  const learned = report.cards.filter(({ split, trained }) => split === 'train' && !trained.exact)
  expect(learned.length).toBeGreaterThan(0)
  expect(project.cardWeights).toEqual(Object.fromEntries(learned.map(({ guid }) => [guid, 2])))
  answers.trainMore([cardOf(1), ...reading.compilation.cards])
  answers.trainMore()
  expect(Object.values(project.cardWeights)).toEqual(learned.map(() => 8))
  answers.trainMore()
  expect(Object.values(project.cardWeights)).toEqual(learned.map(() => 8))
  expect(said()).toContain('8 times already')
  answers.trainAlike()
  expect(project.cardWeights).toEqual({})
  notices.press(notices.list.at(-1)!, notices.list.at(-1)!.actions[0]!)
  expect(Object.values(project.cardWeights)).toEqual(learned.map(() => 8))
})
