import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DatasetItem } from '../../src/export/dataset/items/item.ts'
import { datasetStats } from '../../src/export/dataset/zip/dataset-stats.ts'
import { ExportError } from '../../src/export/contract.ts'
import { exportDataset, jsonLines, type OpenedDataset, records } from './open-zip.ts'
import { project } from './projects.ts'

/*
 * What is trained on must not be what is checked with. All that has a side is read back from the zip
 * and cut at its blank lines, which is finer than Markdown's own paragraphs.
 */

interface Message {
  role: string
  content: string
}

/** Stretches between blank lines that hold a word, the titles left out: those are told as context. */
function paragraphs(texts: string[]): Set<string> {
  const all = texts.flatMap((text) => text.split(/\n\s*\n/)).flatMap((part) => part.split(/^#.*$/m))
  return new Set(all.map((part) => part.trim().toLowerCase()).filter((part) => /\w/.test(part)))
}

function isShort(answer: string): boolean {
  return answer.replace(/[^a-z\d]/gi, '').length < 40
}

function side(opened: OpenedDataset, split: 'train' | 'validation'): Set<string> {
  const { texts } = opened
  const items = [...texts].flatMap(([path, text]) =>
    path.startsWith('items/') ? jsonLines<DatasetItem>(text) : []
  )
  const own = items.filter((item) => item.split === split)
  const answers = jsonLines<{ messages: Message[] }>(texts.get(`chat/${split}.jsonl`))
  const short = split === 'train' ? 'train' : 'val'
  const rows = jsonLines<{ wording: string }>(texts.get(`litgpt/${short}.sources.jsonl`))
  // Who is asked for a title answers with one, and a few words answer many cards.
  const isSaid = (text: string, at: number) =>
    rows[at]!.wording !== 'name' && !(/^(?:qa|gap)/.test(rows[at]!.wording) && isShort(text))
  const text = texts.get(`litgpt/text/${short}/${short}.txt`) ?? ''
  return paragraphs([
    ...own.flatMap(({ question, answer, content }) => [
      question,
      isShort(answer) ? '' : answer,
      content
    ]),
    ...records(opened, short)
      .map(({ output }) => output)
      .filter(isSaid),
    ...answers.map(({ messages }) => messages[1]!.content).filter(isSaid),
    // Of a card's two lines each counts.
    text
      .replace(/^A: (.*)$/gm, (_, answer: string) => (isShort(answer) ? '\n\n' : `\n\n${answer}`))
      .replace(/^Q: /gm, '\n\n')
  ])
}

function onBothSides(opened: OpenedDataset): string[] {
  const train = side(opened, 'train')
  return [...side(opened, 'validation')].filter((paragraph) => train.has(paragraph))
}

const code = '```python\nimport numpy as np\n\nprint(np.pi)\n```'
const chapters = (count: number, more: (at: number) => string = () => '') =>
  Array.from(
    { length: count },
    (_, at) => `# Part ${at}\n\nThis is said of number ${at ** 3 + 7}.\n\n${more(at)}\n`
  ).join('\n')
const all = { capture: 'all' } as const

describe('no paragraph stands on both sides', () => {
  test.each<[string, string]>([
    ['the same code under two chapters', chapters(12, (at) => (at % 5 === 0 ? code : ''))],
    ['the same code under every chapter', chapters(12, () => code)],
    ['a licence under every chapter', chapters(30, () => 'Licensed under CC BY 4.0.')],
    ['with other marks and case', chapters(12, (at) => ['*All* rights.', 'all  rights'][at % 2]!)],
    ['in a quote and out of it', chapters(12, (at) => `${at % 2 ? '> ' : ''}Repeated words.`)],
    [
      'long answers',
      chapters(
        20,
        (at) =>
          `[/Q]Is ${at} even?[Q/] [/A]${at % 2 ? 'No, it is not' : 'Yes, it is'}, as everybody can see who halves it.[A/]`
      )
    ],
    ['two chapters only', chapters(2, () => code)]
  ])('%s', async (_, text) => {
    for (const seed of [1, 2, 3, 4, 5]) {
      // Short texts would be left out for their shortness.
      const whole = { quality: 'off' } as const
      const opened = await exportDataset(project([{ path: 'a.md', text }], all), whole, seed)
      expect(onBothSides(opened)).toEqual([])
      expect(records(opened, 'val').length).toBeGreaterThan(0)
    }
  })

  test('what goes with the block after it goes to the side of that', async () => {
    const parts = Array.from(
      { length: 9 },
      (_, at) =>
        `What part ${at} of a whole is, goes by this:\n\nIts size, as far as anybody ever measured, is\n\n$$\nx_${at} = ${at ** 3 + 7}\n$$\n\nwhere it ends at ${at}, not far from where it began.`
    )
    const input = project([{ path: 'a.md', text: parts.join('\n\n') }], all)
    for (const seed of [1, 2, 3]) {
      const opened = await exportDataset(input, {}, seed)
      expect(onBothSides(opened)).toEqual([])
      expect(records(opened, 'val').length).toBeGreaterThan(0)
    }
  })

  const word = fc.constantFrom('red', 'green', 'blue', 'one', 'two', 'three', 'four', 'five')
  const sentence = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '))
  const block = fc.oneof(
    sentence,
    sentence.map((text) => `- ${text}\n- more`),
    sentence.map((text) => `> ${text}`),
    sentence.map((text) => `\`\`\`\n${text}\n\n${text} too\n\`\`\``),
    fc.tuple(sentence, sentence).map(([q, a]) => `[/Q]${q}?[Q/] [/A]${a}[A/]`)
  )
  const chapter = fc.record({
    level: fc.integer({ min: 1, max: 3 }),
    title: sentence,
    readers: fc.constantFrom('', '\n\n[/BLOCKREAD/]', '\n\n[/CHAPTREEREAD/]'),
    blocks: fc.array(block, { maxLength: 4 })
  })
  const file = fc
    .array(chapter, { minLength: 1, maxLength: 8 })
    .map((some) =>
      some.map(({ level, title, readers, blocks }) =>
        [`${'#'.repeat(level)} ${title}${readers}`, ...blocks].join('\n\n')
      )
    )
    .map((some) => some.join('\n\n'))
  const settings = fc.record({
    capture: fc.constantFrom('tagged' as const, 'all' as const),
    chapterContent: fc.constantFrom('region' as const, 'own' as const),
    questionsInContent: fc.boolean()
  })

  const wishes = fc.record({
    preset: fc.constantFrom('instruct' as const, 'study' as const, 'seed' as const),
    quality: fc.constantFrom('auto' as const, 'off' as const)
  })

  test('in any project where nothing is marked', async () => {
    let sound = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(file, { minLength: 1, maxLength: 3 }),
        settings,
        wishes,
        fc.nat(),
        async (texts, chosen, wish, seed) => {
          const files = texts.map((text, at) => ({ path: `f${at}.md`, text }))
          let opened: OpenedDataset
          try {
            opened = await exportDataset(project(files, chosen), wish, seed)
          } catch (error) {
            expect(error).toBeInstanceOf(ExportError)
            return
          }
          const { split } = JSON.parse(opened.texts.get('manifest.json')!) as {
            split: { on_both_sides: number }
          }
          expect([split.on_both_sides, onBothSides(opened)]).toEqual([0, []])
          sound++
        }
      ),
      { numRuns: 150 }
    )
    expect(sound).toBeGreaterThan(75)
  })
})

