import { expect, test } from 'vitest'
import { compile } from '../../../src/laegna.ts'
import { lineOfPart } from '../../../src/document/sections/find-part.ts'

const text =
  '# One\n\n## Parts of a Cell\n\ntext ^id-1\n\n# Two: *more*\n\n## Parts of a cell\n\n- item\n- last\n\n^List\n'
const tree = compile([{ path: 'a.md', text }]).files[0]!.tree

test.each([
  ['One', 1],
  ['parts of a cell', 3],
  ['parts-of-a-cell', 3],
  ['Two more', 7],
  ['Two: more#Parts of a Cell', 9],
  ['One#Two: more', 7],
  ['^id-1', 5],
  ['^ID-1', 5],
  ['^list', 14],
  ['^gone', undefined],
  ['gone', undefined]
])('#%s is in line %s', (part, line) => {
  expect(lineOfPart(tree, text, part)).toBe(line)
})
