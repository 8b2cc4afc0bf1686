import { describe, expect, test } from 'vitest'
import { datasetStats } from '../../src/export/dataset/zip/dataset-stats.ts'
import type { DatasetItem } from '../../src/export/dataset/items/item.ts'
import type { DatasetOptions } from '../../src/export/dataset/options.ts'
import { exportDataset, jsonLines, records } from './open-zip.ts'
import { project } from './projects.ts'

const auto = { preset: 'auto' } as const

/** A plain document of some chapters, the first ones with a card each. */
function plain(chapters: number, cards: number): string {
  return Array.from({ length: chapters }, (_, at) => {
    const words = Array.from({ length: 30 }, (_, n) => `word${(at * 31 + n * 7) % 997}`).join(' ')
    const card =
      at < cards
        ? `\n\n[/Q]What is part ${at} about?[Q/] [/A]It is about number ${at ** 3}.[A/]`
        : ''
    return `# Part ${at}\n\n## Story ${at}\n\nThis says of ${at ** 3 + 7}: ${words}.${card}\n`
  }).join('\n')
}

async function exported(
  text: string,
  capture: 'all' | 'tagged',
  options: Partial<DatasetOptions> = auto
) {
  const opened = await exportDataset(project([{ path: 'a.md', text }], { capture }), options)
  const train = records(opened, 'train')
  return { opened, train, all: [...train, ...records(opened, 'val')] }
}

