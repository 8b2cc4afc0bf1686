import { describe, expect, test } from 'vitest'
import type { DiagramDrawing, ExportContext, ExportInput, Ledger } from '../../src/laegna.ts'
import { ankiDelivery, compareWithLedger, compile, exporters } from '../../src/laegna.ts'
import { openPackage } from './open-package.ts'
import { context, project } from './projects.ts'

const fence = (source: string, info = 'mermaid') => `\`\`\`${info}\n${source}\n\`\`\``
const card = (question: string, answer: string) => `[/Q]${question}[Q/]\n[/A]\n${answer}\n[A/]\n`
const flow = 'flowchart LR\n  accTitle: "A" to {{B}}\n  A --> B'
const svg = (source: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg"><!--${source.length}--></svg>`

const asked: string[] = []
/** Stands in for the page, where a browser is needed: draws what does not say “broken”. */
async function drawDiagram(source: string): Promise<DiagramDrawing> {
  asked.push(source)
  if (source.includes('broken')) return { kind: 'broken', why: 'it is broken. Mend it.' }
  return { kind: 'picture', svg: svg(source) }
}
async function offline(source: string): Promise<DiagramDrawing> {
  asked.push(source)
  return { kind: 'unavailable', why: 'what draws them is not there. Come back.' }
}

async function run(id: string, input: ExportInput, by: Partial<ExportContext> = { drawDiagram }) {
  asked.length = 0
  const { files, ...result } = await exporters
    .find((one) => one.id === id)!
    .run(input, {}, { ...context, ...by })
  return { ...result, bytes: files[0]!.bytes, text: new TextDecoder().decode(files[0]!.bytes) }
}

async function packed(input: ExportInput, by?: Partial<ExportContext>) {
  const result = await run('anki-package', input, by)
  return { result, ...(await openPackage(result.bytes)) }
}

const one = (text: string, settings = {}) => project([{ path: 'a.md', text }], settings)

describe('a diagram on a card', () => {
  test('is a picture of the package, told in words', async () => {
    const { notes, media } = await packed(one(card('Way?', `So:\n\n${fence(flow)}\n\nSee?`)))
    const [name] = media.keys()
    expect(name).toMatch(/^laegna-diagram-[\da-f]{20}\.svg$/)
    expect(notes[0]!.fields[1]).toBe(
      `<p>So:</p>\n<div class="diagram"><img src="${name}" alt="&quot;A&quot; to &#123;{B}}"></div>\n<p>See?</p>`
    )
    expect(new TextDecoder().decode(media.get(name!))).toBe(svg(flow))
  })

  test('has a name by its source: the same everywhere, another where it is another', async () => {
    const names = async (...texts: string[]) => [
      ...(await packed(one(texts.join('\n')))).media.keys()
    ]
    const [first] = await names(card('1', fence(flow)))
    expect(
      await names(
        card('2', fence(flow, 'Mermaid')),
        card('3', `- ${fence(flow).replaceAll('\n', '\n  ')}`)
      )
    ).toEqual([first])
    expect(await names(card('4', fence(`${flow} --> C`)))).not.toContain(first)
    expect(asked).toHaveLength(1)
  })

  test('is drawn once, stands beside other media, and in gaps', async () => {
    const text = card('![](b.png)', fence(flow)) + `\n[/Q]\nA {{c1::gap}}\n\n${fence(flow)}\n[Q/]\n`
    const { notes, media } = await packed({
      ...one(text),
      media: new Map([['b.png', new Uint8Array([1])]])
    })
    expect(asked).toEqual([flow])
    expect([...media.keys()].filter((name) => name.includes('diagram'))).toHaveLength(1)
    expect(
      notes.map(({ fields }) => fields.slice(0, 2).join().includes('<div class="diagram"><img'))
    ).toEqual([true, true])
  })

  test('comes with what is sent to Anki', async () => {
    const { delivery } = await ankiDelivery(
      one(card('Way?', fence(flow))),
      {},
      { ...context, drawDiagram }
    )
    expect(delivery.notes[0]!.fields['Answer']).toContain(`<img src="${delivery.media[0]!.name}"`)
  })

  test('stands in the file itself where that has no room for media', async () => {
    const address = `data:image/svg+xml;base64,${btoa(svg(flow))}`
    const input = one(card('Way?', fence(flow)))
    expect((await run('anki-text', input)).text).toContain(address)
    const [record] = JSON.parse((await run('anki-json', input)).text) as Record<string, string>[]
    expect(record!['back_html']).toContain(address)
    expect(record!['answer']).toBe(fence(flow))
    expect((await run('anki-json', input)).notes).toEqual([])
  })
})

test('the look at a file before shows where pictures will be', async () => {
  const look = async (id: string, told: Partial<ExportInput>) => {
    const input = { ...one(card('Way?', fence(flow))), ...told }
    const { samples } = await exporters.find((one) => one.id === id)!.preview(input, {}, context)
    return samples[0]!.text
  }
  for (const id of ['anki-text', 'anki-json']) {
    expect(await look(id, { drawsDiagrams: true })).toContain('data:image/svg+xml;base64,…')
    expect(await look(id, {})).toContain('language-mermaid')
    const off = { drawsDiagrams: true, settings: { noteSyntax: false } }
    expect(await look(id, off)).toContain('language-mermaid')
  }
})

describe('a diagram stays code', () => {
  const code = '<pre><code class="language-mermaid">'

  test('where it is broken, and one sentence says how many are, where and why', async () => {
    const text = [
      card('1', fence(flow)),
      card('2', fence('broken 1')),
      card('3', fence('broken 2'))
    ]
    const { notes, media, result } = await packed(one(text.join('\n')))
    expect(notes.map(({ fields }) => fields[1]!.startsWith(code))).toEqual([false, true, true])
    expect(media.size).toBe(1)
    expect(result.notes).toEqual([
      '2 diagrams stay code, the first in a.md: it is broken. Mend it.'
    ])
  })

  test('where nothing can be drawn, which is asked once', async () => {
    const text = card('1', fence(flow)) + card('2', fence(`${flow} --> C`))
    const { notes } = await run('anki-text', one(text), { drawDiagram: offline })
    expect(notes).toContain('2 diagrams stay code: what draws them is not there. Come back.')
    expect(asked).toHaveLength(1)
  })

  test('where nobody draws, where the setting is off, and where it is none', async () => {
    const input = one(card('1', fence(flow)))
    expect((await packed(input, {})).notes[0]!.fields[1]).toContain(code)
    const off = one(card('1', fence(flow)), { noteSyntax: false })
    expect((await packed(off)).notes[0]!.fields[1]).toContain(code)
    const others = ['`mermaid`', fence('x', 'js'), fence(' '), fence('x', 'mermaids')].join('\n\n')
    expect((await packed(one(card('1', others)))).media.size).toBe(0)
    expect(asked).toEqual([])
  })

  test('in datasets', async () => {
    const input = one(card('1', fence(flow)) + '\nMore.\n', { capture: 'all' })
    const drawn = await run('dataset', input)
    expect(asked).toEqual([])
    expect(drawn.bytes).toEqual((await run('dataset', input, {})).bytes)
  })
})

describe('Anki gets a card anew', () => {
  const input = one(card('Way?', fence(flow)))
  const at = (seconds: number) => new Date(seconds * 1000)
  const drawing = (seconds: number) => ({ drawDiagram, now: at(seconds) })

  async function exported(
    from: ExportInput,
    ledger: Ledger | undefined,
    by: Partial<ExportContext>
  ) {
    const result = await packed({ ...from, ...(ledger && { ledger }) }, by)
    const [{ guid, mod, fields }] = result.notes as [(typeof result.notes)[0]]
    return {
      guid,
      mod,
      isDrawn: fields[1]!.includes('<img'),
      ledger: result.result.ledger!
    }
  }
  const forecast = (ledger: Ledger, from = input, drawsDiagrams = true) =>
    compareWithLedger({ ...from, ledger, drawsDiagrams }).changed.map(({ changes }) => changes)

  test('once its diagram is drawn, and never for an old one', async () => {
    const code = await exported(input, undefined, { now: at(100) })
    expect(forecast(code.ledger)).toEqual([['media']])
    expect(forecast(code.ledger, input, false)).toEqual([])
    const drawn = await exported(input, code.ledger, drawing(200))
    expect(drawn).toMatchObject({ guid: code.guid, mod: 200, isDrawn: true })
    expect(forecast(drawn.ledger)).toEqual([])
    expect(await exported(input, drawn.ledger, drawing(300))).toMatchObject({ mod: 200 })
    const other = one(card('Way?', fence(`${flow} --> C`)))
    const changed = await exported(other, drawn.ledger, drawing(400))
    expect(changed).toMatchObject({ guid: code.guid, mod: 400 })
  })

  test('but keeps its picture while nothing can be drawn', async () => {
    const drawn = await exported(input, undefined, drawing(100))
    const without = await exported(input, drawn.ledger, { drawDiagram: offline, now: at(200) })
    expect(without).toMatchObject({ mod: 100, isDrawn: false })
    expect(forecast(without.ledger)).toEqual([])
    expect(await exported(input, without.ledger, drawing(300))).toMatchObject({ mod: 100 })

    const other = one(card('Way?', `${fence(flow)}\n\nSo.`))
    const changed = await exported(other, without.ledger, { drawDiagram: offline, now: at(400) })
    expect(changed).toMatchObject({ mod: 400, isDrawn: false })
    expect(forecast(changed.ledger, other)).toEqual([['media']])
    const again = await exported(other, changed.ledger, drawing(500))
    expect(again).toMatchObject({ mod: 500, isDrawn: true })
  })

  test('not again for one that is broken, nor for pictures beside it', async () => {
    const media = new Map([['b.png', new Uint8Array([1])]])
    const text = card('![](b.png)', fence('broken'))
    const files = [{ path: 'a.md', text }]
    const compilation = compile(files, {}, ['b.png'])
    const both = { ...project(files), compilation, media }
    const first = await exported(both, undefined, drawing(100))
    expect(await exported(both, first.ledger, drawing(200))).toMatchObject({ mod: 100 })
    const offlineThen = await exported(both, first.ledger, { drawDiagram: offline, now: at(300) })
    expect(offlineThen).toMatchObject({ mod: 100 })
    const { media: _, ...lost } = both
    expect(await exported(lost, first.ledger, drawing(400))).toMatchObject({ mod: 100 })
  })

  test('as code, once note syntax is off', async () => {
    const drawn = await exported(input, undefined, drawing(100))
    const off = one(card('Way?', fence(flow)), { noteSyntax: false })
    expect(forecast(drawn.ledger, off)).toEqual([['media']])
    expect(await exported(off, drawn.ledger, drawing(200))).toMatchObject({
      mod: 200,
      isDrawn: false
    })
  })
})

describe('a diagram on the saved page', () => {
  test('is a picture in it, or code', async () => {
    const text = `# T\n\n> ${fence(flow).replaceAll('\n', '\n> ')}\n\n${fence('broken <b>')}\n`
    const done: number[] = []
    const { text: page, notes } = await run('html', one(text), {
      drawDiagram,
      progress: (count) => void done.push(count)
    })
    const address = `data:image/svg+xml;base64,${btoa(svg(flow))}`
    expect(page).toContain(
      `<figure class="diagram"><img src="${address}" alt="&quot;A&quot; to {{B}}"></figure>`
    )
    expect(page).toContain(
      '<figure class="diagram"><pre><code class="language-mermaid">broken &lt;b>'
    )
    expect(notes).toEqual(['1 diagram stays code, in a.md: it is broken. Mend it.'])
    expect(done).toEqual([0.5, 1, 1])
    expect((await run('html', one(text), {})).text).not.toContain('data:image/svg')
  })
})
