import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DatasetItem, Entry, Split } from '../../src/export/dataset/items/item.ts'
import { Sections } from '../../src/export/dataset/items/sections.ts'
import { splitEntries } from '../../src/export/dataset/split/split.ts'
import { exportDataset, jsonLines } from './open-zip.ts'
import { project } from './projects.ts'

interface Place {
  file: string
  chapter: string
}

function entries(places: Place[]): Entry[] {
  return places.map(({ file, chapter }, index) => ({
    path: `${file}.md`,
    block: index,
    item: {
      id: `${file}#block${index}`,
      kind: 'block',
      file_id: file,
      chapter_id: chapter,
      content: `Text ${index}`,
      start_line: index,
      end_line: index
    } as DatasetItem
  }))
}

const place = fc.record({
  file: fc.constantFrom('a', 'b', 'c'),
  chapter: fc
    .array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 3 })
    .map((id) => id.join('.'))
})
const several = fc.array(place, { minLength: 2, maxLength: 40 })
const fraction = fc.double({ min: 0, max: 0.5, noNaN: true })

const split = (places: Place[], share: number, seed: number, files: string[] = []) =>
  splitEntries(entries(places), { seed, fraction: share, files }, new Sections(project([])))

function region({ file, chapter }: Place, level: string): string {
  const depth = level === 'top-level chapters' ? 1 : Number(/\d+$/.exec(level)?.[0])
  return `${file}/${chapter.split('.').slice(0, depth).join('.')}`
}

test('with two items or more, neither side is ever empty', () => {
  fc.assert(
    fc.property(several, fraction, fc.nat(), (places, share, seed) => {
      const { sides } = split(places, share, seed)
      expect(sides).toHaveLength(places.length)
      expect(new Set(sides).size).toBe(2)
    })
  )
})

test('what the level says is kept whole stands on one side', () => {
  fc.assert(
    fc.property(several, fraction, fc.nat(), (places, share, seed) => {
      const { sides, level } = split(places, share, seed)
      if (level === 'passages') return
      const sideOf = new Map<string, Split>()
      places.forEach((one, index) => {
        const side = sideOf.get(region(one, level)) ?? sides[index]
        expect(sides[index]).toBe(side)
        sideOf.set(region(one, level), sides[index]!)
      })
    })
  )
})

test('validation takes at most half', () => {
  fc.assert(
    fc.property(several, fraction, fc.nat(), (places, share, seed) => {
      const { sides } = split(places, share, seed)
      const validating = sides.filter((side) => side === 'validation').length
      expect(validating).toBeLessThanOrEqual(places.length / 2)
    })
  )
})

test('the same seed splits the same, in whatever order the items come', () => {
  fc.assert(
    fc.property(several, fc.nat(), (places, seed) => {
      const forward = split(places, 0.2, seed)
      expect(split(places, 0.2, seed)).toEqual(forward)
      if (forward.level === 'passages') return
      const backward = split(places.toReversed(), 0.2, seed)
      expect(backward.sides.toReversed()).toEqual(forward.sides)
    })
  )
})

test('about the wanted share of many chapters validates, others with another seed', () => {
  const places = Array.from({ length: 1000 }, (_, index) => ({
    file: 'a',
    chapter: `${index + 1}`
  }))
  const first = split(places, 0.1, 1).sides
  const count = first.filter((side) => side === 'validation').length
  expect(count).toBeGreaterThan(60)
  expect(count).toBeLessThan(140)
  expect(split(places, 0.1, 2).sides).not.toEqual(first)
})

test('each file of ten chapters or more is checked with', () => {
  const files = ['a', 'b', 'c', 'd', 'e', 'f']
  const places = files.flatMap((file) =>
    Array.from({ length: 12 }, (_, at) => ({ file, chapter: `${at + 1}` }))
  )
  for (let seed = 0; seed < 20; seed++) {
    const { sides } = split(places, 0.1, seed)
    const heard = places.filter((_, at) => sides[at] === 'validation').map(({ file }) => file)
    expect(new Set(heard)).toEqual(new Set(files))
    expect(heard.length).toBeLessThan(places.length / 3)
  }
})

test.each(['seed', 'study', 'instruct'] as const)(
  'at least half of the cards are learned (%s)',
  async (preset) => {
    const card = (at: number) => `[/Q]What is ${at}?[Q/] [/A]It is ${at ** 3}.[A/]`
    const texts = ['One', 'Two', 'Three'].map(
      (name) => `# ${name} [/CHAPTREEREAD/]\n\nWords of kind ${name}.`
    )
    const text = `${texts.join('\n\n')}\n\n# Few\n\n${card(3)}\n\n# Most\n\n${card(4)}\n\n${card(5)}\n`
    for (let seed = 0; seed < 20; seed++) {
      const opened = await exportDataset(project([{ path: 'a.md', text }]), { preset }, seed)
      expect(jsonLines(opened.texts.get('items/qa-train.jsonl')).length).toBeGreaterThan(1)
    }
  }
)

test('a chapter more leaves the others where they are', () => {
  const places = Array.from({ length: 100 }, (_, index) => ({ file: 'a', chapter: `${index + 1}` }))
  const { sides } = split(places, 0.1, 1)
  const more = split([...places, { file: 'b', chapter: '1' }], 0.1, 1)
  expect(more.sides.slice(0, 100)).toEqual(sides)
})

