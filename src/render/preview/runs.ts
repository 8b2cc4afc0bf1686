import type { Nodes, RootContent } from 'mdast'
import { changeBetween } from '../../markdown/reading/change-between.ts'
import { offsets } from '../../markdown/tag-places.ts'
import type { AnyTag } from '../../markdown/tree/nodes.ts'
import { htmlRuns } from '../html-runs.ts'
import { sideAfter, type Side } from './quiz-parts.ts'

/** Blocks that are turned into HTML together. */
export interface Run extends Range {
  blocks: RootContent[]
  line: number
  side: Side
  /** All that their HTML depends on. */
  key: string
  /** Footnotes are numbered through the document, so what refers to one is never kept. */
  hangsTogether: boolean
}

/** Where something stands in a text. */
interface Range {
  start: number
  end: number
}

/** A run with what its key is made of beside its source. */
interface CutRun extends Run {
  /** Of the tags in it, counted from its begin. */
  places: string
  /** Of the targets of references, for one that may hold a reference. */
  generation: number | undefined
  mayShowNotes: boolean
  /** What the notes show that stand in it. */
  shown: string
}

interface TextToCut {
  text: string
  blocks: RootContent[]
  markers: AnyTag[]
}

/** Cuts a text into runs again and again while it changes: a run of the same source is not looked over anew. */
export class RunCutter {
  #text = ''
  #runs: CutRun[] = []

  /** `generation` tells the targets of references from those of other texts. */
  cut({ text, blocks, markers }: TextToCut, generation: number): Run[] {
    const before = this.#sameAs(text)
    let side: Side
    let next = 0
    const runs = htmlRuns(text, blocks).map((blocks): CutRun => {
      const { start, end } = rangeOf(blocks)
      const known = before({ start, end })
      const sideBefore = side
      const places: number[] = []
      for (let tag = markers[next]; tag && offsets(tag).start < end; tag = markers[++next]) {
        side = sideAfter(tag, side)
        places.push(offsets(tag).start - start)
      }
      const run = { blocks, start, end, side: sideBefore, places: places.join() }
      const line = blocks[0]?.position?.start.line ?? 1
      return { ...withKey(run, text.slice(start, end), generation, known), line }
    })
    this.#text = text
    this.#runs = runs
    return runs
  }

  /** Gives for one range after the other the run that had the same source at the same place before a change. */
  #sameAs(text: string): (range: Range) => CutRun | undefined {
    const runs = this.#runs
    const { start, end, oldEnd } = changeBetween(this.#text, text)
    let at = 0
    return (range) => {
      const isBehind = range.start >= end
      if (!isBehind && range.end > start) return undefined
      const begin = isBehind ? range.start - end + oldEnd : range.start
      while (at < runs.length && (runs[at]?.start ?? 0) < begin) at++
      const run = runs[at]
      return run?.start === begin && run.end - begin === range.end - range.start ? run : undefined
    }
  }
}

function withKey(
  run: Pick<CutRun, 'blocks' | 'start' | 'end' | 'side' | 'places'>,
  source: string,
  now: number,
  known: CutRun | undefined
): Omit<CutRun, 'line'> {
  const mayShowNotes = known?.mayShowNotes ?? /!\[\[|\(\(|\{\{embed /i.test(source)
  const shown = mayShowNotes ? run.blocks.flatMap(embedKeys).join('\u0000') : ''
  const mayRefer = known ? known.generation !== undefined : source.includes('[')
  const generation = mayRefer ? now : undefined
  if (
    known &&
    known.side === run.side &&
    known.places === run.places &&
    known.generation === generation &&
    known.shown === shown
  ) {
    const { key, hangsTogether } = known
    return { ...run, mayShowNotes, shown, generation, key, hangsTogether }
  }
  const key = [run.side ?? '', run.places, generation ?? '', source, shown].join('\u0000')
  const hangsTogether = key.includes('[^') || key.includes('^[')
  return { ...run, mayShowNotes, shown, generation, key, hangsTogether }
}

/** What the notes show that stand in a block. */
function embedKeys(node: Nodes): string[] {
  if (node.type === 'noteEmbed') return [node.key]
  if (node.data?.shown !== undefined) return [node.data.shown]
  return 'children' in node ? node.children.flatMap(embedKeys) : []
}

/** Where some blocks stand. */
function rangeOf(blocks: RootContent[]): Range {
  const first = blocks[0]
  const last = blocks.at(-1)
  return { start: first ? offsets(first).start : 0, end: last ? offsets(last).end : 0 }
}
