import type { Element, ElementContent, Root, RootContent as HastContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import type { RootContent } from 'mdast'
import { readOnly } from '../../markdown/reading/read-plain.ts'
import type { AnyTag } from '../../markdown/tree/nodes.ts'
import { offsets } from '../../markdown/tag-places.ts'
import { clean, toRawHast } from '../hast.ts'
import type { DrawerName } from './drawers.ts'
import { dress, holeElement, type Hole, type Surroundings } from './dress.ts'
import { countLinesFrom, placeLines } from './lines.ts'
import { sparing } from './sparing.ts'
import { cutIntoStretches } from './stretches.ts'
import { RunCutter, type Run } from './runs.ts'

/** A top-level element of the preview, and the line of the source that it came from. */
export interface PlacedHtml {
  html: string
  /** Counts from 1; 0 where the element stands for no place in the source. */
  line: number
}

/** A document that was read. */
export interface ReadText {
  text: string
  blocks: RootContent[]
  /** Every link and footnote definition, the first of a label first. */
  definitions: RootContent[]
  /** Tags that are not literal, in the order of the text. */
  markers: AnyTag[]
}

/**
 * Writes the pieces of a preview again and again while the text changes: blocks written before, in
 * the same surroundings, are not written anew. The result always equals that of a fresh writer.
 */
export class PieceWriter {
  #known = new Map<string, PlacedHtml[]>()
  readonly #cutter = new RunCutter()
  #around: Surroundings | undefined
  #targets = ''
  /** Counts how often the targets of references became others. */
  #generation = 0
  /** Drawers that the last text asked for and did not find. */
  missing = new Set<DrawerName>()
  /** Whether the last text went on behind what was written of it. */
  isPartial = false

  /** Writes what begins before `upTo`, a UTF-16 offset; footnotes only where that is all. */
  write(read: ReadText, surroundings: Surroundings, upTo = Infinity): PlacedHtml[] {
    if (!isSame(surroundings, this.#around)) this.#known.clear()
    this.#around = surroundings
    this.missing.clear()

    const targets = targetsIn(read)
    if (targets !== this.#targets) this.#generation++
    this.#targets = targets
    const all = this.#cutter.cut(read, this.#generation)
    const runs = all.filter(({ start }) => start < upTo)
    this.isPartial = runs.length < all.length
    const fresh = runs.filter(({ key }) => !this.#known.has(key))
    // All at once: chapter by chapter it costs a parser each.
    readOnly(fresh.flatMap(({ blocks }) => blocks))
    const written = new Map(fresh.map((run) => [run, [] as PlacedHtml[]]))
    const { parts, footnotes, holes } = toParts(read, fresh, surroundings)
    for (const [run, part] of parts) {
      const missing = dress(part, holes, run.side, surroundings)
      for (const name of missing) this.missing.add(name)
      countLinesFrom(run.line, part)
      written.set(run, piecesOf(part))
    }
    const known = new Map<string, PlacedHtml[]>()
    const pieces: PlacedHtml[] = []
    for (const run of runs) {
      const own = written.get(run) ?? this.#known.get(run.key) ?? []
      if (!run.hangsTogether) known.set(run.key, own)
      for (const { html, line } of own) pieces.push({ html, line: run.line + line })
    }
    // What lacks something is written again as soon as that is there.
    this.#known = this.missing.size === 0 ? known : new Map<string, PlacedHtml[]>()
    if (footnotes && !this.isPartial) {
      for (const name of dress(footnotes, holes, undefined, surroundings)) this.missing.add(name)
      countLinesFrom(0, footnotes)
      for (const { html } of piecesOf(footnotes)) pieces.push({ html, line: 0 })
    }
    return pieces
  }
}

function isSame(one: Surroundings, other: Surroundings | undefined): boolean {
  return (
    one.path === other?.path &&
    one.media === other.media &&
    one.notes === other.notes &&
    one.drawers === other.drawers &&
    one.diagrams === other.diagrams &&
    one.lineBreaks === other.lineBreaks
  )
}

/** All that links and pictures may refer to. */
function targetsIn({ text, definitions }: ReadText): string {
  return definitions
    .filter(({ type }) => type === 'definition')
    .map((node) => text.slice(offsets(node).start, offsets(node).end))
    .join('\n')
}

/** The clean trees of some runs, and of the footnotes that they refer to. */
function toParts(
  { definitions }: ReadText,
  runs: Run[],
  { lineBreaks }: Surroundings
): { parts: Map<Run, Root>; footnotes?: Root; holes: Hole[] } {
  const holes: Hole[] = []
  const hole = (node: Hole): Element => holeElement(holes.push(node) - 1)
  const inParagraph = (element: Element): Element => ({
    type: 'element',
    tagName: 'p',
    properties: {},
    children: [element]
  })
  const blocks = runs.flatMap((run) => run.blocks)
  const root = toRawHast([...definitions, ...blocks], {
    marker: (tag): ElementContent[] =>
      tag.type === 'tag' ? [hole(tag)] : [inParagraph(hole(tag))],
    math: (node): ElementContent[] =>
      node.type === 'math' ? [inParagraph(hole(node))] : [hole(node)],
    gap: (mark): ElementContent[] => [hole(mark)],
    wikiLink: (link, words): ElementContent[] => [{ ...hole(link), children: words }],
    lineBreaks
  })
  placeLines(root)
  const raw = new Map(runs.map((run) => [run, [] as HastContent[]]))
  const rest: HastContent[] = []
  let at = 0
  for (const child of root.children) {
    const start = child.position?.start.offset
    if (start === undefined) {
      if (child.type === 'element') rest.push(child)
      continue
    }
    while (start >= (runs[at + 1]?.start ?? Infinity)) at++
    const run = runs[at]
    if (run) raw.get(run)?.push(child, { type: 'text', value: '\n' })
  }
  const cleaned = [...raw].map(
    ([run, children]) => [run, clean({ type: 'root', children })] as const
  )
  return {
    parts: new Map(cleaned),
    ...(rest.length > 0 && { footnotes: clean({ type: 'root', children: rest }) }),
    holes
  }
}

/** Each element of the top with the line it says; loose text is a piece, too. */
function piecesOf(root: Root): PlacedHtml[] {
  let line = 0
  cutIntoStretches(root)
  return root.children.flatMap((child) => {
    if (child.type === 'text' && child.value.trim() === '') return []
    if (child.type === 'element') {
      // All that stood here was the end of a span.
      if (child.tagName === 'p' && child.children.length === 0) return []
      line = takeLine(child, line)
    }
    const html = toHtml(child, { characterReferences: { useNamedReferences: true } })
    return [{ html: sparing(html), line }]
  })
}

function takeLine({ properties }: Element, before: number): number {
  const { dataBy } = properties
  delete properties['dataBy']
  return typeof dataBy === 'number' ? dataBy : before
}
