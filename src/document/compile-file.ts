import { say } from '../say/say.ts'
import { offsets } from '../markdown/tag-places.ts'
import type { Formula } from '../render/card-html.ts'
import type { MediaPaths } from '../render/media-paths.ts'
import { duplicateQuestions, pairQuestions, writeCard, type WrittenCard } from './cards/cards.ts'
import { cardMarker } from './cards/card-tags.ts'
import { deckOf } from './cards/decks.ts'
import { diagnose, type Problem } from './problems/diagnostics.ts'
import type { Section } from './sections/chapters.ts'
import { cardFormulaProblems } from './problems/formula-problems.ts'
import { isCaptured, isChapter, type Document } from './document.ts'
import { inlineTags } from './sections/inline-tags.ts'
import { ItemReader, lineRange } from './items/items.ts'
import { mediaProblems } from './problems/media-problems.ts'
import { explainParted } from './problems/parted-cards.ts'
import { sourceLink } from './source-link.ts'
import { tagRanges } from './sections/tag-ranges.ts'
import type {
  BlockItem,
  Card,
  ChapterItem,
  Diagnostic,
  FileResult,
  Chapter,
  Settings
} from './model.ts'

/** What one file gives, under one id and some settings. */
export interface FileCompilation extends FileItems {
  file: FileResult
  diagnostics: Diagnostic[]
  /** Whether other media in the project could make another card or problem of it. */
  asksForMedia: boolean
}

/** Gathers what a file holds: its chapters, items, cards and problems. */
export function compileFile(
  document: Document,
  fileId: string,
  settings: Settings,
  media: MediaPaths
): FileCompilation {
  const { path, text, title, sections } = document
  const { license } = document.frontMatter
  const tagCount = sections.reduce((sum, { marking }) => sum + marking.tagCount, 0)
  const { problems, ...items } = itemsOf(document, fileId, settings, media)
  return {
    ...items,
    file: {
      path,
      fileId,
      title,
      ...(license && { license }),
      tree: treeOf(document),
      tagCount,
      ...tagRanges(document)
    },
    diagnostics: diagnose(
      path,
      text,
      [...document.problems, ...explainParted(text, sections, problems)],
      document.blocks
    )
  }
}

/** What a file gives in which things stand in each other too deeply to be read. */
export function tooDeep(path: string, fileId: string, text: string): FileCompilation {
  const problem: Problem = {
    start: 0,
    end: 0,
    code: 'too-deep',
    said: say(
      'Quotes, lists, emphasis or HTML stand in each other thousands deep, so nothing of {path} could be read. Take out the long run of such marks.',
      { path }
    )
  }
  return {
    file: { path, fileId, title: fileId, tree: [], tagCount: 0, spans: [], literalTags: [] },
    blocks: [],
    chapters: [],
    cards: [],
    diagnostics: diagnose(path, text, [problem]),
    asksForMedia: false
  }
}

interface FileItems {
  blocks: BlockItem[]
  chapters: ChapterItem[]
  cards: Card[]
}

type FoundItems = FileItems & { problems: Problem[]; asksForMedia: boolean }

function itemsOf(
  document: Document,
  fileId: string,
  settings: Settings,
  media: MediaPaths
): FoundItems {
  const items: FoundItems = {
    blocks: [],
    chapters: [],
    cards: [],
    problems: [],
    asksForMedia: false
  }
  const find = (address: string, from = document.path) => {
    items.asksForMedia = true
    return media.find(address, from)
  }
  const tagsOf = inlineTags(document)
  const { lineBreaks } = settings
  const allWritten: WrittenCard[] = []
  const formulas: Formula[] = []
  const reader = new ItemReader(document, fileId, settings)
  for (const chapter of document.sections) {
    if (isCaptured(chapter, 'block-reader', settings)) {
      for (const item of reader.blocksOf(chapter)) items.blocks.push(item)
    }
    if (isCaptured(chapter, 'chapter-reader', settings)) {
      const item = reader.chapter(chapter)
      if (item.content !== '') items.chapters.push(item)
    }
    if (chapter.known) continue
    const { pairs, problems } = pairQuestions(chapter, document.text)
    const written = pairs.map((pair) => ({
      text: writeCard(document, chapter, pair, { find, met: formulas, lineBreaks }),
      context: chapter.path.join('\n'),
      at: offsets(pair.question.open.tag)
    }))
    if (written.length > 0) addCards(chapter, written)
    // An answer of several questions counts once.
    const spans = new Set(pairs.flatMap(({ question, answers }) => [question, ...answers]))
    const content = [...spans].flatMap((span) => span.content)
    for (const problem of problems) items.problems.push(problem)
    const { definitions, path } = document
    for (const problem of mediaProblems(content, definitions, media, path)) {
      items.problems.push(problem)
    }
  }
  items.problems = items.problems.concat(
    duplicateQuestions(allWritten),
    // Those of embedded notes have no place here.
    cardFormulaProblems(
      document.text,
      formulas.filter(({ position }) => position)
    )
  )
  return items

  function addCards(chapter: Section, written: WrittenCard[]): void {
    const place = cardPlace(document, chapter, fileId, settings, tagsOf(chapter))
    for (const card of written) {
      const heading = chapter.path.at(-1) ?? ''
      const at = { path: document.path, line: card.text.line, heading }
      const sourceUrl = sourceLink(settings.sourceLink, at)
      items.cards.push({ ...place, ...card.text, ...(sourceUrl !== undefined && { sourceUrl }) })
      allWritten.push(card)
    }
  }
}

function cardPlace(
  { path, frontMatter, noteSyntax }: Document,
  chapter: Section,
  fileId: string,
  settings: Settings,
  tags: string[]
): Pick<
  Card,
  'fileId' | 'path' | 'chapterId' | 'chapterTree' | 'chapterTreeHtml' | 'deck' | 'tags'
> {
  const root = frontMatter.deck ?? settings.deck
  const named = frontMatter.tags.filter((tag) => !noteSyntax || !cardMarker.test(tag))
  return {
    fileId,
    path,
    chapterId: chapter.id,
    chapterTree: chapter.path,
    ...(chapter.pathHtml && { chapterTreeHtml: chapter.pathHtml }),
    deck: deckOf(root, settings.decks, fileId, chapter.path),
    tags: [...new Set([...settings.tags, ...named, ...tags])]
  }
}

/** Every chapter, captured or not, nested by level. */
function treeOf(document: Document): Chapter[] {
  return document.sections.filter((section) => !section.parent && isChapter(section)).map(resultOf)

  function resultOf(section: Section): Chapter {
    const { id, title, level, known } = section
    const { startLine, endLine } = lineRange([section])
    const children = section.children.map(resultOf)
    const before = known?.branch
    const isStill =
      before?.id === id &&
      before.title === title &&
      before.startLine === startLine &&
      before.endLine === endLine &&
      before.children.length === children.length &&
      before.children.every((child, at) => child === children[at])
    if (isStill) return before
    const branch = { id, title, level, startLine, endLine, children }
    if (known) known.branch = branch
    return branch
  }
}