describe('a chapter that comes or goes leaves the others on their sides', () => {
  const chapter = (at: number, title = `Part ${at}`) =>
    `# ${title}\n\nText ${at ** 3}.\n\n[/Q]What is ${at}?[Q/] [/A]It is ${at * 31}.[A/]\n\n`
  const chapters = Array.from({ length: 40 }, (_, at) => chapter(at))
  const sidesOf = async (parts: string[]) => {
    const { texts } = await exportDataset(project([{ path: 'a.md', text: parts.join('') }]))
    const rows = ['train', 'validation'].flatMap((side) =>
      jsonLines<DatasetItem>(texts.get(`items/qa-${side}.jsonl`))
    )
    return new Map(rows.map(({ question, split }) => [question, split]))
  }

  test.each<[string, string[]]>([
    ['before the first', [chapter(99), ...chapters]],
    ['in the middle', chapters.toSpliced(20, 0, chapter(99))],
    ['taken away', chapters.toSpliced(3, 1)],
    ['moved to the end', [...chapters.slice(1), ...chapters.slice(0, 1)]],
    ['with a title that others have', [...chapters, chapter(98, 'Part 7'), chapter(99, 'Part 7')]]
  ])('%s', async (_, changed) => {
    const before = await sidesOf(chapters)
    const after = await sidesOf(changed)
    const common = [...before].filter(([question]) => after.has(question))
    expect(common.length).toBeGreaterThan(38)
    expect(common.filter(([question, side]) => after.get(question) !== side)).toEqual([])
  })
})

test('marks of files that are not there, or of the only one, count for nothing', async () => {
  const text = '# A\n\nOne thing.\n\n# B\n\nAnother matter.\n'
  const plain = project([{ path: 'a.md', text }], { capture: 'all' })
  const expected = await exportDataset(plain)
  for (const path of ['gone.md', 'a.md']) {
    const { texts } = await exportDataset(plain, { validationFiles: [path] })
    expect(texts.get('manifest.json')).toBe(expected.texts.get('manifest.json'))
  }
})

describe('marked files', () => {
  const places = [
    { file: 'a', chapter: '1' },
    { file: 'b', chapter: '1' },
    { file: 'a', chapter: '2' }
  ]

  test('validate, and nothing else does', () => {
    const { sides, level } = split(places, 0.1, 1, ['b.md'])
    expect(sides).toEqual(['train', 'validation', 'train'])
    expect(level).toBe('marked files')
  })

  test('are refused where they leave a side empty', () => {
    expect(() => split(places, 0.1, 1, ['c.md'])).toThrow(/Mark another/)
    expect(() => split(places, 0.1, 1, ['a.md', 'b.md'])).toThrow(/nothing is left to train on/)
  })
})

test('in a whole dataset no chapter has items on both sides', async () => {
  const chapter = (name: string) =>
    `# Chapter ${name}\n\nText ${name}.\n\n[/Q]Ask ${name}?[Q/] [/A]Say ${name}.[A/]\n\n## Deeper ${name}\n\nMore ${name}.\n`
  const files = ['x', 'y'].map((name) => ({
    path: `${name}.md`,
    text: [1, 2, 3, 4, 5, 6].map((number) => chapter(`${name}${number}`)).join('\n')
  }))
  const { texts } = await exportDataset(project(files, { capture: 'all' }))
  const sides = new Map<string, Set<Split>>()
  for (const [path, text] of texts) {
    if (!path.startsWith('items/')) continue
    for (const item of jsonLines<DatasetItem>(text)) {
      const key = `${item.file_id}/${item.chapter_id.split('.')[0]}`
      sides.set(key, (sides.get(key) ?? new Set()).add(item.split))
    }
  }
  expect(sides.size).toBe(12)
  for (const found of sides.values()) expect(found.size).toBe(1)
})

test.each(Array.from({ length: 20 }, (_, at) => at + 1))(
  'a chapter that holds the others is trained on without those that validate (seed %i)',
  async (seed) => {
    const word = (at: number) => `word${String.fromCharCode(97 + at)}`
    const chapters = Array.from(
      { length: 10 },
      (_, at) =>
        `## Part ${word(at)}\n\nText ${word(at)}. [/BLOCKREAD/]\n\n[/Q]What is ${word(at)}?[Q/] [/A]It is ${word(at)}.[A/]`
    )
    const text = `# Book [/CHAPTREEREAD/]\n\n${chapters.join('\n\n')}`
    const opened = await exportDataset(project([{ path: 'book.md', text }]), {}, seed)
    const rows = (kind: string, side: string) =>
      jsonLines<DatasetItem>(opened.texts.get(`items/${kind}-${side}.jsonl`))
    const [whole] = rows('chapter', 'train')
    expect(whole).toMatchObject({ id: 'book#chapter1', title: 'Book' })
    const away = rows('chapter', 'validation')
    expect(away.length).toBeGreaterThan(0)
    for (let at = 0; at < 10; at++) {
      const validates = away.some(({ content }) => content.includes(word(at)))
      expect(whole!.content.includes(word(at))).toBe(!validates)
      const cards = rows('qa', validates ? 'validation' : 'train')
      expect(cards.some(({ question }) => question.includes(word(at)))).toBe(true)
    }
    const manifest = JSON.parse(opened.texts.get('manifest.json')!) as {
      split: { parted: { id: string; without: string[] }[] }
    }
    expect(manifest.split.parted).toEqual([
      { id: 'book#chapter1', without: away.map(({ chapter_id }) => chapter_id) }
    ])
  }
)
