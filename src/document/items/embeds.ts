import type { List, Nodes, RootContent } from 'mdast'
import { say, type Said } from '../../say/say.ts'
import { holdsBlocks } from '../../markdown/tree/block-containers.ts'
import type { SourceRange } from '../../markdown/tree/container-marks.ts'
import { lineStart } from '../../markdown/line-start.ts'
import type { WikiLink } from '../../markdown/tree/nodes.ts'
import { isPlain } from '../../markdown/scan/plain-blocks.ts'
import { offsets } from '../../markdown/tag-places.ts'
import { withSubchapters } from '../sections/chapters.ts'
import { blockIdOf, findBlock } from './block-ids.ts'
import type { Problem } from '../problems/diagnostics.ts'
import type { Document, Embeds, Passage, Notes } from '../document.ts'
import { endsWithId, chapterOfPart } from '../sections/find-part.ts'

/** Characters that one file takes over from others: nobody reads more in one place. */
const MOST_CHARACTERS = 200_000
const MOST_PASSAGES = 1000
const DEEPEST = 8

type Trouble = 'no-note' | 'no-block' | 'no-part' | 'circle' | 'too-much' | 'unread'

/** What the embeds of a file show, and those that show nothing. */
export function readEmbeds(host: Document, notes: Notes): { embeds: Embeds; problems: Problem[] } {
  const embeds = new Map<number, Passage>()
  const problems: Problem[] = []
  let characters = MOST_CHARACTERS
  let passages = MOST_PASSAGES
  /** What was found to be wrong below the embed that is looked at. */
  let below = new Set<Trouble>()
  let isTold = false
  const linking = host.sections.filter(({ links }) => links.length > 0)
  for (const link of embedsIn(linking.flatMap(({ blocks }) => blocks))) {
    below = new Set()
    const shown = passageOf(link, host, [keyOf(host.path, '')])
    if (typeof shown !== 'string') embeds.set(offsets(link).start, shown)
    const own = typeof shown === 'string' ? shown : undefined
    const trouble = [...below].at(0) ?? own
    if (!trouble || trouble === 'unread' || (trouble === 'too-much' && isTold)) continue
    isTold ||= trouble === 'too-much'
    problems.push(problemOf(link, trouble))
  }
  return { embeds, problems }

  function passageOf(
    { note, part, isEmbed }: WikiLink,
    from: Document,
    chain: string[]
  ): Passage | Trouble {
    if (passages <= 0 || characters <= 0 || chain.length > DEEPEST) {
      below.add('too-much')
      return 'too-much'
    }
    const id = blockIdOf(part)
    const path = id === undefined ? notes.find(note, from.path) : notes.findBlock(id)
    if (path === undefined) return id === undefined ? 'no-note' : 'no-block'
    const key = keyOf(path, part)
    if (chain.includes(key)) {
      if (path === host.path) below.add('circle')
      return 'circle'
    }
    const document = path === host.path ? host : notes.read(path)
    if (!document) return 'unread'
    const found = partOf(document, part, isEmbed)
    if (!found) return id === undefined ? 'no-part' : 'no-block'
    passages -= 1
    characters -= found.range.end - found.range.start
    if (characters < 0) {
      below.add('too-much')
      return 'too-much'
    }
    const inner = new Map<number, Passage>()
    for (const link of embedsIn(found.blocks)) {
      const shown = passageOf(link, document, [...chain, key])
      if (typeof shown !== 'string') inner.set(offsets(link).start, shown)
    }
    return { document, ...found, embeds: inner, notes, isInline: !isEmbed }
  }
}

/** The embeds that may show their note, in paragraphs, and references to blocks, in the order of the text. */
function embedsIn(blocks: readonly RootContent[]): WikiLink[] {
  const found: WikiLink[] = []
  for (const block of blocks) visit(block, true)
  return found

  function visit(node: Nodes, isShown: boolean): void {
    if (node.type === 'wikiLink') {
      const mayShow = node.isEmbed ? isShown && !node.isInLink : blockIdOf(node.part) !== undefined
      if (mayShow) found.push(node)
    } else if ('children' in node && !isPlain(node)) {
      const isIn = isShown && node.type !== 'heading' && node.type !== 'table'
      for (const child of node.children) visit(child, isIn)
    }
  }
}

