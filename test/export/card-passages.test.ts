import { expect, test } from 'vitest'
import { exportDataset, jsonLines, records } from './open-zip.ts'
import { project } from './projects.ts'

const chapter = (name: string) => `# ${name}

First of ${name} comes one equation.

Fourth of ${name} is E = ${name}.

[/Q]What does the fourth equation of ${name} say?[Q/]
[/A]It says what ${name} is worth.[A/]

## Below ${name}

Another chapter of ${name}, which is not its own text.
`
const notes = project([{ path: 'a.md', text: ['Mass', 'Light', 'Heat'].map(chapter).join('\n') }])
const open = (name: string) =>
  `# ${name}\n\nFirst of ${name} comes one equation.\n\nFourth of ${name} is E = ${name}.`

test('a card’s text is what its chapter says, without questions, answers and chapters below', async () => {
  const opened = await exportDataset(notes, { passages: 'prompt' })
  const all = [...records(opened, 'train'), ...records(opened, 'val')]
  expect(all).toContainEqual({
    instruction: 'What does the fourth equation of Light say?',
    input: open('Light'),
    output: 'It says what Light is worth.'
  })
  expect(all).toHaveLength(3)
})

test('both: closed and open records stand on one side each, told apart by their wording', async () => {
  const opened = await exportDataset(notes, { passages: 'both' })
  const train = records(opened, 'train')
  expect(train.map(({ input }) => input)).toEqual(
    expect.arrayContaining(['Light', open('Light')]) as unknown
  )
  const wordings = jsonLines<{ wording: string }>(opened.texts.get('litgpt/train.sources.jsonl'))
  expect(wordings.filter(({ wording }) => wording === 'qa')).toHaveLength(2)
  expect(wordings.filter(({ wording }) => wording === 'qa-passage')).toHaveLength(2)
  expect(records(opened, 'val').map(({ input }) => input)).toHaveLength(2)
})

test('off is as before, and a model that reads no input gets the text in its question', async () => {
  const off = await exportDataset(notes)
  expect(records(off, 'train').every(({ input }) => !input.includes('equation'))).toBe(true)
  const chat = { passages: 'prompt', preset: 'chat', model: 'Qwen/Qwen2.5-0.5B-Instruct' } as const
  const [first] = records(await exportDataset(notes, chat), 'train')
  expect(first?.input).toBe('')
  expect(first?.instruction).toMatch(/^What does the fourth.*\n\n# \w+\n\nFirst/s)
})

test('of a long chapter the text nearest to the card, cut between words', async () => {
  const far = Array.from({ length: 60 }, (_, at) => `Paragraph ${at} is far away.`).join('\n\n')
  const text = `# Long\n\n${far}\n\nThe nearest one.\n\n[/Q]Which?[Q/]\n[/A]That.[A/]\n\n# B\n\n${'word '.repeat(80)}\n\n[/Q]How?[Q/]\n[/A]So.[A/]\n`
  const options = { passages: 'prompt' as const, passageLetters: 100 }
  const opened = await exportDataset(project([{ path: 'a.md', text }]), options)
  const all = [...records(opened, 'train'), ...records(opened, 'val')]
  const of = (question: string) => all.find(({ instruction }) => instruction === question)!.input
  expect(of('Which?')).toMatch(/^Paragraph 5\d is far away\..*The nearest one\.$/s)
  expect(of('Which?').length).toBeLessThan(110)
  expect(of('How?')).toMatch(/word …$/)
})

test('no paragraph of the other side comes in by a passage', async () => {
  const text = (name: string) =>
    `# ${name}\n\nThis stands in both, word for word.\n\nOnly ${name} says this.\n\n[/Q]${name}?[Q/]\n[/A]Of ${name}.[A/]\n`
  const files = ['a', 'b', 'c', 'd'].map((name) => ({ path: `${name}.md`, text: text(name) }))
  const options = { passages: 'prompt', quality: 'off', preset: 'instruct' } as const
  const opened = await exportDataset(project(files, { capture: 'all' }), options)
  const asked = records(opened, 'val').filter(({ instruction }) => instruction.endsWith('?'))
  expect(asked.length).toBeGreaterThan(0)
  for (const { input } of asked) expect(input).not.toContain('stands in both')
})

test('what is read with a card to learn from is not read with one to check with, captured or not', async () => {
  const shared = 'Of all of them it is said that they can be measured in many ways.'
  const own = (name: string) => `Of ${name} alone it is said that it is like nothing else.`
  const part = (name: string, text: string) =>
    `# ${name}\n\n${text}\n\n[/Q]What is ${name}?[Q/] [/A]It is ${name} itself.[A/]`
  // Under every chapter; and in a single chapter, whose cards stand on both sides.
  const names = ['mass', 'light', 'heat', 'sound']
  const many = names.map((name) => part(name, `${shared}\n\n${own(name)}`)).join('\n\n')
  const single = `${part('mass', shared)}\n\n[/Q]What is light?[Q/] [/A]It is light itself.[A/]`
  for (const text of [many, single]) {
    const opened = await exportDataset(project([{ path: 'a.md', text }]), { passages: 'both' })
    const inputs = (side: 'train' | 'val') =>
      records(opened, side)
        .map(({ input }) => input)
        .join('\n')
    expect(inputs('train')).toContain(shared)
    expect(inputs('val')).not.toContain(shared)
    if (text === many) expect(inputs('val')).toContain('it is like nothing else')
  }
})

test('comments of MDX are in no text around a card', async () => {
  const text = ['Mass', 'Light', 'Heat']
    .map((name) => chapter(name).replace('Fourth', '{/* hidden words */} Fourth'))
    .join('\n')
  const opened = await exportDataset(project([{ path: 'a.md', text }]), { passages: 'prompt' })
  expect([...opened.texts.values()].join('\n')).not.toContain('hidden words')
})