describe('study', () => {
  test('is how plain documents are learned, seed how tagged ones are', async () => {
    const study = await exported(plain(12, 3), 'all')
    expect(
      study.all.some(({ instruction }) => instruction.startsWith('What is there to know'))
    ).toBe(true)
    expect(study.all.some(({ instruction }) => instruction.startsWith('Q='))).toBe(false)
    const seed = await exported(`${plain(12, 3)}\n[/BLOCKREAD/]\n`, 'tagged')
    expect(seed.all.some(({ instruction }) => instruction.startsWith('Q: '))).toBe(true)
    expect(seed.all.some(({ output }) => output.startsWith('A='))).toBe(true)
  })

  test('who is asked for a title does not read it above the text', async () => {
    const { all } = await exported(plain(12, 3), 'all')
    const named = all.filter(({ instruction }) => instruction === 'Which title fits this text?')
    expect(named.length).toBeGreaterThan(3)
    for (const { input, output } of named) {
      expect(input).toMatch(/^This says of/)
      expect(output).toMatch(/^Story \d+$/)
    }
  })

  test('a title is said once in what a chapter is asked by, with those above it beside', async () => {
    const { all } = await exported(plain(12, 0), 'all')
    const asked = all.filter(({ instruction }) => instruction.startsWith('What is there to know'))
    expect(asked.length).toBeGreaterThan(5)
    for (const { instruction, input } of asked) {
      const [, title] = /“Story (\d+)”/.exec(instruction)!
      expect(input).toBe(`Part ${title}`)
    }
  })

  test('a title that says nothing by itself has the one above it in the question, and not once more', async () => {
    const words = (at: number) =>
      `It is told of ${at ** 3 + 7} that somebody counted so far, and no farther.`
    const chapters = Array.from(
      { length: 9 },
      (_, at) => `# Tale ${'abcdefghi'[at]}\n\n${words(at)}\n\n## Summary\n\n${words(at + 90)}\n`
    )
    const { all } = await exported(chapters.join('\n'), 'all')
    expect(all).toContainEqual(
      expect.objectContaining({
        instruction: 'What is there to know about “Tale c: Summary”?',
        input: ''
      })
    )
  })

  test('a folder or file that names nothing stands before no title', async () => {
    const words = (at: number) =>
      `It is told of ${at ** 3 + 7} that somebody counted so far, and no farther.`
    const files = ['src/ch01.md', 'docs/02.md', 'src/rivers/ch03.md'].map((path, at) => ({
      path,
      text: `# Introduction\n\n${words(at)}\n\n## Tale ${'abc'[at]}\n\n${words(at + 9)}\n`
    }))
    const opened = await exportDataset(project(files, { capture: 'all' }), auto)
    const asked = [...records(opened, 'train'), ...records(opened, 'val')].map(
      ({ instruction }) => instruction
    )
    expect(asked).toContain('What is there to know about “rivers: Introduction”?')
    expect(asked.filter((one) => /“[^“”]*Introduction/.test(one))).toHaveLength(1)
  })

  test('a title that asks is the question, its text the answer', async () => {
    const text = `${plain(12, 0)}\n# Light\n\n## What is a photon?\n\nThe smallest piece of light that there is, as far as anybody knows.\n`
    const { all } = await exported(text, 'all', { ...auto, validationFraction: 0 })
    expect(all).toContainEqual({
      instruction: 'What is a photon?',
      input: 'Light',
      output: 'The smallest piece of light that there is, as far as anybody knows.'
    })
  })

  test('items are in the form of the seed all the same', async () => {
    const { opened } = await exported(plain(12, 3), 'all')
    const blocks = jsonLines<DatasetItem>(opened.texts.get('items/block-train.jsonl'))
    expect(blocks.map(({ id }) => id)).toContain('a#block3')
    expect(opened.texts.get('litgpt/training_corpus.txt')).toMatch(/^Q: .*\nA: It is about number/m)
  })

  test('what a tag asked for is trained as tagged, in every preset', async () => {
    const text = `${plain(12, 3)}\n# Tagged [/BLOCKREAD/] [/CHAPTREEREAD/]\n\nThin.\n`
    for (const preset of ['study', 'instruct', 'chat', 'seed'] as const) {
      const { all } = await exported(text, 'all', { preset, validationFraction: 0 })
      const asked = all.map(({ instruction }) => instruction)
      expect(asked.some((each) => /^Q=a#block\d+/.test(each))).toBe(true)
      expect(asked.some((each) => /^file_id: a\nchapter_id: 13\n/.test(each))).toBe(true)
    }
  })

  test('cards are a third of what is learned to say, in several wordings', async () => {
    const text = plain(30, 3)
    const { train } = await exported(text, 'all')
    const about = train.filter(({ output }) => output.startsWith('It is about number'))
    expect(
      new Set(about.map(({ instruction, input }) => instruction + input)).size
    ).toBeGreaterThan(4)
    const input = project([{ path: 'a.md', text }], { capture: 'all' })
    expect((await datasetStats(input, auto)).cardShare).toBeGreaterThanOrEqual(1 / 3)
    expect((await datasetStats(input, { preset: 'instruct' })).cardShare).toBeLessThan(1 / 5)
  })

  test('a gap is asked for as one', async () => {
    const text = `${plain(12, 0)}\n# More\n\n[/Q]The {{c1::cell}} is the unit of life.[Q/]\n`
    const { all } = await exported(text, 'all', { ...auto, validationFraction: 0 })
    expect(all).toContainEqual({
      instruction: 'Fill in the gap: The ____ is the unit of life.',
      input: '',
      output: 'cell'
    })
  })

  test('each wording can be written anew, and one that is emptied is left out', async () => {
    const templates = {
      ask: { instruction: 'Tell me about {title}.', input: '', output: '{content}' },
      name: { instruction: '', input: '', output: '' }
    }
    const { all } = await exported(plain(12, 0), 'all', { ...auto, templates })
    expect(all.every(({ instruction }) => instruction.startsWith('Tell me about Story'))).toBe(true)
  })

  test('a document of one chapter is asked for by its paragraphs', async () => {
    const paragraph = (at: number) =>
      `Paragraph ${at} says that the number ${at ** 3} is a cube of some whole number.`
    const text = [1, 2, 3, 4].map(paragraph).join('\n\n')
    const { all } = await exported(text, 'all')
    expect(all).toContainEqual({
      instruction: 'How does this go on in “a”? Paragraph 2 says that the number …',
      input: '',
      output: paragraph(2)
    })
    expect(new Set(all.map(({ instruction }) => instruction)).size).toBe(all.length)
  })

  test.each([
    ['没有字的边界的段落也有开头，因为这里数的是字母。', '没有字的边界的段落也有开 …'],
    ['- a list of things that somebody wrote down', 'a list of things …'],
    ['> quoted words of a person who said them', 'quoted words of a …'],
    ['```js\nlet answer = 42 + somethingElse()\n```', 'let answer = 42 …']
  ])('%s begins with %s', async (text, beginning) => {
    const other = (at: number) =>
      `Words number ${at ** 3} that stand for themselves and for no other.`
    const whole = { ...auto, quality: 'off' } as const
    const { all } = await exported([text, other(2), other(3)].join('\n\n'), 'all', whole)
    expect(all.map(({ instruction }) => instruction).join('\n')).toContain(`“a”? ${beginning}`)
  })

  test('the same project gives the same bytes', async () => {
    const [one, other] = [await exported(plain(12, 3), 'all'), await exported(plain(12, 3), 'all')]
    expect(Buffer.from(one.opened.bytes).equals(Buffer.from(other.opened.bytes))).toBe(true)
  })
})

test('row for row it is said where a record is from, by file, lines and hash', async () => {
  const { opened } = await exported(plain(12, 3), 'all')
  const { sources } = JSON.parse(opened.texts.get('manifest.json')!) as {
    sources: { path: string; sha256: string }[]
  }
  const lines = plain(12, 3).split('\n')
  for (const side of ['train', 'val'] as const) {
    const rows = jsonLines<{
      path: string
      start_line: number
      end_line: number
      source_sha256: string
    }>(opened.texts.get(`litgpt/${side}.sources.jsonl`))
    const all = records(opened, side)
    expect(rows).toHaveLength(all.length)
    rows.forEach(({ path, start_line, end_line, source_sha256 }, at) => {
      const words = [all[at]!.output, all[at]!.input].join('\n').match(/\d+/g) ?? []
      const place = lines.slice(start_line - 2 < 0 ? 0 : start_line - 1, end_line).join('\n')
      expect({ path, sha256: source_sha256 }).toEqual({
        path: sources[0]!.path,
        sha256: sources[0]!.sha256
      })
      expect(words.some((word) => place.includes(word))).toBe(true)
    })
  }
})

test('at least as many questions as asked for are checked with, from many files', async () => {
  const files = ['a', 'b', 'c', 'd'].map((name, at) => ({
    path: `${name}.md`,
    text: plain(12, 12).replaceAll(/\d+/g, (digits) => `${at + 1}${digits}`)
  }))
  const asked = async (options: Partial<DatasetOptions>) => {
    const opened = await exportDataset(project(files, { capture: 'all' }), { ...auto, ...options })
    return jsonLines<DatasetItem>(opened.texts.get('items/qa-validation.jsonl'))
  }
  expect((await asked({})).length).toBeGreaterThanOrEqual(5)
  const ten = await asked({ validationCards: 10, validationFraction: 0 })
  expect(ten.length).toBeGreaterThanOrEqual(10)
  expect(new Set(ten.map(({ file_id }) => file_id)).size).toBe(4)
  const opened = await exportDataset(project(files, { capture: 'all' }), auto)
  expect(jsonLines(opened.texts.get('items/chapter-validation.jsonl')).length).toBeGreaterThan(2)
  const marked = await asked({ validationCards: 10, validationFiles: ['a.md'] })
  expect(new Set(marked.map(({ file_id }) => file_id))).toEqual(new Set(['a']))
})

test('where whole chapters hold too few of the questions asked for, smaller ones are taken', async () => {
  const part = (at: number) =>
    [1, 2, 3]
      .map((n) => {
        const of = `${at}${n}`
        return `## Story ${of}\n\nThis says of ${of} that somebody counted so far, and no farther.\n\n[/Q]What is ${of}?[Q/] [/A]Number ${at * 7 + n}.[A/]`
      })
      .join('\n\n')
  const text = [1, 2, 3, 4].map((at) => `# Part ${at}\n\n${part(at)}`).join('\n\n')
  const input = project([{ path: 'a.md', text }], { capture: 'all' })
  for (const preset of ['seed', 'instruct', 'study'] as const) {
    const opened = await exportDataset(input, { preset, validationCards: 4 })
    const asked = jsonLines(opened.texts.get('items/qa-validation.jsonl'))
    expect([preset, asked.length >= 4]).toEqual([preset, true])
    expect(opened.notes.join('\n')).not.toContain('Questions to check with')
  }
})

test('who asks for more questions to check with than can be spared hears how many there are', async () => {
  const { opened } = await exported(plain(12, 4), 'all', { ...auto, validationCards: 9 })
  expect(opened.notes.join('\n')).toContain('Questions to check with: 2 instead of 9')
})

test('of each line of the running text, too, it is said where it is from', async () => {
  const lines = (text: string, from: number, to: number) =>
    text
      .split('\n')
      .slice(from - 1, to)
      .join('\n')
  // With chapters that are parted at their paragraphs, and with such as are not.
  const small = [1, 2, 3, 4].map((at) => `Of ${at ** 3} it is said that it is a cube.`).join('\n\n')
  for (const text of [plain(12, 3), `# Small\n\n${small}\n`]) {
    const { opened } = await exported(text, 'all')
    for (const side of ['train', 'validation']) {
      const said = jsonLines<{ text: string }>(opened.texts.get(`text/${side}.jsonl`))
      const places = jsonLines<{ path: string; start_line: number; end_line: number }>(
        opened.texts.get(`text/${side}.sources.jsonl`)
      )
      expect(said.length).toBeGreaterThan(0)
      expect(places).toHaveLength(said.length)
      said.forEach((row, at) => {
        const { path, start_line, end_line } = places[at]!
        expect(path).toBe('a.md')
        const numbers = row.text.match(/\d{2,}/g) ?? []
        expect(numbers.every((one) => lines(text, start_line, end_line).includes(one))).toBe(true)
      })
    }
  }
})

test('each part of a long chapter names its own lines', async () => {
  const paragraph = (at: number) => `Number ${at ** 3} is one of many that are told of. `.repeat(40)
  const text = `# A\n\n${Array.from({ length: 30 }, (_, at) => paragraph(at)).join('\n\n')}\n\n# B\n\nShort, but enough to be checked with here.\n`
  const options = { preset: 'instruct', model: 'EleutherAI/pythia-14m' } as const
  const { opened } = await exported(text, 'all', { ...options, validationFraction: 0 })
  const parts = jsonLines<DatasetItem>(opened.texts.get('items/chapter-train.jsonl'))
  expect(parts.filter(({ id }) => id.includes('-part')).length).toBeGreaterThan(2)
  const lines = text.split('\n')
  for (const { content, start_line, end_line } of parts) {
    expect(
      lines
        .slice(start_line - 1, end_line)
        .join('\n')
        .trim()
    ).toBe(content.trim())
  }
})