test('answers of a word may come on both sides, and no card goes for that', async () => {
  for (const answers of [['Yes'], ['True', 'False'], ['是', '不是']]) {
    const cards = Array.from(
      { length: 20 },
      (_, at) => `[/Q]Is ${at ** 3} one of them?[Q/] [/A]${answers[at % answers.length]!}[A/]`
    )
    const opened = await exportDataset(project([{ path: 'a.md', text: cards.join('\n\n') }]))
    expect(records(opened, 'train').length + records(opened, 'val').length).toBe(20)
  }
})

test('of a title and one paragraph, the title is learned without the paragraph that is checked with', async () => {
  const text = '# Red\n\n- red\n- more\n'
  for (const seed of [0, 1, 2]) {
    const opened = await exportDataset(project([{ path: 'a.md', text }], all), {}, seed)
    expect(opened.texts.get('README.md')).toMatch(/no paragraph stands on both sides/)
  }
})

test('where both sides would say the same and nothing else, it is said what to do', async () => {
  const file = (path: string, mark: string) => ({
    path,
    text: `# ${path}\n\n${mark}Same words.${mark}\n`
  })
  const input = project([file('a.md', ''), file('b.md', '*')], all)
  await expect(exportDataset(input, { quality: 'off' })).rejects.toThrow(
    /take out what is there twice/
  )
  const marked = await exportDataset(input, { quality: 'off', validationFiles: ['b.md'] })
  expect(marked.texts.get('README.md')).toMatch(/1 paragraph stands both/)
})

test('files that the author marked are checked with as they are, and what they repeat is counted', async () => {
  const files = [
    { path: 'a.md', text: chapters(5, () => code) },
    { path: 'b.md', text: `# Exam\n\nOnly here.\n\n${code}\n` }
  ]
  const marked = { validationFiles: ['b.md'], nearDuplicates: true }
  const input = project(files, all)
  const opened = await exportDataset(input, marked)
  expect(onBothSides(opened)).not.toEqual([])
  const said = /2 paragraphs stand both in what is learned and in what is checked with/
  expect(opened.texts.get('README.md')).toMatch(said)
  expect(opened.notes.join('\n')).toMatch(said)
  expect(await datasetStats(input, marked)).toMatchObject({ onBothSides: 2 })
})

test('what to check with is more than a heading, however the hashes fall', async () => {
  const text = '# A\n\nOne thing.\n\n## B\n\n## C\n\nAnother matter.\n\n# D\n\n# E\n\nA third.\n'
  for (let seed = 0; seed < 40; seed++) {
    const opened = await exportDataset(project([{ path: 'a.md', text }], all), {}, seed)
    for (const short of ['train', 'val'] as const) {
      const outputs = records(opened, short).map(({ output }) => output)
      expect(outputs.some((output) => /^[^#\n]/m.test(output))).toBe(true)
    }
  }
})

test('a card under two headings is learned once, and the other counted', async () => {
  const card = '[/Q]What is a cell?[Q/] [/A]The unit of life.[A/]\n\n'
  const other = (at: number) => `[/Q]What is ${at}?[Q/] [/A]It is ${at ** 3}.[A/]\n\n`
  const text = `# One\n\n${card}${other(1)}# Two\n\n${card}${other(2)}# Three\n\n${other(3)}`
  const opened = await exportDataset(project([{ path: 'a.md', text }]))
  const both = [...records(opened, 'train'), ...records(opened, 'val')]
  expect(both.filter(({ instruction }) => instruction === 'What is a cell?')).toHaveLength(1)
  expect(opened.notes.join('\n')).toMatch(/1 record left out that repeat/)
  const texts = ['train', 'val'].map((short) =>
    opened.texts.get(`litgpt/text/${short}/${short}.txt`)
  )
  expect(texts.join('\n').match(/What is a cell/g)).toHaveLength(1)
})
