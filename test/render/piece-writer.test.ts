import fc from 'fast-check'
import type { Root } from 'hast'
import { raw } from 'hast-util-raw'
import { expect, it } from 'vitest'
import { readDocument } from '../../src/document/read-document.ts'
import type { AnyTag } from '../../src/markdown/tree/nodes.ts'
import { clean, toRawHast } from '../../src/render/hast.ts'
import { MediaPaths } from '../../src/render/media-paths.ts'
import { NotePaths } from '../../src/render/note-paths.ts'
import { PieceWriter, type ReadText } from '../../src/render/preview/piece-writer.ts'
import { taggedDocuments } from '../random-documents.ts'

/** `SEED=7 RUNS=20000 npx vitest run test/render/piece-writer.test.ts` looks longer, elsewhere. */
const runs = { numRuns: Number(process.env['RUNS'] ?? 300) }
const surroundings = {
  path: 'a.md',
  media: new MediaPaths([]),
  notes: new NotePaths([]),
  drawers: {},
  diagrams: true,
  lineBreaks: false
}

function read(source: string): ReadText {
  const { text, blocks, definitions, sections } = readDocument({ path: 'a.md', text: source })
  return {
    text,
    blocks,
    definitions: [...definitions.values()].map(({ node }) => node),
    markers: sections.flatMap(({ marking }) => marking.markers)
  }
}

it('writes the same while a text changes as it writes of each state by itself', () => {
  const edits = fc.array(
    fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(30), taggedDocuments),
    { maxLength: 4 }
  )
  fc.assert(
    fc.property(taggedDocuments, edits, (start, edits) => {
      const writer = new PieceWriter()
      let text = start
      writer.write(read(text), surroundings, text.length / 2)
      for (const [share, removed, inserted] of edits) {
        const at = Math.round(share * text.length)
        text = text.slice(0, at) + inserted.slice(0, 40) + text.slice(at + removed)
        expect(writer.write(read(text), surroundings)).toEqual(
          new PieceWriter().write(read(text), surroundings)
        )
      }
    }),
    runs
  )
})

const htmlPassages = [
  'Plain *text*.',
  '- a\n- b',
  '<details>\n<summary>s</summary>',
  '</details>',
  '<div align="center">',
  '</div>',
  '<p>open',
  'a <b>bold',
  'end</b> of it',
  '<table><tr><td>',
  '</td></tr></table>',
  '<ul><li>a',
  '<li>b',
  '</ul>',
  'an <Unknown /> element',
  '<MyThing>',
  '<!-- note -->',
  '<script>\nlet a = "<div>"\n</script>',
  '<select><option>a',
  '<svg><p>in',
  '<a href="https://example.org">link',
  '```html\n<div>\n```',
  '> <i>quoted',
  '<textarea>',
  '<svg>\n<path d="M0"/>',
  '</svg>',
  '<path>',
  'a <T> b <foo y<div> c',
  '<div>\n<K,V <b> bold\n</div>',
  '<div'
]

it('writes blocks of raw HTML by themselves as they read within the whole', () => {
  const documents = fc
    .array(fc.constantFrom(...htmlPassages), { minLength: 1, maxLength: 7 })
    .map((parts) => parts.join('\n\n'))
  fc.assert(
    fc.property(documents, (source) => {
      const pieces = new PieceWriter().write(read(source), surroundings)
      const alone = parsed(pieces.map(({ html }) => html).join('\n'))
      expect(texts(alone)).toEqual(texts(whole(read(source))))
    }),
    runs
  )
})

function whole({ blocks, definitions }: ReadText): Root {
  const marker = ({ value }: AnyTag) => [{ type: 'text', value } as const]
  return clean(toRawHast([...definitions, ...blocks], { marker, math: () => [] }))
}

function parsed(html: string): Root {
  return raw({ type: 'root', children: [{ type: 'raw', value: html }] }) as Root
}

/** Every word that shows, with the elements around it; what was taken out between two texts parts no word. */
function texts(tree: Root): string[] {
  const found: string[] = []
  collect(tree.children, [])
  return found

  function collect(nodes: Root['children'], around: string[]): void {
    let text = ''
    for (const node of [...nodes, undefined]) {
      if (node?.type === 'text') {
        text += node.value
        continue
      }
      const names = [...new Set(around)].sort().join(' ')
      for (const word of text.match(/\S+/g) ?? []) found.push(`${names}: ${word}`)
      text = ''
      if (node?.type === 'element') collect(node.children, [...around, node.tagName])
    }
  }
}
