import type { RootContent } from 'mdast'
import { expect } from 'vitest'
import type { SourceRange } from '../../src/markdown/tree/container-marks.ts'
import type { DocumentParser } from '../../src/markdown/reading/document-parser.ts'
import { parse } from '../../src/markdown/parse.ts'
import { isPlain } from '../../src/markdown/scan/plain-blocks.ts'
import { offsets } from '../../src/markdown/tag-places.ts'

/** Expects the very tree and marks of a text that the parser alone gives; plain blocks need no marks. */
export function expectSameTree(parser: DocumentParser, text: string): void {
  const { root, marks } = parser.parse(text)
  const whole = parse(text, { noteSyntax: parser.noteSyntax })
  const plain = root.children.filter(isPlain).map(offsets)
  expect(root.children, text).toEqual(whole.root.children)
  expect(marks, text).toEqual(whole.marks.filter((mark) => !plain.some(holds(mark))))
  expect(root.children.every(isKnown), text).toBe(true)
}

function holds({ start }: SourceRange) {
  return (range: SourceRange) => range.start <= start && start < range.end
}

/** Whether a block was read when its tree was compared. */
function isKnown(block: RootContent): boolean {
  return Object.values(Object.getOwnPropertyDescriptors(block)).every((field) => !field.get)
}
