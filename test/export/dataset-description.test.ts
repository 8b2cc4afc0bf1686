import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { exportDataset, jsonLines } from './open-zip.ts'
import { project, seedExample } from './projects.ts'

describe('manifest.json', () => {
  test('names every other file with its hash, the counts and where each source came from', async () => {
    const { texts } = await exportDataset(seedExample())
    const manifest = JSON.parse(texts.get('manifest.json')!) as {
      files: { path: string; sha256: string }[]
      counts: unknown
      tokens: unknown
    }
    const hashes = manifest.files.map(({ path, sha256 }) => [path, sha256])
    texts.delete('manifest.json')
    expect(hashes).toEqual(
      [...texts].map(([path, text]) => [path, createHash('sha256').update(text).digest('hex')])
    )
    expect(manifest).toMatchObject({
      format_version: 1,
      seed: 1,
      counts: { captured: { cards: 3, blocks: 8, chapters: 2 }, train: 11, validation: 2 },
      tokens: { estimate: true }
    })
  })

  test('names what was left out: repeats, blanks, and tokens that are commands to a model', async () => {
    const files = [
      { path: 'a.md', text: '# A\n\n[/Q]Same?[Q/]\n[/A]Yes.[A/]\n\n[/Q]Same?[Q/]\n[/A]Yes.[A/]\n' },
      { path: 'b.md', text: '# B\n\nStop at <|endoftext|> here.\n\n[/BLOCKREAD/]\n' }
    ]
    const { texts, notes } = await exportDataset(project(files))
    const manifest: unknown = JSON.parse(texts.get('manifest.json')!)
    expect(manifest).toMatchObject({
      counts: { duplicates: 1, records: { qa: 1, block: 2 } },
      left_out: {
        duplicates: [
          {
            id: expect.stringContaining('a#card-') as unknown,
            same_as: expect.any(String) as unknown
          }
        ]
      },
      special_tokens: [{ token: '<|endoftext|>', file: 'b.md', line: 3, id: 'b#block2' }]
    })
    expect(notes.join(' ')).toContain('1 record left out that repeat')
  })
})

test('titles are searched for commands, too, and so are the commands of the model to begin with', async () => {
  const text =
    '# The [INST] mark\n\n[/Q]What is it?[Q/] [/A]A mark.[A/]\n\n# Git\n\nType `git add <filename>`.\n\n[/BLOCKREAD/]\n'
  const { texts } = await exportDataset(project([{ path: 'a.md', text }]))
  expect(JSON.parse(texts.get('manifest.json')!)).toMatchObject({
    special_tokens: [
      { token: '[INST]', file: 'a.md', line: 3 },
      { token: '<filename>', file: 'a.md', line: 7 }
    ]
  })
})

test('README.md for several machines: the script, then the questions, and nothing empty', async () => {
  const { texts } = await exportDataset(seedExample(), { nodes: 3 })
  const train = texts.get('README.md')!.split('## Train')[1]!.split('## Load')[0]!
  const [script, asked] = train.split('Then ask the model:')
  expect(script).toContain('sh train.sh --check')
  expect(script).toContain('NODE_RANK from 0 to 2')
  expect(asked).toContain('litgpt generate out/lora/final')
  expect(asked).not.toContain('train.sh')
  expect(train).not.toMatch(/```\w+\n```/)
})

test('README.md shows a record to learn from and asks for it, wherever the split begins', async () => {
  const files = ['a', 'b'].map((name) => ({
    path: `${name}.md`,
    text: `# ${name}\n\n[/Q]What is ${name}?[Q/]\n[/A]It is ${name}.[A/]\n`
  }))
  for (const apart of ['a', 'b']) {
    const options = { validationFiles: [`${apart}.md`] }
    const { texts } = await exportDataset(project(files), options)
    expect(texts.get('litgpt/val.json')).toContain(`What is ${apart}?`)
    const readme = texts.get('README.md')!
    expect(readme).toContain(`What is ${apart === 'a' ? 'b' : 'a'}?`)
    expect(readme).not.toContain(`What is ${apart}?`)
  }
})

