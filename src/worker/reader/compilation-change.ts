import type { BlockItem, ChapterItem, FileResult } from '../../laegna.ts'
import { pageProblem, type PagePart } from './page-problem.ts'
import { changeRows, rowsChange, type RowsChange } from './rows-change.ts'

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
export function forPage(part: PagePart): PagePart {
  return {
    ...part,
    blocks: part.blocks.map(begunBlock),
    chapters: part.chapters.map(begunChapter),
    diagnostics: part.diagnostics.map(pageProblem)
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
    if (known !== part) parts.push(changeOfPart(known, part))
  }
  const areSame = paths.length === old.length && paths.every((path, at) => path === old[at])
  return { ...(!areSame && { paths }), parts }
}

/** The parts after a change; those that did not change stay the same objects. */
export function changeParts(before: Parts, { paths, parts }: CompilationChange): Parts {
  const news = new Map(parts.map((change) => [change.file.path, change]))
  const after = new Map<string, PagePart>()
  for (const path of paths ?? before.keys()) {
    const known = before.get(path)
    const change = news.get(path)
    const part = change ? changedPart(known, change) : known
    if (part) after.set(path, part)
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

function changedPart(before: PagePart | undefined, { file, lists }: PartChange): PagePart {
  return {
    file: {
      ...file,
      tree: changeRows(before?.file.tree ?? [], lists.tree),
      spans: changeRows(before?.file.spans ?? [], lists.spans),
      literalTags: changeRows(before?.file.literalTags ?? [], lists.literalTags)
    },
    blocks: changeRows(before?.blocks ?? [], lists.blocks),
    chapters: changeRows(before?.chapters ?? [], lists.chapters),
    cards: changeRows(before?.cards ?? [], lists.cards),
    diagnostics: changeRows(before?.diagnostics ?? [], lists.diagnostics)
  }
}
