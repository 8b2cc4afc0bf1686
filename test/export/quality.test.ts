import { describe, expect, test } from 'vitest'
import type { DatasetOptions } from '../../src/export/dataset/options.ts'
import { previewDataset } from '../../src/export/dataset/preview-dataset.ts'
import { exportDataset, jsonLines, type OpenedDataset, records } from './open-zip.ts'
import { project } from './projects.ts'

const prose = 'A cell is the smallest unit of life, and every living thing is made of cells.'
const more = 'A membrane keeps what belongs to the cell in, and what does not belong to it out.'

/** Outputs of both sides. */
function outputs(opened: OpenedDataset): string[] {
  return [...records(opened, 'train'), ...records(opened, 'val')].map(({ output }) => output)
}

function poor({ texts }: OpenedDataset): string[] {
  const { left_out } = JSON.parse(texts.get('manifest.json')!) as {
    left_out: { poor: { id: string; rule: string }[] }
  }
  return left_out.poor.map(({ id, rule }) => `${id.replace(/^.*#/, '')} ${rule}`)
}

async function captured(text: string, options: Partial<DatasetOptions> = {}) {
  return exportDataset(project([{ path: 'a.md', text }], { capture: 'all' }), options)
}

describe('what teaches nothing is left out of what no tag asked for', () => {
  test.each([
    ['directives', ':::tip Remember'],
    ['directives', '(a-target)='],
    ['directives', '```{toctree}\n:hidden:\n\nintro.md\n```'],
    ['directives', '```rust\n{{#rustdoc_include ../listings/main.rs:here}}\n```'],
    ['directives', '{{#include ../a.md}}'],
    ['directives', "import Tabs from '@theme/Tabs'"],
    ['tags', '<a id="local-documentation"></a>'],
    ['tags', '<Listing number="4-4" caption="Transferring ownership of return values">'],
    ['links', '- [Where to begin](start.md)\n- [How it goes on](further.md)'],
    ['links', '![Three tables that show the stack](tables.svg)'],
    ['links', '![A graph](../img/graph.svg)\n:label:`fig_graph`'],
    [
      'setup',
      '```{.python .input}\n%%tab all\n%matplotlib inline\nfrom d2l import torch as d2l\n```'
    ],
    [
      'setup',
      '```{code-cell} ipython3\nfrom sympy import (Symbol,\n  symbols)\nplt.rcParams["a"] = 1\n```'
    ],
    ['setup', '```python\nimport numpy as np\nimport pandas as pd\n\nnp.random.seed(1)\n```'],
    ['setup', '```{.python .input}\n#@tab jax\n# JAX does not support this type of notation.\n```'],
    [
      'hidden',
      '```{code-cell} ipython3\n:tags: [hide-input]\n\nfig, axes = plt.subplots(1, 2)\n```'
    ],
    ['hidden', '```{code-cell}\n---\ntags: [remove-cell]\n---\nglue("a", 1)\n```'],
    ['hidden', '```{r}\n#| echo: false\nplot(cars)\n```'],
    [
      'captions',
      '<span class="caption">Figure 4-7: A slice of a longer string, from the third byte</span>'
    ],
    [
      'directives',
      '```{raw} jupyter\n<div id="header" class="header">The name of the book</div>\n```'
    ],
    ['short', '```{.python .input  n=1}\n%%tab tensorflow\nblk(Y).shape\n```'],
    ['lead-ins', 'To fix this, there are three options:'],
    ['short', 'We will do so.']
  ])('%s: %s', async (rule, junk) => {
    const opened = await captured(`# Cells\n\n${prose}\n\n${junk}\n\n# Walls\n\n${more}\n`)
    expect(poor(opened)).toContain(`block3 ${rule}`)
    expect(outputs(opened)).not.toContain(junk)
  })

  test.each([
    ':::tip\nDrink water before you are thirsty, and more of it when it is hot.\n:::',
    '<details><summary>More</summary>A cell wall is stiff and a membrane is not, so that cells of animals move.</details>',
    '- [Cells](cells.md): what they are made of, how they grow and how they divide',
    '$$E = mc^2$$',
    '```python\nimport numpy as np\nprint(np.arange(15).reshape(3, 5).sum(axis=0))\n```',
    '```python\nfrom collections.abc import Iterable, Mapping, Sequence\n```',
    "```js\nimport { ref } from 'vue'\nimport { computed } from 'vue/dist/vue.esm-bundler.js'\n```",
    'Figure 4-7: A slice of a longer string begins at any byte that begins a letter, and ends where another begins; its length is kept beside a pointer to its first byte, as the figure shows for a string of eleven letters.',
    '| a | b |\n|---|---|\n| 1 | 2 |',
    '细胞是生命的最小单位，所有生物都由细胞组成。'
  ])('%s stays', async (text) => {
    const opened = await captured(`# Cells\n\n${prose}\n\n${text}\n\n# Walls\n\n${more}\n`)
    expect(outputs(opened)).toContain(text)
  })

  test('a heading and a lead-in go with what follows them', async () => {
    const list = '- a membrane, which is thin\n- a nucleus, which holds the genes'
    const opened = await captured(
      `# Cells\n\n${prose}\n\n## Parts\n\nEach has:\n\n${list}\n\n# Walls\n\n${more}\n`
    )
    expect(outputs(opened)).toContain(`# Cells\n\n${prose}`)
    expect(outputs(opened)).toContain(`## Parts\n\nEach has:\n\n${list}`)
    expect(poor(opened)).toEqual([
      'block1 headings',
      'block3 headings',
      'block4 lead-ins',
      'block6 headings'
    ])
    // Items are the author's text as it stands.
    expect(opened.texts.get('items/block-train.jsonl')).not.toContain('Each has')
  })

  test('a sentence goes with the formula that it goes on in, and that with what goes on from it', async () => {
    const sentence = 'The energy of a body that is at rest follows from its mass as'
    const formula = '$$\nE = mc^2\n$$'
    const rest = 'where *c* is how fast light is in a room without air.'
    const whole = `${sentence}\n\n${formula}\n\n${rest}`
    const ended = 'It holds for all bodies, whatever they are made of.\n\n$$\nE > 0\n$$'
    const opened = await captured(
      `# Cells\n\n${prose}\n\n${whole}\n\n${ended}\n\n# Walls\n\n${more}\n`
    )
    expect(outputs(opened)).toContain(whole)
    expect(outputs(opened)).toContain('$$\nE > 0\n$$')
    expect(poor(opened)).toEqual(['block1 headings', 'block3 cut', 'block4 cut', 'block8 headings'])
    expect(
      outputs(await captured(whole + `\n\n# Walls\n\n${more}\n`, { keptKinds: ['cut'] }))
    ).toContain(sentence)
  })

  test('what a tag asked for stays, even among what no tag asked for', async () => {
    const text = `# Cells\n\n${prose}\n\n# Walls [/BLOCKREAD/]\n\nThin.\n`
    expect(poor(await captured(text))).toEqual(['block1 headings', 'chapter2 short'])
    expect(outputs(await captured(text))).toContain('Thin.')
    expect(poor(await captured(text, { quality: 'on' }))).toContain('block4 short')
  })

  test('the words of the seed leave all as it is, and so does a kind that is kept', async () => {
    const text = `# Cells\n\n${prose}\n\nThin.\n\n# Walls\n\n${more}\n`
    expect(poor(await captured(text, { preset: 'seed' }))).toEqual([])
    expect(poor(await captured(text, { quality: 'off' }))).toEqual([])
    const kept = await captured(text, { keptKinds: ['short', 'headings'] })
    expect(poor(kept)).toEqual([])
    expect(outputs(kept)).toContain('Thin.')
  })

  test('a chapter goes without those below it, and what another told goes', async () => {
    const licence = 'Licensed under CC BY 4.0 by the authors of this book, all of them.'
    const text = `# Cells\n\n${prose}\n\n## Walls\n\n${more}\n\n<a id="w"></a>\n\n${licence}\n\n# End\n\n${licence}\n`
    const opened = await captured(text)
    const told = (of: OpenedDataset, text: string) =>
      outputs(of).filter((output) => output.includes(text))
    expect(told(opened, more).every((output) => output.startsWith(`## Walls\n\n${more}`))).toBe(
      true
    )
    expect(told(opened, '<a')).toEqual([])
    expect(told(opened, licence).length).toBeLessThanOrEqual(2)
    expect(poor(opened)).toContain('block5 tags')
    const whole = await captured(text, { keptKinds: ['repeats', 'tags'] })
    expect(told(whole, more).some((output) => output.startsWith('# Cells'))).toBe(true)
    expect(told(whole, '<a')).not.toEqual([])
  })

  test('of two chapters that say the same the first says it', async () => {
    const others = ['One', 'Two', 'Three'].map((word) => `# ${word}\n\n${word}. ${prose}\n`)
    const text = `# Cells\n\n${more}\n\n${others.join('\n')}\n# Again\n\n${more}\n`
    const left = poor(await captured(text, { validationFiles: [] }))
    expect(left).toEqual(expect.arrayContaining(['block10 repeats', 'chapter5 repeats']))
  })

  test('a title that says nothing comes with the one above it', async () => {
    const words = (at: number) =>
      Array.from({ length: 30 }, (_, n) => `word${(at * 31 + n * 7) % 997}`).join(' ')
    const chapters = ['Introduction', '2.1 Beispiele:', '总结', 'Summary & Part II', '第三章'].map(
      (title, at) =>
        `# Cells ${at}\n\nHere: ${words(at)}.\n\n## ${title}\n\nThere: ${words(at + 50)}.\n`
    )
    const opened = await captured(chapters.join('\n'), { preset: 'study' })
    const asked = [...records(opened, 'train'), ...records(opened, 'val')]
    const titles = asked.flatMap(({ instruction }) => /“(.*)”/.exec(instruction)?.[1] ?? [])
    expect(titles).toContain('Cells 0: Introduction')
    expect(titles).toContain('Cells 2: 总结')
    expect(titles.filter((title) => !title.startsWith('Cells'))).toEqual([])
    const named = asked.flatMap(({ instruction, output }) =>
      instruction.startsWith('Which title') ? [output] : []
    )
    expect(named.filter((title) => /^Cells \d: ./.test(title)).length).toBeGreaterThan(2)
    expect(poor(opened)).not.toContain('chapter1.1 titles')
  })

  test('a title that several chapters have comes with the one above it', async () => {
    const text = ['Cells', 'Stars']
      .map((what) => `# ${what}\n\n${what}: ${prose}\n\n## The walls\n\n${what}: ${more}\n`)
      .join('\n')
    const opened = await captured(text, { preset: 'study' })
    const asked = [...records(opened, 'train'), ...records(opened, 'val')]
    const titles = asked.flatMap(({ instruction }) => /“(.*)”/.exec(instruction)?.[1] ?? [])
    expect(titles).toEqual(expect.arrayContaining(['Cells', 'Cells: The walls', 'Stars']))
    expect(titles).not.toContain('The walls')
  })

  test('a folder says of what a file is; where nothing does the chapter is left out and counted', async () => {
    const text = `# Introduction\n\n${prose}\n\n## Walls\n\n${more}\n`
    const files = [
      { path: 'cells/01-introduction.md', text },
      { path: 'introduction.md', text: text.replaceAll('cell', 'star') }
    ]
    const opened = await exportDataset(project(files, { capture: 'all' }), { preset: 'study' })
    const asked = [...records(opened, 'train'), ...records(opened, 'val')]
    expect(asked.some(({ instruction }) => instruction.includes('“cells: Introduction”'))).toBe(
      true
    )
    expect(asked.some(({ instruction }) => instruction.includes('“Introduction”'))).toBe(false)
    expect(poor(opened)).toContain('chapter1 titles')
    expect(opened.notes.join('\n')).toMatch(/titles that say nothing \(1\)/i)
    const seed = await exportDataset(project(files, { capture: 'all' }), { preset: 'instruct' })
    expect(poor(seed)).not.toContain('chapter1 titles')
  })

  test.each(['C', 'C++', '1984', '2024-05-03', '3D', 'World War II', 'Examples of cells', '&&'])(
    '“%s” is a title of its own',
    async (title) => {
      const text = `# ${title}\n\n${prose}\n\n# Walls\n\n${more}\n`
      expect(poor(await captured(text, { preset: 'study' }))).not.toContain('chapter1 titles')
    }
  )

  test('a chapter that a tag asked for keeps those below it', async () => {
    const text = `# Cells [/CHAPTREEREAD/]\n\n${prose}\n\n## Walls\n\n${more}\n\n# End\n\n${prose} So it is.\n`
    const opened = await captured(text)
    const told = outputs(opened).filter((output) => output.includes(more))
    expect(told.sort()).toEqual([
      `# Cells\n\n${prose}\n\n## Walls\n\n${more}`,
      `## Walls\n\n${more}`
    ])
    expect(poor(opened)).toContain('chapter1.1 repeats')
  })

  test('the panel is told how many of each kind, with places', async () => {
    const text = `# Cells\n\n${prose}\n\n:::\n\n:::\n\n# Walls\n\n${more}\n`
    const input = project([{ path: 'a.md', text }], { capture: 'all' })
    const { leftOut } = await previewDataset(input, { keptKinds: ['headings'] }, 1)
    expect(leftOut?.map(({ name, count, kept }) => [name, count, kept])).toEqual([
      ['headings', 0, true],
      ['directives', 2, false]
    ])
    expect(leftOut?.[1]?.examples[0]).toEqual({ path: 'a.md', line: 5, text: ':::' })
  })
})

