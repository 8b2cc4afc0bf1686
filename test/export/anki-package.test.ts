import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { ankiJson } from '../../src/export/anki/json/anki-json.ts'
import { ankiPackage } from '../../src/export/anki/package/anki-package.ts'
import { ankiText } from '../../src/export/anki/text/anki-text.ts'
import { compile, compareWithLedger, ExportError, type Ledger } from '../../src/laegna.ts'
import { exportPackage, packagedLedger } from './open-package.ts'
import { book, cardsOnly, context, project, seedExample } from './projects.ts'

const now = (seconds: number) => new Date(seconds * 1000)

test('the example: a package of one note type, with the cards in order under their deck', async () => {
  const { name, entries, models, notes, decks } = await exportPackage(seedExample())
  expect(name).toBe('Seed-example.apkg')
  expect(entries).toEqual(['collection.anki2', 'media', 'laegna-ledger.json'])
  expect(models.map(({ id, name }) => [id, name])).toEqual([[1756001417001, 'Laegna Q&A']])
  expect(decks.map(({ name }) => name).sort()).toEqual(['Default', 'LaegnaAITraining'])
  expect(notes.map(({ guid, due }) => [guid, due])).toEqual([
    ['7JENQZhjw5f', [1]],
    ['AgibM0Vqji5', [2]],
    ['FVTwN2mKwPY', [3]]
  ])
  expect(notes[2]).toMatchObject({
    fields: [
      'How are Q &amp; A tags transformed into Anki cards?',
      expect.stringMatching(/^Each \[\/Q\]\.\.\. \[Q\/\] section/),
      'Laegna AI Training Overview / Q &amp; A Usage',
      'seed-example.md',
      '',
      'FVTwN2mKwPY'
    ],
    tags: ' qa markdown laegna ',
    sorted: 'How are Q & A tags transformed into Anki cards?',
    decks: ['LaegnaAITraining']
  })
})

test('the checksum is the first four bytes of the SHA-1 of the question without its tags', async () => {
  const { notes } = await exportPackage(
    cardsOnly([{ questionHtml: 'What is <b>this</b> &amp; that? <img src="a.png" alt="x">' }])
  )
  expect(notes[0]!.sorted).toBe('What is this & that? x')
  const hash = createHash('sha1').update(notes[0]!.sorted).digest()
  expect(notes[0]!.checksum).toBe(hash.readUInt32BE(0))
})

test('same input and time, same bytes', async () => {
  const input = book(3, 4, { decks: 'chapter' })
  const [one, other] = await Promise.all([exportPackage(input), exportPackage(input)])
  expect(one.bytes).toEqual(other.bytes)
})

test('decks nest, each says in Markdown where its cards come from', async () => {
  const { decks, notes } = await exportPackage(
    project(
      [{ path: 'shelf/a.md', text: '# One: `x`\n\n## Two\n\n[/Q]Q[Q/] [/A]A[A/]\n' }],
      { decks: 'chapter', deck: 'Root' },
      'My *best* notes'
    )
  )
  expect(decks.map(({ name }) => name)).toEqual([
    'Default',
    'Root',
    'Root::shelf',
    'Root::shelf::a',
    'Root::shelf::a::One: x',
    'Root::shelf::a::One: x::Two'
  ])
  expect(notes[0]!.decks).toEqual(['Root::shelf::a::One: x::Two'])
  expect(decks[1]).toMatchObject({
    md: true,
    desc: 'Cards of **My \\*best\\* notes**, from `shelf/a.md`.'
  })
})

test('cards asked both ways have their own note type, and two cards a note', async () => {
  const { models, notes } = await exportPackage(seedExample(), { reversed: true })
  expect(models.map(({ name }) => name)).toEqual(['Laegna Q&A (both ways)'])
  expect(notes.map(({ due }) => due)).toEqual([
    [1, 1],
    [2, 2],
    [3, 3]
  ])
})

