import type { Heading, RootContent } from 'mdast'
import { say } from '../../say/say.ts'
import { commentsIn, type Comment } from '../../markdown/tree/comments.ts'
import type { SourceRange } from '../../markdown/tree/container-marks.ts'
import { lineStart } from '../../markdown/line-start.ts'
import { offsets } from '../../markdown/tag-places.ts'
import { wikiLinkSources, type Replacement } from '../../markdown/tree/wiki-link-sources.ts'
import { textHtml } from '../../render/anki-literals.ts'
import { titleOf, type Title } from '../../render/titles.ts'
import type { Problem } from '../problems/diagnostics.ts'
import { kindOf, numberBlocks, type NumberedBlock } from '../items/blocks.ts'
import { noMarking, pairTags, type Marking, type Span } from './pairs.ts'
import {
  knownSection,
  rememberSection,
  type KnownSection,
  type ReadUntagged
} from './known-sections.ts'

/** A chapter with everything that stands in its own text (L4). */
export interface Section {
  id: string
  title: string
  /** 1–6; 0 for the text before the first heading. */
  level: number
  /** Titles from the root down to this chapter; empty for chapter `0`. */
  path: string[]
  /** The same for fields of Anki, where one of them holds a formula. */
  pathHtml?: string[]
  /** Its own text, heading first (L4.5). */
  blocks: RootContent[]
  /** Where it stands: to the next heading of any level. */
  own: SourceRange
  marking: Marking
  /** Where its comments stand: they are no content (L5.4). */
  comments: Comment[]
  /** Where its links to notes stand, with their words: content has these alone (N2). */
  links: Replacement[]
  /** The blocks among `blocks` that count (L5.1). */
  numbered: NumberedBlock[]
  /** What is kept of it if no tag stands in it. */
  known?: KnownSection
  parent?: Section
  children: Section[]
}

/**
 * Cuts a document at its headings into a list of chapters, in order (L4.1–L4.5). Who asks for no problems gets only those
 * of tags.
 */
export function readSections(
  text: string,
  blocks: RootContent[],
  fileTitle: string,
  asksForProblems = true
): Section[] {
  const sections: Section[] = []
  const open: Section[] = []
  let roots = 0
  let nextBlock = 1
  const cuts = cutAtHeadings(blocks)
  const starts = cuts.map((cut) => (cut[0] ? startOf(text, cut[0]) : 0))
  for (const [at, blocksOfOne] of cuts.entries()) {
    const own = { start: starts[at] ?? 0, end: starts[at + 1] ?? text.length }
    const read = readSection(text, blocksOfOne, own, asksForProblems)
    const { marking, comments, links, known } = read
    const heading = headingOf(blocksOfOne)
    const numbered =
      numberedAgain(known, nextBlock) ?? numberBlocks(blocksOfOne, read.kinds, nextBlock)
    if (known) known.numbered = numbered
    nextBlock += numbered.length
    const level = heading?.depth ?? 0
    while ((open.at(-1)?.level ?? 0) >= level && open.length > 0) open.pop()
    const parent = open.at(-1)
    const ordinal = (parent ? parent.children.length : roots) + 1
    if (heading && !parent) roots++
    const title = heading ? read.title : { text: fileTitle }
    const id = parent ? `${parent.id}.${String(ordinal)}` : heading ? String(ordinal) : '0'
    const section: Section = {
      id,
      title: title.text,
      level,
      path: heading ? [...(parent?.path ?? []), title.text] : [],
      blocks: blocksOfOne,
      own,
      marking,
      comments,
      links,
      numbered,
      children: []
    }
    const html = heading && pathHtml(parent, title)
    if (html) section.pathHtml = html
    if (known) section.known = known
    if (parent) section.parent = parent
    parent?.children.push(section)
    if (heading) open.push(section)
    sections.push(section)
  }
  return sections
}

/** The numbers of a section's blocks, if they are what they were. */
function numberedAgain(
  known: KnownSection | undefined,
  first: number
): NumberedBlock[] | undefined {
  return known?.numbered[0]?.index === first ? known.numbered : undefined
}

