import fc from 'fast-check'
import type { Nodes, RootContent } from 'mdast'
import { describe, expect, it } from 'vitest'
import { compile, renderHtml, type Diagnostic } from '../../src/laegna.ts'
import { readDocument } from '../../src/document/read-document.ts'
import { offsets } from '../../src/markdown/tag-places.ts'
import { taggedDocuments } from '../random-documents.ts'

/** `SEED=7 RUNS=20000 npx vitest run test/document/properties.test.ts` looks longer, elsewhere. */
const runs = { numRuns: Number(process.env['RUNS'] ?? 400) }
/** A tag with nothing behind it that a reader would see: to close it there makes a pair without words. */
const unseen = ['[/T]%%\n\n%%', '[/Q]%%a%%', '*[/A]<!-- a -->* b [/A] %%c%%', '[/Q]<br>&nbsp;']
/** A fix there took a tag out of its pair, or was made part of a note. */
const entangled = ['[/Q][Q][/Q]\n\n[/T]\n\n[Q/]', '[/T]^\n\n# One', '[/Q]a ^\\^']
const read = (text: string) => compile([{ path: 'a.md', text }], { capture: 'all' })

describe('any document', () => {
  it('compiles and renders, and every problem points into the text', () => {
    fc.assert(
      fc.property(taggedDocuments, (text) => {
        renderHtml({ path: 'a.md', text })
        const lines = text.split(/\r\n|\n|\r/)
        for (const { start, end } of read(text).diagnostics) {
          expect(start.offset).toBeLessThanOrEqual(end.offset)
          expect(end.offset).toBeLessThanOrEqual(text.length)
          expect(start.column - 1).toBeLessThanOrEqual(lines[start.line - 1]?.length ?? -1)
        }
      }),
      runs
    )
  })

  it('gives spans that hold the text between their tags, and nothing empty', () => {
    fc.assert(
      fc.property(taggedDocuments, (text) => {
        const { sections } = readDocument({ path: 'a.md', text })
        for (const { blocks, marking } of sections) {
          for (const { open, close, content } of marking.spans) {
            const from = offsets(open.tag).end
            const to = offsets(close.tag).start
            expect(solid(leaves(content))).toBe(solid(leaves(blocks, from, to)))
            expect(content.flatMap(emptyNodes)).toEqual([])
          }
        }
      }),
      runs
    )
  })

  it('loses no character but blanks, tags, comments and marks of links to notes from its chapters put together', () => {
    fc.assert(
      fc.property(taggedDocuments, (text) => {
        const { chapters } = compile([{ path: 'a.md', text }], {
          capture: 'all',
          chapterContent: 'own'
        })
        const { sections } = readDocument({ path: 'a.md', text })
        const first = sections.find(({ level, numbered }) => level > 0 || numbered.length > 0)
        const gone = sections
          .flatMap(({ marking, comments, links }) => [
            ...[...marking.markers.map(offsets), ...comments].map((gone) => ({
              ...gone,
              insert: ''
            })),
            ...links
          ])
          .sort((a, b) => a.start - b.start)
        const start = first?.own.start ?? text.length
        let left = ''
        let at = start
        for (const range of gone.filter((range) => range.start >= start)) {
          left += text.slice(at, range.start) + range.insert
          at = range.end
        }
        left += text.slice(at)
        expect(marksless(chapters.map(({ content }) => content).join('\n'))).toBe(marksless(left))
      }),
      runs
    )
  })

  it('offers fixes that remove their problem and add no error', () => {
    fc.assert(
      fc.property(taggedDocuments, (text) => {
        const { diagnostics } = read(text)
        for (const { fix, code, severity } of diagnostics) {
          if (!fix) continue
          const mended = text.slice(0, fix.start) + fix.text + text.slice(fix.end)
          const after = read(mended).diagnostics
          const what = `${code}: ${fix.title}: ${mended}`
          if (severity === 'error') expect(errors(after), what).toBeLessThan(errors(diagnostics))
          else expect(count(after, code), what).toBeLessThan(count(diagnostics, code))
          expect(errors(after), what).toBeLessThanOrEqual(errors(diagnostics))
        }
      }),
      { ...runs, examples: [...unseen, ...entangled].map((text) => [text]) }
    )
  })
})

function count(diagnostics: Diagnostic[], code: string): number {
  return diagnostics.filter((diagnostic) => diagnostic.code === code).length
}

function errors(diagnostics: Diagnostic[]): number {
  return diagnostics.filter(({ severity }) => severity === 'error').length
}

/** What a reader sees of some nodes, in order; only what lies between two offsets. */
function leaves(nodes: Nodes[], from = -Infinity, to = Infinity): string {
  // A bare address found late has no place of its own: it stands where the one before it does.
  let at = -Infinity
  return nodes.map(leaf).join('')

  function leaf(node: Nodes): string {
    if ('children' in node) return node.children.map(leaf).join('')
    at = node.position?.start.offset ?? at
    if (at < from || at >= to) return ''
    if (node.type === 'html') return node.value.replace(/<!--[\s\S]*?-->/g, '')
    return 'value' in node ? node.value : `<${node.type}>`
  }
}

/** Without blanks, breaks and definitions, which a slice may leave out at its ends. */
function solid(text: string): string {
  return text.replace(/\s|<break>/g, '')
}

/** Blanks, and marks of quotes on lines that a tag left empty, may go. */
function marksless(text: string): string {
  return text.replace(/[\s>]/g, '')
}

function emptyNodes(node: RootContent): string[] {
  if (!('children' in node)) return []
  const children: RootContent[] = node.children
  const isEmpty = children.length === 0 && ['paragraph', 'listItem', 'list'].includes(node.type)
  return [...(isEmpty ? [node.type] : []), ...children.flatMap(emptyNodes)]
}
