import { expect, it } from 'vitest'
import { lineInSource } from '../../src/diagrams/line-in-source.ts'

it.each([
  [['flowchart', 'A -->'], 2, 2],
  [['flowchart', '%% a comment', '  %% another', 'A -->'], 2, 4],
  [['%%{init: {}}%%', 'flowchart', 'A -->'], 3, 3],
  [['---', 'title: T', '---', 'flowchart', 'A -->'], 2, 5],
  [['pie'], 9, 1]
])('the library counts without comments and header: %j', (lines, counted, line) => {
  expect(lineInSource(lines.join('\n'), counted)).toBe(line)
})
