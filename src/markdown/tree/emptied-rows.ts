import type { List, ListItem, Nodes, RootContent, Table, TableRow } from 'mdast'
import { isComment } from './comments.ts'
import {
  isTag,
  type DefinitionDescription,
  type DefinitionList,
  type DefinitionTerm
} from './nodes.ts'
import { isPlain } from '../scan/plain-blocks.ts'
import type { TagPlace } from '../tag-places.ts'

type Row = List | ListItem | Table | TableRow
type DefinitionRow = DefinitionList | DefinitionTerm | DefinitionDescription

/** An item of a list, a row of a table, a term or its meaning, or the whole of it, in which nothing is left. */
export interface EmptiedRow {
  node: Row | DefinitionRow
  /** Whether a blank line has to take its place, lest what follows belong to what stands before. */
  leavesBlank: boolean
}

/** A row on its way, with the comments and the tags of left out spans in it. */
interface Candidate extends EmptiedRow {
  tags: RootContent[]
}

/**
 * Items and rows that held nothing but comments and what stands between some pairs of tags, outermost
 * only, in the order of the text. A pair that opens in one of them and closes outside of all keeps it as it is.
 */
export function emptiedRows(
  { blocks, comments }: { blocks: RootContent[]; comments: unknown[] },
  spans: { open: TagPlace; close: TagPlace }[]
): EmptiedRow[] {
  if (spans.length + comments.length === 0) return []
  const mates = new Map<Nodes, Nodes>()
  const opens = new Set<Nodes>()
  for (const { open, close } of spans) {
    opens.add(open.tag)
    mates.set(open.tag, close.tag)
    mates.set(close.tag, open.tag)
  }
  let inside = false
  const found = blocks.flatMap((block) => (isPlain(block) ? [] : visit(block).rows))
  const held = new Set<Nodes>(found.flatMap(({ tags }) => tags))
  return found.filter(({ tags }) => tags.every((tag) => held.has(mates.get(tag) ?? tag)))

  function visit(node: RootContent, parent?: Nodes): Visit {
    if (mates.has(node)) {
      inside = opens.has(node)
      return { isEmpty: true, tags: [node], rows: [] }
    }
    if (isComment(node)) return { isEmpty: true, tags: inside ? [] : [node], rows: [] }
    if (!('children' in node)) return { isEmpty: inside || isUnseen(node), tags: [], rows: [] }
    const began = inside
    const children: RootContent[] = node.children
    const visits = children.map((child) => visit(child, node))
    const tags = visits.flatMap((visited) => visited.tags)
    // What stands wholly between two tags goes with them.
    const isBetween = began && tags.length === 0
    const isEmpty =
      isBetween || (!keepsItsMarks(node) && visits.every((visited) => visited.isEmpty))
    if (isEmpty && tags.length > 0 && isRow(node) && !isHeader(node, parent)) {
      return { isEmpty, tags, rows: [{ node, leavesBlank: leavesBlank(node, parent), tags }] }
    }
    return { isEmpty, tags, rows: visits.flatMap(({ rows }) => rows) }
  }
}

interface Visit {
  isEmpty: boolean
  tags: RootContent[]
  rows: Candidate[]
}

/** Whether a leaf shows nothing, or goes as a tag does. */
function isUnseen(node: RootContent): boolean {
  if (isTag(node)) return !node.literal
  return node.type === 'break' || (node.type === 'text' && node.value.trim() === '')
}

/** A link shows even without words, and a footnote can be pointed at. */
function keepsItsMarks({ type }: RootContent): boolean {
  return type === 'link' || type === 'linkReference' || type === 'footnoteDefinition'
}

const rows = new Set<string>([
  ...['list', 'listItem', 'table', 'tableRow'],
  ...['definitionList', 'definitionTerm', 'definitionDescription']
])

function isRow(node: RootContent): node is EmptiedRow['node'] {
  return rows.has(node.type)
}

/** Without its first row a table is none. */
function isHeader(node: RootContent, parent: Nodes | undefined): boolean {
  return parent?.type === 'table' && parent.children[0] === node
}

/** A list that counts from another number than 1 would go on the paragraph before it. */
function leavesBlank(node: EmptiedRow['node'], parent: Nodes | undefined): boolean {
  if (node.type === 'list' || node.type === 'table' || node.type === 'definitionList')
    return parent?.type !== 'listItem'
  return parent?.type === 'list' && parent.ordered === true && parent.children[0] === node
}
