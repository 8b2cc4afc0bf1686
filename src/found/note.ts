import type { SourceRange } from '../markdown/tree/container-marks.ts'
import { offsets } from '../markdown/tag-places.ts'
import type { Section } from '../document/sections/chapters.ts'
import type { Document } from '../document/document.ts'
import { isUnread } from '../markdown/scan/plain-blocks.ts'
import { readOnly } from '../markdown/reading/read-plain.ts'
import { mayHoldCards, mayHoldMarks, mayTellTerms } from './container-signs.ts'
import { passagesOf, type Passage } from './passage.ts'
import { attendance, paperHeadings, projectFiles } from './words/papers.ts'
import { speech } from './words/persons.ts'

/** A file as the rules look at it. */
export interface Note {
  path: string
  text: string
  sections: Section[]
  /** Everything in it that is prose, in the order of the text. */
  passages: Passage[]
  /** Whether it says that it holds flashcards, as Obsidian's notes do: `#flashcards`. */
  holdsFlashcards: boolean
  /** Whether `==words==` are marked words (N2). */
  readsMarks: boolean
  /** Whether it is a page of a project, minutes, a story or a recipe: bold words before colons are no terms there. */
  isPaper: boolean
  /** The front matter as it is written; empty where there is none. */
  header: string
  /** The questions of cards that it has already: they support those that were not taken, as they did before. */
  taken: string[]
  /** Whether no tag, card or private comment lies in a stretch. */
  isFree: (range: SourceRange) => boolean
}

const flashcards = /(?:^|[\s"'[,])#?(?:flashcards?|cards?|anki|sr)(?:\/[\w/-]+)?(?=$|[\s"'\],])/i
const flashcardsTag = /(?:^|\s)#(?:flashcards?|sr)(?:\/[^\s#]+)?(?=\s|$)/i

/** Makes a read file ready to look for cards in. */
export function noteOf({ path, text, noteSyntax, sections, blocks, frontMatter }: Document): Note {
  readContainers(text, blocks)
  const passages = sections.flatMap((section, at) => passagesOf(text, section.blocks, at))
  const taken = united([...tagRanges(sections), ...privateComments(passages)])
  const first = blocks[0]
  return {
    path,
    text,
    sections,
    passages,
    holdsFlashcards:
      frontMatter.tags.some((tag) => flashcards.test(tag)) ||
      passages.some(
        (passage) =>
          flashcardsTag.test(passage.source) &&
          passage.lines.some(({ words }) => flashcardsTag.test(words))
      ),
    readsMarks: noteSyntax,
    isPaper: isPaper(path, sections) || tellsOfPeople(sections, passages),
    taken: takenIn(text, sections),
    header: text.startsWith('---') ? text.slice(0, first ? offsets(first).start : undefined) : '',
    isFree: ({ start, end }) => {
      const at = firstEndingAfter(taken, start)
      return (taken[at]?.start ?? Infinity) >= end
    }
  }
}

/** A list, quote or table in which no rule may find something is left unread, and so are words. */
function readContainers(text: string, blocks: Document['blocks']): void {
  readOnly(
    blocks.filter((block) => {
      if (block.type === 'paragraph' || !isUnread(block)) return false
      const { start, end } = offsets(block)
      const sign = containerSigns[block.type]
      return sign === undefined || sign(text.slice(start, end))
    })
  )
}

const containerSigns: Partial<Record<string, (source: string) => boolean>> = {
  list: mayHoldCards,
  blockquote: mayHoldMarks,
  table: mayTellTerms
}

function isPaper(path: string, sections: Section[]): boolean {
  if (projectFiles.test(path.slice(path.lastIndexOf('/') + 1))) return true
  const titles = sections.filter(({ level }) => level > 0).map(({ title }) => title)
  const { project, meeting, recipe } = paperHeadings
  return (
    titles.filter((title) => project.test(title)).length > 1 ||
    titles.some((title) => meeting.test(title) || recipe.test(title))
  )
}

/** Who was at a meeting stands among the first so many passages of its minutes. */
const firstPassages = 12

/** Whether it says first who was at a meeting; or somebody speaks in it, as in a story, which has no chapters. */
function tellsOfPeople(sections: Section[], passages: Passage[]): boolean {
  if (passages.slice(0, firstPassages).some((passage) => holds(passage, attendance))) return true
  const isStory = sections.filter(({ level }) => level > 0).length < 2
  return isStory && passages.some((passage) => holds(passage, speech))
}

function holds({ node, source, parents }: Passage, sign: RegExp): boolean {
  return node.type === 'paragraph' && parents.length === 0 && sign.test(source)
}

function takenIn(text: string, sections: Section[]): string[] {
  return sections.flatMap(({ marking }) =>
    marking.spans
      .filter(({ kind }) => kind === 'question')
      .map(({ open, close }) => text.slice(offsets(open.tag).end, offsets(close.tag).start).trim())
  )
}

function tagRanges(sections: Section[]): SourceRange[] {
  return sections.flatMap(({ marking }) => [
    ...[...marking.markers, ...marking.literals].map(offsets),
    ...marking.spans.map(({ open, close }) => ({
      start: offsets(open.tag).start,
      end: offsets(close.tag).end
    }))
  ])
}

/** Obsidian's `%%…%%`, also over several blocks. */
function privateComments(passages: Passage[]): SourceRange[] {
  const marks = passages
    .filter(({ source }) => source.includes('%%'))
    .flatMap(({ lines }) => lines)
    .flatMap(({ start, words }) => [...words.matchAll(/%%/g)].map(({ index }) => start + index))
  const comments: SourceRange[] = []
  for (let at = 0; at + 1 < marks.length; at += 2) {
    comments.push({ start: marks[at] ?? 0, end: (marks[at + 1] ?? 0) + 2 })
  }
  return comments
}

/** Ranges in order, those that touch as one. */
function united(ranges: SourceRange[]): SourceRange[] {
  const all: SourceRange[] = []
  for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = all.at(-1)
    if (last && range.start <= last.end) last.end = Math.max(last.end, range.end)
    else all.push({ ...range })
  }
  return all
}

/** Index of the first of some ordered ranges that ends after an offset. */
export function firstEndingAfter(ranges: readonly SourceRange[], offset: number): number {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[middle]?.end ?? Infinity) <= offset) low = middle + 1
    else high = middle
  }
  return low
}