test('README.md is a dataset card: configs of files that exist, one default, types for all columns', async () => {
  const { texts } = await exportDataset(seedExample())
  const [, front] = texts.get('README.md')!.split('---\n')
  const card = parse(front!) as {
    configs: {
      config_name: string
      default?: boolean
      data_files: { split: string; path: string[] }[]
    }[]
    dataset_info: { config_name: string; features: { name: string }[] }[]
  }
  expect(card.configs.map((one) => one.config_name)).toEqual([
    'all',
    'qa',
    'block',
    'chapter',
    'chat',
    'prompt',
    'text'
  ])
  expect(card.configs.filter((one) => one.default)).toHaveLength(1)
  for (const { data_files } of card.configs) {
    for (const { split, path } of data_files) {
      expect(['train', 'validation']).toContain(split)
      expect(path.length).toBeGreaterThan(0)
      for (const one of path) expect(texts.get(one)).toMatch(/^\{/)
    }
  }
  expect(card.dataset_info.map((info) => info.config_name)).toEqual([
    'all',
    'qa',
    'block',
    'chapter',
    'chat',
    'prompt',
    'text'
  ])
  const [first] = jsonLines<object>(texts.get('items/qa-train.jsonl'))
  for (const { config_name, features } of card.dataset_info) {
    const forms: Record<string, string[]> = {
      chat: ['messages'],
      prompt: ['prompt', 'completion'],
      text: ['text']
    }
    const keys = forms[config_name] ?? Object.keys(first!)
    expect(features.map(({ name }) => name)).toEqual(keys)
  }
})

describe('licences of the header', () => {
  const text = (license: string, at: number) =>
    `---\n${license}\n---\n\n# Part ${at}\n\nSaid of ${at ** 3}.\n\n[/BLOCKREAD/]\n`
  const open = async (...licenses: string[]) => {
    const files = licenses.map((license, at) => ({ path: `${at}.md`, text: text(license, at) }))
    const { texts } = await exportDataset(project(files))
    const readme = texts.get('README.md')!
    const manifest = JSON.parse(texts.get('manifest.json')!) as {
      license: string[]
      sources: { license: string[] }[]
    }
    const card = parse(readme.split('---\n')[1]!) as Record<string, unknown>
    return { card, readme, manifest }
  }

  test.each<[string, object]>([
    ['license: CC BY-SA 4.0', { license: 'cc-by-sa-4.0' }],
    ['license: MIT', { license: 'mit' }],
    ['licence: apache-2.0', { license: 'apache-2.0' }],
    ['license: "GPL-3.0-or-later"', { license: 'gpl-3.0' }],
    ['license: [mit, CC0-1.0]', { license: ['mit', 'cc0-1.0'] }],
    ['license: { content: CC-BY-4.0, code: MIT }', { license: ['cc-by-4.0', 'mit'] }],
    ['license: Ours, ask us', { license: 'other', license_name: 'Ours, ask us' }]
  ])('%s', async (line, expected) => {
    expect((await open(line, line)).card).toMatchObject(expected)
  })

  test('stand in the manifest, file by file, and in words; files without are counted', async () => {
    const licences = ['license: MIT', 'title: None', 'license: CC BY 4.0']
    const { card, readme, manifest } = await open(...licences)
    expect(manifest.license).toEqual(['MIT', 'CC BY 4.0'])
    expect(manifest.sources.map(({ license }) => license)).toEqual([['MIT'], [], ['CC BY 4.0']])
    expect(readme).toContain('Licence, as the files say: MIT; CC BY 4.0. 1 file names none.')
    // The card speaks of the whole dataset.
    expect(card).not.toHaveProperty('license')
  })

  test('none is made up', async () => {
    const { card, readme } = await open('title: One', 'title: Two')
    expect(card).not.toHaveProperty('license')
    expect(readme).not.toContain('Licence')
  })
})

test('a long chapter is said to be split where it was', async () => {
  const sentences = (at: number) => `Number ${at ** 3} is one of many. `.repeat(40)
  const paragraphs = Array.from({ length: 40 }, (_, at) => sentences(at)).join('\n\n')
  const said = async (text: string) => {
    const input = project([{ path: 'a.md', text: `${text}\n\n# B\n\nShort.\n\n# C\n\nToo.` }], {
      capture: 'all'
    })
    const options = {
      model: 'EleutherAI/pythia-14m',
      validationFraction: 0,
      quality: 'off' as const
    }
    return (await exportDataset(input, options)).notes.join('\n')
  }
  expect(await said(`# A\n\n${paragraphs}`)).toMatch(/1 long chapter was split between paragraphs/)
  expect(await said(`# A\n\n${paragraphs}`)).not.toMatch(/chapters below/)
  expect(await said(`# A\n\nFirst.\n\n## In\n\n${paragraphs}`)).toMatch(/at the chapters below/)
})
