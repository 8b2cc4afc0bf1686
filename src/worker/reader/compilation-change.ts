import type { BlockItem, ChapterItem, FileResult } from '../../laegna.ts'
import { pageProblem, type PagePart } from './page-problem.ts'
import { changeRows, isNoChange, rowsChange, type RowsChange } from './rows-change.ts'

/**
 * How what was read of a project differs from what the page has: files that gave the same are not in it,
 * and of the others only what changed, so that a key costs as much in a large project as in a small one.
 */
export interface CompilationChange {
  /** All paths, in order, where any came, went or moved. */
  paths?: string[]
  parts: PartChange[]
}

type Lists = Pick<PagePart, 'blocks' | 'chapters' | 'cards' | 'diagnostics'> &
  Pick<FileResult, 'tree' | 'spans' | 'literalTags'>

/** How what one file gave differs from what it gave before. */
interface PartChange {
  file: Omit<FileResult, 'tree' | 'spans' | 'literalTags'>
  lists: { [Name in keyof Lists]: RowsChange<Lists[Name][number]> }
}

/** By path, in the order of the project: as the page shows them, or whole, of which it shows less. */
export type Parts = ReadonlyMap<string, PagePart>

/** So many characters of a block or a chapter go to the page: more than a row of a list shows. */
const beginning = 1000

/**
 * What one file gave, as the page shows it. Chapters hold each other, so all of their contents are many
 * times the project.
 */
export function forPage({ file, blocks, chapters, cards, diagnostics }: PagePart): PagePart {
  return {
    file,
    blocks: blocks.map(begunBlock),
    chapters: chapters.map(begunChapter),
    cards,
    diagnostics: diagnostics.map(pageProblem)
  }
}

/** What is sent of long items, so that one that stays the same object stays so there. */
const shortBlocks = new WeakMap<BlockItem, BlockItem>()
const shortChapters = new WeakMap<ChapterItem, ChapterItem>()

function begunBlock(block: BlockItem): BlockItem {
  return begun(block, shortBlocks)
}

function begunChapter(chapter: ChapterItem): ChapterItem {
  return begun(chapter, shortChapters)
}

function begun<Item extends { content: string }>(item: Item, short: WeakMap<Item, Item>): Item {
  if (item.content.length <= beginning) return item
  const known = short.get(item) ?? { ...item, content: item.content.slice(0, beginning) }
  short.set(item, known)
  return known
}

/** What makes the parts that the page shows of some into those of others; a part that is the same object is the same. */
export function changeOfParts(before: Parts, after: Parts): CompilationChange {
  const paths = [...after.keys()]
  const old = [...before.keys()]
  const parts: PartChange[] = []
  for (const [path, part] of after) {
    const known = before.get(path)
    if (known === part) continue
    const change = changeOfPart(known, part)
    if (!known || !isNothing(change, known)) parts.push(change)
  }
  const areSame = paths.length === old.length && paths.every((path, at) => path === old[at])
  return { ...(!areSame && { paths }), parts }
}

/** The parts after some changes, one after another; those that did not change stay the same objects. */
export function changeParts(before: Parts, ...changes: CompilationChange[]): Parts {
  let now = new Map<string, { part?: PagePart; changes: PartChange[] }>()
  for (const [path, part] of before) now.set(path, { part, changes: [] })
  for (const { paths, parts } of changes) {
    for (const change of parts) {
      const { path } = change.file
      const known = now.get(path)
      now.set(path, { ...known, changes: [...(known?.changes ?? []), change] })
    }
    if (!paths) continue
    const listed = paths.flatMap((path) => {
      const known = now.get(path)
      return known ? [[path, known] as const] : []
    })
    now = new Map(listed)
  }
  const after = new Map<string, PagePart>()
  for (const [path, { part, changes }] of now) {
    const changed = changedPart(part, changes)
    if (changed) after.set(path, changed)
  }
  return after
}

function changeOfPart(before: PagePart | undefined, after: PagePart): PartChange {
  const { tree, spans, literalTags, ...file } = after.file
  return {
    file,
    lists: {
      blocks: rowsChange(before?.blocks ?? [], after.blocks, begunBlock),
      chapters: rowsChange(before?.chapters ?? [], after.chapters, begunChapter),
      cards: rowsChange(before?.cards ?? [], after.cards),
      diagnostics: rowsChange(before?.diagnostics ?? [], after.diagnostics, pageProblem),
      tree: rowsChange(before?.file.tree ?? [], tree),
      spans: rowsChange(before?.file.spans ?? [], spans),
      literalTags: rowsChange(before?.file.literalTags ?? [], literalTags)
    }
  }
}

/** Whether a part that was made anew is what it was. */
function isNothing({ file, lists }: PartChange, before: PagePart): boolean {
  const { tree: _tree, spans: _spans, literalTags: _literalTags, ...known } = before.file
  return Object.values(lists).every(isNoChange) && JSON.stringify(file) === JSON.stringify(known)
}

function changedPart(before: PagePart | undefined, changes: PartChange[]): PagePart | undefined {
  const last = changes.at(-1)
  if (!last) return before
  const rowsOf = <Name extends keyof Lists>(name: Name, rows: Lists[Name] | undefined) =>
    changeRows<Lists[Name][number]>(rows ?? [], ...changes.map(({ lists }) => lists[name]))
  return {
    file: {
      ...last.file,
      tree: rowsOf('tree', before?.file.tree),
      spans: rowsOf('spans', before?.file.spans),
      literalTags: rowsOf('literalTags', before?.file.literalTags)
    },
    blocks: rowsOf('blocks', before?.blocks),
    chapters: rowsOf('chapters', before?.chapters),
    cards: rowsOf('cards', before?.cards),
    diagnostics: rowsOf('diagnostics', before?.diagnostics)
  }
}