describe('media', () => {
  const text = [
    '# Media',
    '[/Q]![a cell](img/a%20cell.PNG) twice ![](img/copy.png)[Q/]',
    '[/A]![[say.mp3]] and ![gone](none.png) and ![no bytes](lost.png)[A/]'
  ].join('\n\n')
  const files = [{ path: 'a.md', text }]
  const bytes = (letter: string) => new TextEncoder().encode(letter.repeat(9))
  const media = new Map([
    ['img/a cell.PNG', bytes('a')],
    ['img/copy.png', bytes('a')],
    ['say.mp3', bytes('s')],
    ['unused.png', bytes('u')]
  ])
  const compilation = compile(files, {}, [...media.keys(), 'lost.png'])
  const input = { name: 'Media', files, compilation, media }
  const nameOf = (letter: string, ending: string) =>
    `laegna-${createHash('sha256').update(bytes(letter)).digest('hex').slice(0, 20)}.${ending}`

  test('go into the package once, named by their content; only those that cards show', async () => {
    const packed = await exportPackage(input)
    expect([...packed.media]).toEqual([
      [nameOf('a', 'png'), bytes('a')],
      [nameOf('s', 'mp3'), bytes('s')]
    ])
    expect(packed.notes[0]!.fields.slice(0, 2)).toEqual([
      `<img src="${nameOf('a', 'png')}" alt="a cell"> twice <img src="${nameOf('a', 'png')}" alt="">`,
      `[sound:${nameOf('s', 'mp3')}] and gone and no bytes`
    ])
    expect(packed.result.notes).toEqual([expect.stringMatching(/^lost\.png could not be read/)])
  })

  test('another picture under the same name is a change; another name for the same is none', async () => {
    const first = await exportPackage(input)
    const renamed = {
      ...input,
      compilation: compile(
        [{ path: 'a.md', text: text.replace('img/a%20cell.PNG', 'cell.png') }],
        {},
        ['cell.png', 'img/copy.png', 'say.mp3', 'lost.png']
      ),
      media: new Map([...media, ['cell.png', bytes('a')]])
    }
    const mods = async (next: typeof input, seconds: number) => {
      const ledger = first.result.ledger!
      return (await exportPackage({ ...next, ledger }, {}, now(seconds))).notes[0]!.mod
    }
    expect(await mods(input, 1.8e9)).toBe(1.7e9)
    const other = new Map([...media, ['say.mp3', bytes('t')]])
    expect(await mods({ ...input, media: other }, 1.8e9)).toBe(1.8e9)
    // The Markdown is another, so the card is; what Anki shows is the same.
    expect(await mods(renamed, 1.8e9)).toBe(1.7e9)
  })

  test('that could not be read for a while come back into a card that was written without them', async () => {
    const write = (answer: string, known: Map<string, Uint8Array>, at: number, before?: Ledger) => {
      const text = `[/Q]![a cell](cell.png)[Q/] [/A]${answer}[A/]`
      const files = [{ path: 'a.md', text }]
      const compilation = compile(files, {}, ['cell.png'])
      const input = { name: 'Media', files, compilation, media: known }
      return exportPackage({ ...input, ...(before && { ledger: before }) }, {}, now(at))
    }
    const [cell, none] = [new Map([['cell.png', bytes('a')]]), new Map<string, Uint8Array>()]
    const first = await write('This.', cell, 100)
    // What did not change is not written, so Anki keeps the picture that it has.
    const blind = await write('This.', none, 200, first.result.ledger)
    expect(blind.notes[0]!.mod).toBe(100)
    expect((await write('This.', cell, 300, blind.result.ledger)).notes[0]!.mod).toBe(100)
    const edited = await write('That.', none, 400, first.result.ledger)
    expect(edited.notes[0]).toMatchObject({
      mod: 400,
      fields: ['a cell', 'That.', '', 'a.md', '', edited.notes[0]!.guid]
    })
    const again = await write('That.', none, 500, edited.result.ledger)
    expect(again.notes[0]!.mod).toBe(400)
    expect((await write('That.', cell, 600, again.result.ledger)).notes[0]!.mod).toBe(600)
  })
})

