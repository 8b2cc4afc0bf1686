import type { Nodes } from 'mdast'
import { expect, test } from 'vitest'
import { parse } from '../../src/markdown/parse.ts'

/** Kinds of what is read of a text, in order, but for texts and what holds all of it. */
function kindsOf(text: string, noteSyntax: boolean): string[] {
  const kinds: string[] = []
  const walk = (node: Nodes): void => {
    if (!['root', 'paragraph', 'text'].includes(node.type)) kinds.push(node.type)
    if ('children' in node) node.children.forEach(walk)
  }
  walk(parse(text, { noteSyntax }).root)
  return kinds
}

const open = (count: number) => '('.repeat(count)
const close = (count: number) => ')'.repeat(count)

test.each([
  '(x)',
  '()',
  '( x )',
  '(\n x\n)',
  '(<x y>)',
  '(<x> "title")',
  '(x "title")',
  "(x 'title')",
  '(x (title))',
  '(x  "a\nb" )',
  '(a(b)c)',
  String.raw`(a\(b)`,
  String.raw`(a\)b)`,
  String.raw`(a\\)`,
  String.raw`(\a)`,
  String.raw`(\<a)`,
  String.raw`(<a\>b>)`,
  String.raw`(<a\<b>)`,
  String.raw`(<a\\>)`,
  String.raw`(<a\b>)`,
  `(${open(31)}a${close(31)})`,
  `(${open(32)}a${close(32)})`
])('what CommonMark reads as a link stays one beside links to notes: [[a]]%j', (address) => {
  const text = `[[a]]${address} b`
  expect(kindsOf(text, false)).toEqual(['link'])
  expect(kindsOf(text, true)).toEqual(['link'])
})

test.each([
  '',
  ' (x)',
  '(x',
  '(<x)',
  '(<x\ny>)',
  '(<x<y>)',
  '(<x>y)',
  '(x y)',
  '(a(b)',
  '(a(b c))',
  String.raw`(a\)`,
  `(${open(33)}a${close(33)})`
])('what CommonMark reads as no link is one to a note: [[a]]%j', (address) => {
  const text = `[[a]]${address} b`
  expect(kindsOf(text, false)).not.toContain('link')
  expect(kindsOf(text, true)).toEqual(['wikiLink', ...kindsOf(text, false)])
})

test.each([
  ['b', 'linkReference'],
  ['b c', 'linkReference'],
  ['b\nc', 'linkReference'],
  [String.raw`b\]c`, 'linkReference'],
  [String.raw`b\[c`, 'linkReference'],
  [String.raw`b\\`, 'linkReference'],
  [String.raw`b\c`, 'linkReference'],
  ['b'.repeat(999), 'linkReference'],
  ['other', 'wikiLink']
])('a label that something defines makes a link of it: [[a]][%s]', (label, kind) => {
  const text = `[[a]][${label}]\n\n[${label.replace('other', 'none')}]: /x`
  expect(kindsOf(text, true)).toEqual([kind, 'definition'])
})
