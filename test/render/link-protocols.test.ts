import { expect, test } from 'vitest'
import { compile, PreviewRenderer, renderCardSides } from '../../src/laegna.ts'
import { drawCardSide } from '../../src/render/preview/draw-card.ts'

async function shown(markdown: string) {
  const text = `[/Q]${markdown}[Q/] [/A]a[A/]`
  const pieces = await new PreviewRenderer().render({ path: 'a.md', text })
  const card = compile([{ path: 'a.md', text }]).cards[0]!
  const front = renderCardSides(card)[0]!.front
  return {
    preview: pieces.map(({ html }) => html).join(''),
    front,
    drawn: drawCardSide(front, { drawers: {}, diagrams: true }, new Set())
  }
}

const kept = [
  'obsidian://open?vault=My%20vault&file=a',
  'zotero://select/items/1_ABC',
  'file:///home/me/a.pdf'
]

test.each(
  kept.flatMap((address) => [`[x](${address})`, `<${address}>`, `<a href="${address}">x</a>`])
)('%s is a link that opens by a click, and not in place of the page', async (markdown) => {
  const { preview, front, drawn } = await shown(markdown)
  expect(front).toMatch(/href="(?:obsidian|zotero|file):/i)
  for (const html of [preview, drawn]) {
    expect(html).toMatch(
      /<a href="(?:obsidian|zotero|file):[^"]*" target="_blank" rel="noopener noreferrer"/i
    )
  }
})

const refused = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  '&#106;avascript:alert(1)',
  'java&Tab;script:alert(1)',
  ' javascript:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'obsidian',
  'blob:x',
  'filesystem:x',
  'view-source:file:///x'
]

test.each(
  refused.flatMap((address) => [
    `[x](<${address}>)`,
    `<a href="${address}">x</a>`,
    `[x][r]\n\n[r]: <${address}>\n`,
    `[[${address}|x]]`
  ])
)('%s opens nothing', async (markdown) => {
  const { preview, front, drawn } = await shown(markdown)
  for (const html of [preview, front, drawn]) {
    expect(html).not.toMatch(/href="\s*(?:java|data|vb|blob|filesystem|view-source)/i)
  }
})

test.each(['obsidian://a.png', 'file:///a.png', 'zotero://a.mp3'])(
  'a picture at %s is never fetched',
  async (address) => {
    const { preview, front } = await shown(`![x](${address}) <img src="${address}">`)
    expect(preview + front).not.toMatch(/\ssrc=/)
  }
)