describe('exporting again', () => {
  const write = (answer: string, title = 'Chapter') =>
    project([
      {
        path: 'a.md',
        text: `# ${title}\n\n[/Q]Which?[Q/]\n[/A]${answer}[A/]\n\n[/Q]Two?[Q/] [/A]2[A/]`
      }
    ])

  test('moves the time of what changed, and of nothing else', async () => {
    const first = await exportPackage(write('This.'), {}, now(100))
    const ledger = first.result.ledger!
    const second = await exportPackage({ ...write('That.'), ledger }, {}, now(200))
    expect(second.notes.map(({ mod }) => mod)).toEqual([200, 100])
    expect(second.notes.map(({ guid }) => guid)).toEqual(first.notes.map(({ guid }) => guid))
  })

  test('takes a side for changed where its Markdown stands in for HTML that is empty', async () => {
    const video = (name: string) => `<iframe src="https://example.org/${name}"></iframe>`
    let ledger: Ledger | undefined
    const mods: number[] = []
    for (const answer of ['A film.', video('one'), video('two'), video('two'), 'A film.']) {
      const input = { ...write(`\n\n${answer}\n\n`), ...(ledger && { ledger }) }
      const { notes, result } = await exportPackage(input, {}, now(100 * (mods.length + 1)))
      ledger = result.ledger
      mods.push(notes[0]!.mod)
    }
    expect(mods).toEqual([100, 200, 300, 300, 500])
  })

  test('with other choices moves the time of all, once', async () => {
    const first = await exportPackage(write('This.'), {}, now(100))
    const second = await exportPackage(
      { ...write('This.'), ledger: first.result.ledger! },
      { prefixes: true },
      now(200)
    )
    const third = await exportPackage(
      { ...write('This.'), ledger: second.result.ledger! },
      { prefixes: true },
      now(300)
    )
    expect([first, second, third].map(({ notes }) => notes.map(({ mod }) => mod))).toEqual([
      [100, 100],
      [200, 200],
      [200, 200]
    ])
    expect(
      compareWithLedger({ ...write('This.'), ledger: third.result.ledger! }).unchanged
    ).toHaveLength(2)
  })

  test('holds to what was chosen before where nothing is chosen, as notes keep their type', async () => {
    const chosen = { reversed: true, separator: ': ' }
    const first = await exportPackage(write('This.'), chosen, now(100))
    const input = { ...write('This.'), ledger: first.result.ledger! }
    const second = await exportPackage(input, {}, now(200))
    expect(second.notes).toEqual(first.notes)
    expect(second.notes.map(({ due }) => due.length)).toEqual([2, 2])
    expect(second.result.notes).toEqual([])
    const preview = await ankiPackage.preview(input, {}, context)
    expect(preview.warnings).toEqual([])
    expect(preview.before).toMatchObject(chosen)
    const { notes } = await exportPackage(input, { reversed: false }, now(300))
    expect(notes.map(({ due }) => due.length)).toEqual([1, 1])
  })

  test('from the package alone, where the ledger was lost', async () => {
    const first = await exportPackage(write('This.'), {}, now(100))
    const moved = await exportPackage(
      { ...write('That.', 'Renamed'), ledger: first.result.ledger! },
      {},
      now(200)
    )
    expect(await packagedLedger(moved.bytes)).toEqual(moved.result.ledger)
  })

  test('a deck of a hundred thousand levels is one of as many as anybody has', async () => {
    const settings = { deck: 'd::'.repeat(100_000) + 'e' }
    const { notes } = await exportPackage({ ...write('This.'), settings }, {}, now(100))
    expect(notes[0]!.decks[0]!.split('::').length).toBeLessThan(100)
  })

  test('under another name of the deck says beforehand that Anki leaves cards in the old one', async () => {
    const first = await exportPackage(
      { ...write('This.'), settings: { deck: 'Biology' } },
      {},
      now(100)
    )
    const renamed = {
      ...write('This.'),
      settings: { deck: 'Bio::2' },
      ledger: first.result.ledger!
    }
    const { warnings } = await ankiPackage.preview(renamed, {}, context)
    expect(warnings).toEqual([expect.stringContaining('“Biology”')])
    expect(warnings[0]).toContain('only new ones go to “Bio::2”')
    const json = await ankiJson.run(renamed, {}, context)
    expect(
      (await ankiPackage.preview({ ...renamed, ledger: json.ledger! }, {}, context)).warnings
    ).toHaveLength(1)
    const second = await exportPackage(renamed, {}, now(200))
    expect(
      (await ankiPackage.preview({ ...renamed, ledger: second.result.ledger! }, {}, context))
        .warnings
    ).toEqual([])
  })

  test('in another form warns that Anki will take no changes', async () => {
    const { ledger } = await ankiText.run(write('This.'), {}, context)
    const { result } = await exportPackage({ ...write('That.'), ledger: ledger! })
    expect(result.notes).toEqual([expect.stringMatching(/went to Anki as a text file before/)])
    const preview = await ankiPackage.preview({ ...write('That.'), ledger: ledger! }, {}, context)
    expect(preview.warnings).toEqual(result.notes)
    const again = await ankiText.run({ ...write('That.'), ledger: ledger! }, {}, context)
    expect(again.notes).toEqual([])
  })

  test('in another form does not warn of cards that only other programs got before', async () => {
    const two = cardsOnly([{ question: 'One?' }, { question: 'Two?' }])
    const one = cardsOnly([{ question: 'One?' }])
    const first = (await exportPackage(one)).result
    const other = await ankiJson.run({ ...two, ledger: first.ledger! }, {}, context)
    const reversed = { reversed: true }
    const second = (await exportPackage({ ...two, ledger: other.ledger! }, reversed)).result
    const third = (await exportPackage({ ...two, ledger: second.ledger! })).result
    expect([second, third].map(({ notes }) => notes)).toEqual([
      [expect.stringMatching(/^1 of 2 cards went to Anki as a package before/)],
      [expect.stringMatching(/^1 of 2 cards went to Anki as a package of cards asked both ways/)]
    ])
  })
})