/** What the blocks of a section say, wherever it stands. */
function readSection(
  text: string,
  blocks: RootContent[],
  own: SourceRange,
  asksForProblems: boolean
): ReadSection {
  const known = knownSection(text, blocks, own, asksForProblems)
  if (known) return untagged(known)
  const marking = pairTags(text, blocks, asksForProblems)
  const heading = headingOf(blocks)
  const title = heading ? titleIn(heading, marking) : { text: '' }
  const kinds = blocks.map(kindOf)
  const comments = commentsIn(text, blocks)
  const links = wikiLinkSources(text, blocks)
  if (marking.tagCount > 0) return { title, kinds, marking, comments, links }
  const problems = asksForProblems ? marking.problems : undefined
  return untagged(rememberSection(text, blocks, own, { title, kinds, comments, links, problems }))
}

type ReadSection = Pick<Section, 'marking' | 'comments' | 'links' | 'known'> &
  Pick<ReadUntagged, 'title' | 'kinds'>

function untagged(known: KnownSection): ReadSection {
  const { title, kinds, comments, links, problems = [] } = known
  const marking = problems.length > 0 ? { ...noMarking(), problems } : noMarking()
  return { title, kinds, marking, comments, links, known }
}

/** Where the line of a block begins; behind a comment that ends on it, there. */
function startOf(text: string, block: RootContent): number {
  const { start } = offsets(block)
  const from = lineStart(text, start)
  return text.slice(from, start).includes('%%') ? start : from
}

/** A chapter and all below it, in order: its region, which ends where no such chapter follows. */
export function withSubchapters(section: Section): Section[] {
  const all = [section]
  for (const child of section.children) for (const one of withSubchapters(child)) all.push(one)
  return all
}

/** Blocks of a document in chapters, heading first. */
export function cutAtHeadings(blocks: RootContent[]): RootContent[][] {
  const cuts: RootContent[][] = []
  for (const block of blocks) {
    if (block.type === 'heading' || cuts.length === 0) cuts.push([block])
    else cuts.at(-1)?.push(block)
  }
  return cuts
}

function headingOf(blocks: RootContent[]): Heading | undefined {
  return blocks[0]?.type === 'heading' ? blocks[0] : undefined
}

function pathHtml(parent: Section | undefined, { text, html }: Title): string[] | undefined {
  if (html === undefined && !parent?.pathHtml) return undefined
  const above = parent?.pathHtml ?? parent?.path.map(textHtml) ?? []
  return [...above, html ?? textHtml(text)]
}

/** The topic if the heading holds one, else the heading's own words (L4.4). */
function titleIn(heading: Heading, marking: Marking): Title {
  const topics = marking.spans.filter((span) => span.kind === 'topic')
  if (topics.length === 0) return titleOf(heading.children)
  const inHeading = topics.filter((span) => isIn(span, heading))
  marking.problems.push(
    ...topics.filter((span) => !isIn(span, heading)).map(topicOutsideHeading),
    ...inHeading.slice(1).map(secondTopic)
  )
  const topic = inHeading[0]
  if (!topic) return titleOf(heading.children)
  const content = topic.content[0]
  return content?.type === 'paragraph' ? titleOf(content.children) : { text: '' }
}

function isIn(span: Span, heading: Heading): boolean {
  return span.open.ancestors[0] === heading && span.close.ancestors[0] === heading
}

function topicOutsideHeading({ open }: Span): Problem {
  return {
    ...offsets(open.tag),
    code: 'topic-outside-heading',
    said: say(
      'A topic only names a chapter inside its heading. Move [/T]…[T/] there, or take the tags out.'
    )
  }
}

function secondTopic({ open }: Span): Problem {
  return {
    ...offsets(open.tag),
    code: 'second-topic',
    said: say(
      'This heading has a topic already, and the first one counts. Take one of the two out.'
    )
  }
}
