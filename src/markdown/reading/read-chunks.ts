import type { RootContent } from 'mdast'
import {
  collectLabels,
  countLines,
  labelsIn,
  shareGiven,
  type Chunk,
  type ChunkPlace,
  type Constructs
} from './chunk.ts'
import { firstFrom } from '../first-from.ts'
import { parseBlocks } from '../parse.ts'
import { offsets } from '../tag-places.ts'

/**
 * Parses some pieces in a row, as they read within their document: with definitions from elsewhere
 * and before the next heading, which is taken out of the tree again. Together they cost
 * less than one by one. Gives a chunk for each piece, or for several that one block reaches over;
 * `runsOn` says that the last one takes in what follows, too.
 */
export function readChunks(
  pieces: string[],
  place: ChunkPlace,
  given: string,
  constructs: Constructs
): { chunks: Chunk[]; runsOn: boolean } {
  const next = place === 'inner' ? '#' : ''
  const text = pieces.join('')
  // What is no comment for want of an end would be one with it: nothing is cut behind that.
  let firstOpen = Infinity
  const { root, marks } = parseBlocks(text + next, {
    ...constructs,
    labels: labelsIn(given),
    withFrontMatter: place === 'header',
    isPiece: place === 'inner',
    meetOpen: (at) => {
      firstOpen = Math.min(firstOpen, at)
    }
  })
  const headings = new Set<number>()
  for (const node of root.children) if (node.type === 'heading') headings.add(offsets(node).start)

  const chunks: Chunk[] = []
  let offset = 0
  let line = 0
  let [child, mark] = [firstFrom(root.children.map(offsets), offset), firstFrom(marks, offset)]
  for (let at = 0; at < pieces.length;) {
    const own: string[] = []
    let end = offset
    do {
      const piece = pieces[at++] ?? ''
      own.push(piece)
      end += piece.length
    } while (at < pieces.length && (firstOpen < end || !headings.has(end)))
    const source = own.join('')
    const chunk: Chunk = {
      pieces: own,
      place: at < pieces.length ? 'inner' : place,
      children: [],
      marks: [],
      offset,
      line,
      length: source.length,
      lineCount: countLines(source),
      defines: new Set(),
      given,
      isScanned: false,
      heedsLabels: false,
      isRead: true
    }
    for (
      let node = root.children[child];
      node && isBefore(node, end);
      node = root.children[child]
    ) {
      chunk.children.push(node)
      collectLabels(node, chunk.defines)
      child++
    }
    for (let one = marks[mark]; one && one.start < end; one = marks[mark]) {
      chunk.marks.push(one)
      mark++
    }
    chunks.push(chunk)
    offset = end
    line += chunk.lineCount
  }
  shareGiven(chunks)
  return { chunks, runsOn: next !== '' && !headings.has(offset) }
}

function isBefore(node: RootContent, end: number): boolean {
  return offsets(node).start < end
}
