import { expect, test } from 'vitest'
import { defaultSettings } from '../../../src/laegna.ts'
import { PieceGroups, placeIn } from '../../../src/state/preview/piece-groups.ts'
import { PreviewClient } from '../../../src/worker/reader/preview-client.ts'

const settings = { ...defaultSettings, capture: 'all' as const }
const file = (text: string) => ({ path: 'a.md', text: () => text, length: text.length })

test('the worker draws a document, and then only what an edit has changed', async () => {
  const client = new PreviewClient()
  const wish = { settings, media: [], notes: [], texts: [] }
  const text = '# Title\n\n- a\n- b\n\n| x |\n|---|\n| $1$ |\n'
  const first = await client.render({ ...wish, file: file(text), since: 0 })
  expect(first.isWhole).toBe(true)
  expect(first.change.pieces.map(({ line }) => line)).toEqual([1, 3, 6])
  expect(first.change.pieces.map(({ block }) => block)).toEqual([1, 2, 3])
  expect(first.change.pieces[2]?.html).toContain('<math>')

  const edited = text.replace('- b', '- b\n- c')
  client.forget()
  const second = await client.render({ ...wish, file: file(edited), since: first.version })
  expect(second.isWhole).toBe(false)
  expect(second.change).toMatchObject({ start: 1, removed: 1, lines: 1, blocks: 0 })
  expect(second.change.pieces).toHaveLength(1)

  const other = await client.render({ ...wish, file: file(edited), since: first.version })
  expect(other.isWhole).toBe(true)
  expect(other.change.pieces).toHaveLength(3)
  client.stop()
})

test('of a long document the beginning comes first, and the rest when it is asked for again', async () => {
  const client = new PreviewClient()
  const wish = { settings, media: [], notes: [], texts: [] }
  const chapter = '# Title\n\nSome words, $x$ and [^1].\n\n```js\nlet x = 1\n```\n\n'
  const long = file(`${chapter.repeat(1000)}[^1]: A note.\n`)
  const first = await client.render({ ...wish, file: long, since: 0 })
  expect(first.isPartial).toBe(true)
  expect(first.change.pieces.length).toBeLessThan(2000)
  const groups = new PieceGroups()
  groups.apply(first.change)
  let last = first
  while (last.isPartial) {
    last = await client.render({ ...wish, file: long, since: last.version })
    expect(last.isWhole).toBe(false)
    groups.apply(last.change)
  }
  const whole = await client.render({ ...wish, file: long })
  expect(whole.isPartial).toBe(false)
  const shown = groups.groups.flatMap((group) => group.pieces.map((piece) => placeIn(group, piece)))
  expect(shown).toEqual(whole.change.pieces)
  expect(shown).toHaveLength(3001)
  client.stop()
})

test('what is typed is drawn, also by a worker that does not know the text before', async () => {
  const client = new PreviewClient()
  const wish = { settings, media: [], notes: [], texts: [] }
  let text = '# Title\n\nOne.\n'
  let last = await client.render({ ...wish, file: file(text), since: 0 })
  const type = async (insert: string) => {
    client.type('a.md', [{ start: text.length - 1, end: text.length - 1, insert }])
    text = `${text.slice(0, -1)}${insert}\n`
    last = await client.render({ ...wish, file: file(text), since: last.version })
    return last.change.pieces.at(-1)?.html
  }
  expect(await type(' Two.')).toBe('<p>One. Two.</p>')
  expect(last.isWhole).toBe(false)
  client.stop()
  expect(await type(' Three.')).toBe('<p>One. Two. Three.</p>')
  // Edits of a text that the worker does not have make no wrong preview.
  client.type('a.md', [{ start: 0, end: 0, insert: 'elsewhere' }])
  await expect(client.render({ ...wish, file: file(text), since: last.version })).rejects.toThrow()
  last = await client.render({ ...wish, file: file(text), since: last.version })
  expect(await type(' Four.')).toBe('<p>One. Two. Three. Four.</p>')
  client.stop()
})
