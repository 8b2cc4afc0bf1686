import type { RootContent } from 'mdast'
import { countLines, type Chunk } from './chunk.ts'
import { headerFenceOf } from './header-fence.ts'

/**
 * Makes a chunk of front matter, fences and all, without the parser: each note of a vault may have some.
 * Undefined for what the parser reads otherwise than it stands.
 */
export function readHeader(header: string): Chunk | undefined {
  if (header.includes('\0')) return undefined
  const lineCount = countLines(header)
  const end = header.length - (/(?:\r\n|\n|\r)$/.exec(header)?.[0].length ?? 0)
  const closer = Math.max(header.lastIndexOf('\n', end - 1), header.lastIndexOf('\r', end - 1)) + 1
  const opener = header.search(/[\r\n]/)
  const node: RootContent = {
    type: headerFenceOf(header) === '+++' ? 'toml' : 'yaml',
    value: header.slice(opener, closer).replace(/^(?:\r?\n|\r)|(?:\r?\n|\r)$/g, ''),
    position: {
      start: { line: 1, column: 1, offset: 0 },
      end: {
        line: lineCount + (end < header.length ? 0 : 1),
        column: end - closer + 1,
        offset: end
      }
    }
  }
  return {
    pieces: [header],
    place: 'header',
    children: [node],
    marks: [],
    offset: 0,
    line: 0,
    length: header.length,
    lineCount,
    defines: new Set(),
    given: '',
    isScanned: false,
    heedsLabels: false,
    isRead: true
  }
}