test('of what is left out each place is shown once, though its chapter begins there, too', async () => {
  const text = `(a-label)=\n\n# Cells\n\n${prose}\n\n## Membranes\n\n${more}\n`
  const input = project([{ path: 'a.md', text }], { capture: 'all' })
  const { leftOut = [] } = await previewDataset(input, { preset: 'study' }, 1)
  const directives = leftOut.find(({ name }) => name === 'directives')!
  expect(directives.count).toBe(2)
  expect(directives.examples).toEqual([{ path: 'a.md', line: 1, text: '(a-label)=' }])
})

test('a record says that it begins where its lead-in does', async () => {
  const leadIn = 'There are two things to tell:'
  const text = `# Cells\n\n${leadIn}\n\n${prose}\n\n# Membranes\n\n${more}\n`
  const opened = await captured(text, { preset: 'instruct', validationFraction: 0 })
  const rows = ['train', 'val'].flatMap((side) =>
    jsonLines<{ start_line: number; end_line: number }>(
      opened.texts.get(`litgpt/${side}.sources.jsonl`)
    )
  )
  const at = outputs(opened).findIndex((output) => output.includes(leadIn))
  expect(rows[at]).toMatchObject({ start_line: 3, end_line: 5 })
})

describe('comments of MDX and Hugo are in no file', () => {
  test.each([
    ['on lines of their own', '{/*\nhidden words\n*/}'],
    ['in a line', `${more} {/* hidden words */} ${prose}`],
    ['of Hugo', '{{/* hidden words */}}']
  ])('%s', async (_, comment) => {
    const text = `# Cells\n\n${prose}\n\n${comment}\n\n# Code\n\n\`{/* a */}\` is written in {/* hidden words */} code.\n\n\`\`\`jsx\n<p>{/* shown in code */}</p>\n\`\`\`\n`
    for (const preset of ['study', 'instruct', 'seed'] as const) {
      const { texts } = await captured(text, { preset })
      const all = [...texts.values()].join('\n')
      expect(all).not.toContain('hidden words')
      expect(all).toContain('<p>{/* shown in code */}</p>')
      expect(all).toContain('`{/* a */}` is written in code.')
    }
  })
})
