import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Node } from 'mdast'
import { expect, it } from 'vitest'
import { languages } from '../../src/language/languages.ts'
import { parse } from '../../src/markdown/parse.ts'

const english = shapeOf('markdown.md')

const finished = languages.filter(({ code, unfinished }) => code !== 'en' && !unfinished)

it.each(finished)('the guide in $name says what the English one does', ({ code }) => {
  const name = `markdown.${code}.md`
  expect(
    shapeOf(name),
    `docs/${name} needs what docs/markdown.md has: the same samples in the same places, with the same figures and codes below them.`
  ).toEqual(english)
})

/** What no translation may change: the order of things, the samples, what is in code, the links, and the figures of what a sample gives. */
function shapeOf(name: string): unknown[] {
  const text = readFileSync(join(import.meta.dirname, '../../docs', name), 'utf8')
  let isClaim = false
  return parse(text).root.children.map((node) => {
    const claimed = isClaim ? textOf(node, text).match(/\d+|[a-z]+-[-a-z]+/g) : null
    isClaim = node.type === 'code'
    return { ...what(node), inside: inside(node).sort(), claimed }
  })
}

function what(node: Node): object {
  const { type, depth, lang, value } = node as Node & Record<string, unknown>
  return type === 'code' ? { type, lang, value } : { type, depth }
}

/** In the order of its words; languages have orders of their own. */
function inside(node: Node): string[] {
  const own = [
    ...('url' in node ? [String(node.url)] : []),
    ...('alt' in node ? ['picture'] : []),
    ...(node.type === 'inlineCode' && 'value' in node ? [withoutWords(String(node.value))] : []),
    ...(/^(?:listItem|tableRow|tableCell)$/.test(node.type) ? [node.type] : [])
  ]
  return 'children' in node ? [...own, ...(node.children as Node[]).flatMap(inside)] : own
}

/** `[/Q]question[Q/]` names in words what stands between the tags. */
function withoutWords(code: string): string {
  return code.replace(/(?<=^\[\/[QAT]\])\p{L}+(?=\[)/u, '')
}

function textOf({ position }: Node, text: string): string {
  return text.slice(position?.start.offset, position?.end.offset)
}
