import type { RootContent } from 'mdast'
import { countLines, labelsIn, shiftAll, type Constructs } from './chunk.ts'
import type { SourceRange } from '../tree/container-marks.ts'
import { parseBlocks } from '../parse.ts'
import type { Run } from '../scan/part.ts'
import { offsets } from '../tag-places.ts'

/** What was read of a run. */
export interface ReadRun {
  nodes: RootContent[]
  marks: SourceRange[]
}

/** A run, and whether it may be open at its end, as the last of a document may. */
interface RunOf {
  piece: string
  run: Run
  isOpen: boolean
}

/** With more runs the parser grows slow: it goes through all that it has read at each quote that ends. */
const mostTogether = 40

/**
 * Parses runs, as many together as the parser takes well; places count in their pieces. Where one may define what another
 * uses, it has to see all. Undefined where a run reaches over its end.
 */
export function readRuns(
  runs: RunOf[],
  given: string,
  constructs: Constructs
): ReadRun[] | undefined {
  if (runs.some(({ piece, run }) => piece.slice(run.start, run.end).includes(']:'))) {
    return readTogether(runs, given, constructs)
  }
  const read: ReadRun[] = []
  for (let at = 0; at < runs.length; at += mostTogether) {
    const some = readTogether(runs.slice(at, at + mostTogether), given, constructs)
    if (!some) return undefined
    for (const one of some) read.push(one)
  }
  return read
}

/** Parses some runs, each with an empty heading behind it that shows that all is closed there. */
function readTogether(runs: RunOf[], given: string, constructs: Constructs): ReadRun[] | undefined {
  let text = ''
  let line = 0
  const places = runs.map(({ piece, run, isOpen }) => {
    const source = piece.slice(run.start, run.end)
    const start = text.length
    const by = { offset: run.start - start, line: run.line - line }
    const behind = isOpen ? '' : source.endsWith('\n') ? '#\n\n' : '\n#\n\n'
    text += source + behind
    line += countLines(source) + behind.split('\n').length - 1
    return { by, end: isOpen ? Infinity : text.length - 3 }
  })
  const { root, marks } = parseBlocks(text, {
    ...constructs,
    labels: labelsIn(given),
    withFrontMatter: false
  })
  const read: ReadRun[] = []
  let [child, mark] = [0, 0]
  for (const { by, end } of places) {
    const run: ReadRun = { nodes: [], marks: [] }
    let node = root.children[child]
    for (; node && offsets(node).start < end; node = root.children[++child]) run.nodes.push(node)
    if (end < Infinity && (node?.type !== 'heading' || offsets(node).start !== end))
      return undefined
    child++
    for (const found of run.nodes) shiftAll(found, by)
    for (let one = marks[mark]; one && one.start < end; one = marks[++mark]) {
      run.marks.push({ start: one.start + by.offset, end: one.end + by.offset })
    }
    read.push(run)
  }
  return read
}
