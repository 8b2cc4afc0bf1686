import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Compiler, joinParts } from '../../../src/laegna.ts'
import { changeParts, forPage, type Parts } from '../../../src/worker/reader/compilation-change.ts'
import { ShownParts } from '../../../src/worker/reader/shown-parts.ts'
import { taggedDocuments } from '../../random-documents.ts'

/** What the page knows, told over a channel as the worker tells it. */
class Page {
  version: number | undefined
  parts: Parts = new Map()
  /** Rows of all lists that the last news brought. */
  sent = 0

  hear(compiler: Compiler, shown: ShownParts): void {
    const { version, isWhole, change } = structuredClone(shown.news(compiler.parts, this.version))
    this.parts = changeParts(isWhole ? new Map() : this.parts, change)
    this.version = version
    this.sent = change.parts
      .flatMap(({ lists }) => Object.values(lists))
      .reduce((sum, { rows }) => sum + rows.length, 0)
  }
}

test('told of what changed alone, the page knows all that was read', () => {
  const place = fc.record({
    path: fc.constantFrom('a.md', 'b.md', 'c/a.md'),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(30),
    words: fc.oneof(
      taggedDocuments,
      fc.constantFrom('x', '\n', '\n\n# New\n\n', '[/Q]q[Q/] [/A]a[A/]', '')
    )
  })
  fc.assert(
    fc.property(
      taggedDocuments,
      fc.array(place, { minLength: 1, maxLength: 8 }),
      (begun, edits) => {
        const compiler = new Compiler({ capture: 'all' })
        const [page, shown] = [new Page(), new ShownParts()]
        const texts = new Map([['a.md', begun]])
        compiler.update('a.md', begun)
        page.hear(compiler, shown)
        for (const { path, at, length, words } of edits) {
          const text = texts.get(path) ?? begun
          const from = Math.floor(at * text.length)
          texts.set(path, text.slice(0, from) + words + text.slice(from + length))
          compiler.update(path, texts.get(path) ?? '')
          // Sometimes the page missed what it was told last.
          if (length === 7) page.version = undefined
          page.hear(compiler, shown)
          expect(joinParts(page.parts.values())).toEqual(joinParts(compiler.parts.map(forPage)))
        }
      }
    )
  )
})

const chapter = (name: string) =>
  `# ${name}\n\n[/Q]What is ${name}?[Q/] [/A]A word.[A/]\n\nText. [A/]\n\n`
const chapters = Array.from({ length: 40 }, (_, at) => chapter(`word ${String(at)}`))

test('a key in one of many files, and a line put in before others, bring a few rows', () => {
  const compiler = new Compiler({ capture: 'all' })
  const [page, shown] = [new Page(), new ShownParts()]
  for (let at = 0; at < 20; at++) compiler.update(`${String(at)}.md`, chapters.join(''))
  page.hear(compiler, shown)
  const all = page.sent
  const { cards } = joinParts(page.parts.values())

  const typed = chapters.with(20, chapter('another'))
  compiler.update('7.md', typed.join(''))
  page.hear(compiler, shown)
  expect(page.sent).toBeLessThan(all / 500)
  const after = joinParts(page.parts.values())
  expect(after.cards[0]).toBe(cards[0])
  expect(after).toEqual(joinParts(compiler.parts.map(forPage)))

  compiler.update('7.md', '# Put in before\n\n' + typed.join(''))
  page.hear(compiler, shown)
  // Chapters have other numbers now, so that those alone come anew.
  compiler.update('7.md', '# Put in before\n\nA paragraph.\n\n' + typed.join(''))
  page.hear(compiler, shown)
  expect(page.sent).toBeLessThan(all / 500)
  expect(joinParts(page.parts.values())).toEqual(joinParts(compiler.parts.map(forPage)))
})