test('no card, no package, but what to do; and a cancelled one ends', async () => {
  const none = ankiPackage.run(project([{ path: 'a.md', text: '# No card' }]), {}, context)
  await expect(none).rejects.toThrow(ExportError)
  const cancel = new AbortController()
  const progress = () => cancel.abort(new Error('enough'))
  const run = ankiPackage.run(book(30, 100), {}, { ...context, signal: cancel.signal, progress })
  await expect(run).rejects.toThrow('enough')
})

describe('code', () => {
  const code = "if a < 1: # [sound:x] {{c1::y}}\n\n    print('z')"
  const input = project([
    {
      path: 'a.md',
      text: `[/Q]\n\`\`\`python\n${code}\n\`\`\`\n[Q/]\n\n[/A]\n\`\`\`none\na & b\n\`\`\`\n[A/]`
    }
  ])

  test('is coloured, keeps its lines, and hides what Anki would take up', async () => {
    const { notes } = await exportPackage(input)
    const [front, back] = notes[0]!.fields
    expect(front).toMatch(
      /^<pre><code class="language-python"><span class="hljs-keyword">if<\/span> a &lt; /
    )
    expect(front).toContain(
      '&#91;sound:x] &#123;{c1::y}}</span>\n\n    <span class="hljs-built_in">print'
    )
    expect(back).toBe('<pre><code class="language-none">a &amp; b\n</code></pre>')
  })

  test('stands at the left where the note type centres all text', async () => {
    const { files } = await ankiText.run(input, {}, context)
    expect(new TextDecoder().decode(files[0]!.bytes)).toContain('<pre style=""text-align: left"">')
  })
})