function keyOf(path: string, part: string): string {
  return `${path}\n${part.toLowerCase()}`
}

/** The blocks of a whole note, below one of its headings, or the one with an id; of that in a line the words. */
function partOf(
  { text, blocks, sections }: Document,
  part: string,
  isEmbed: boolean
): { blocks: RootContent[]; range: SourceRange } | undefined {
  if (part === '') return { blocks, range: rangeOf(text, blocks, text.length) }
  const id = blockIdOf(part)
  if (id !== undefined) {
    const found = findBlock(text, blocks, id)
    if (!found) return undefined
    return isEmbed ? asList(text, found.whole) : wordsOf(found.words)
  }
  if (part.startsWith('^')) return blockWithId(text, blocks, part)
  const roots = sections.filter(({ parent, level }) => !parent && level > 0)
  const section = chapterOfPart(roots, part)
  if (!section) return undefined
  const all = withSubchapters(section)
  const end = all.at(-1)?.own.end ?? section.own.end
  return { blocks: all.flatMap((one) => one.blocks), range: { start: section.own.start, end } }
}

function blockWithId(
  text: string,
  blocks: RootContent[],
  id: string
): { blocks: RootContent[]; range: SourceRange } | undefined {
  for (const [at, block] of blocks.entries()) {
    const { start, end } = offsets(block)
    const source = text.slice(start, end)
    if (!source.toLowerCase().includes(id.toLowerCase())) continue
    const inner = holdsBlocks(block) ? blockWithId(text, block.children, id) : undefined
    if (inner) return inner
    if (!endsWithId(source, id)) continue
    // Alone, it is the id of what stands before.
    const before = source.trim().length === id.length ? blocks[at - 1] : undefined
    const meant = before ?? block
    return asList(text, meant)
  }
  return undefined
}

/** A block; an item in a list of its own. */
function asList(text: string, block: RootContent): { blocks: RootContent[]; range: SourceRange } {
  if (block.type !== 'listItem') return { blocks: [block], range: rangeOf(text, [block]) }
  const { position } = block
  const list: List = { type: 'list', children: [block], ...(position && { position }) }
  return { blocks: [list], range: rangeOf(text, [block]) }
}

/** What is read of a block in a line. */
function wordsOf(block: RootContent): { blocks: RootContent[]; range: SourceRange } {
  const inner: RootContent[] = 'children' in block ? block.children : []
  const [first, last] = [inner[0] ?? block, inner.at(-1) ?? block]
  return { blocks: [block], range: { start: offsets(first).start, end: offsets(last).end } }
}

function rangeOf(text: string, blocks: RootContent[], end?: number): SourceRange {
  const [first, last] = [blocks[0], blocks.at(-1)]
  if (!first || !last) return { start: text.length, end: text.length }
  return { start: lineStart(text, offsets(first).start), end: end ?? offsets(last).end }
}

const sayings: Record<Exclude<Trouble, 'unread'>, (name: string) => Said> = {
  'no-note': (name) =>
    say(
      'No note {name} is in the project, so only its name is shown. Add the file, or take the ! away if a link is enough.',
      { name }
    ),
  'no-block': (name) =>
    say(
      'No note in the project holds this block of Logseq, so {name} is shown in its place. Add the page in which its id:: stands, or write its words.',
      { name }
    ),
  'no-part': (name) =>
    say(
      'The project has that note, but not the heading or block of {name}, so only its name is shown. Write the heading as it stands there.',
      { name }
    ),
  circle: (name) =>
    say(
      '{name} shows this note in turn, in a circle: it is shown once, and then by its name. Take one of the embeds out.',
      { name }
    ),
  'too-much': (name) =>
    say(
      'The embeds of this file show more than {most} characters of other notes: from {name} on only names are shown. Embed less in one file.',
      { most: MOST_CHARACTERS, name }
    )
}

const codes = {
  'no-note': 'embed-not-found',
  'no-block': 'block-not-found',
  'no-part': 'embed-not-found',
  circle: 'embed-circle',
  'too-much': 'embed-too-long'
} as const

function problemOf(link: WikiLink, trouble: Exclude<Trouble, 'unread'>): Problem {
  const name = link.name
  return { ...offsets(link), code: codes[trouble], said: sayings[trouble](name) }
}
