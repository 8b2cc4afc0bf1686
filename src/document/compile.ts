import { offsets } from '../markdown/tag-places.ts'
import { duplicateQuestions, pairQuestions, writeCard, type WrittenCard } from './cards.ts'
import { deckOf } from './decks.ts'
import { diagnose, type Problem } from './diagnostics.ts'
import type { Section } from './chapters.ts'
import { isChapter, readDocument, type Document } from './document.ts'
import { fileIds } from './file-ids.ts'
import { blockItems, chapterItem, lineRange } from './items.ts'
import { mediaProblems } from './media-problems.ts'
import type {
  BlockItem,
  Card,
  ChapterItem,
  Compilation,
  Chapter,
  Settings,
  SourceFile
} from './model.ts'
import { completeSettings } from './settings.ts'

/**
 * Reads the files of a project: chapters, captured blocks and chapters, cards, problems. Same
 * files and settings, same result; no text makes it throw.
 */
export function compile(files: SourceFile[], settings?: Partial<Settings>): Compilation {
  const all = completeSettings(settings)
  const documents = files.map(readDocument)
  const { ids, problems } = fileIds(documents)
  const compilation: Compilation = {
    files: [],
    blocks: [],
    chapters: [],
    cards: [],
    diagnostics: []
  }
  for (const document of documents) {
    const { path, title, sections } = document
    const fileId = ids.get(path) ?? path
    const idProblem = problems.get(path)
    const tagCount = sections.reduce((sum, { marking }) => sum + marking.tagCount, 0)
    const found = itemsOf(document, fileId, all)
    compilation.files.push({ path, fileId, title, tree: treeOf(document), tagCount })
    compilation.blocks.push(...found.blocks)
    compilation.chapters.push(...found.chapters)
    compilation.cards.push(...found.cards)
    const trouble = [...(idProblem ? [idProblem] : []), ...document.problems, ...found.problems]
    compilation.diagnostics.push(...diagnose(path, document.text, trouble))
  }
  return compilation
}

interface FileItems {
  blocks: BlockItem[]
  chapters: ChapterItem[]
  cards: Card[]
  problems: Problem[]
}

function itemsOf(document: Document, fileId: string, settings: Settings): FileItems {
  const items: FileItems = { blocks: [], chapters: [], cards: [], problems: [] }
  const allWritten: WrittenCard[] = []
  for (const chapter of document.sections) {
    const { readers } = chapter.marking
    const isCaptured = (reader: 'block-reader' | 'chapter-reader') =>
      isChapter(chapter) && (settings.capture === 'all' || readers.has(reader))
    if (isCaptured('block-reader')) {
      items.blocks.push(...blockItems(document, chapter, fileId, settings))
    }
    if (isCaptured('chapter-reader')) {
      const item = chapterItem(document, chapter, fileId, settings)
      if (item.content !== '') items.chapters.push(item)
    }
    const { pairs, problems } = pairQuestions(chapter)
    const place = cardPlace(document, chapter, fileId, settings)
    const written = pairs.map((pair) => ({
      text: writeCard(document, pair),
      context: chapter.path.join('\n'),
      at: offsets(pair.question.open.tag)
    }))
    items.cards.push(...written.map(({ text }) => ({ ...place, ...text })))
    const content = pairs.flatMap(({ question, answers }) =>
      [question, ...answers].flatMap((span) => span.content)
    )
    allWritten.push(...written)
    items.problems.push(...problems, ...mediaProblems(content, document.definitions))
  }
  items.problems.push(...duplicateQuestions(allWritten))
  return items
}

function cardPlace(
  { path, frontMatter }: Document,
  chapter: Section,
  fileId: string,
  settings: Settings
): Pick<Card, 'fileId' | 'path' | 'chapterId' | 'chapterTree' | 'deck' | 'tags'> {
  const root = frontMatter.deck ?? settings.deck
  return {
    fileId,
    path,
    chapterId: chapter.id,
    chapterTree: chapter.path,
    deck: deckOf(root, settings.decks, fileId, chapter.path),
    tags: [...new Set([...settings.tags, ...frontMatter.tags])]
  }
}

/** Every chapter, captured or not, nested by level. */
function treeOf(document: Document): Chapter[] {
  return document.sections.filter((section) => !section.parent && isChapter(section)).map(resultOf)

  function resultOf(section: Section): Chapter {
    const { id, title, level, children } = section
    const lines = lineRange(document, [section])
    return { id, title, level, ...lines, children: children.map(resultOf) }
  }
}
