import { codes } from 'micromark-util-symbol'
import { isFewWords } from '../quality/weight.ts'
import type { DatasetItem } from './item.ts'
import { smallLetters } from './small-letters.ts'

/** A stretch of Markdown between blank lines; code between fences is one, whatever stands in it. */
export interface Chunk {
  text: string
  isHeading: boolean
  /** What tells its paragraphs from others, made when asked for; none where it holds neither letter nor digit. */
  readonly keys: number[]
}

const FENCE = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)*(`{3,}|~{3,})/
const HEADING = /^[ \t>]{0,6}#{1,6}(?:[ \t]|$)/
const BLANK = /^[\s>]*$/
const UNDERLINE = /^ {0,3}(?:=+|-{2,})[ \t]*$/

/**
 * A text in chunks. Paragraphs have the same key where they say the same: case, blanks and marks do
 * not count. Within code each stretch between blank lines has a key of its own.
 */
export function chunksOf(text: string): Chunk[] {
  const found = recent.get(text)
  if (found) return found
  const chunks = cutChunks(text)
  letters += text.length
  if (letters > KEPT) forgetChunks()
  recent.set(text, chunks)
  return chunks
}

/** Chunks of texts: one pass after the other asks for those of all. */
const recent = new Map<string, Chunk[]>()
/** Letters of these texts, and at most. */
let letters = 0
const KEPT = 16_000_000

/** Reads a project: chunks are kept as long as that takes. */
export function keepingChunks<Result>(read: () => Result): Result {
  try {
    return read()
  } finally {
    forgetChunks()
  }
}

function forgetChunks(): void {
  recent.clear()
  letters = 0
}

function cutChunks(text: string): Chunk[] {
  const chunks: Chunk[] = []
  const hasFences = text.includes('```') || text.includes('~~~')
  let fence: string | undefined
  // Of the chunk that is open: where it begins, and its last line.
  let start = -1
  let lastLine = -1
  const add = (line: number) => {
    if (start === -1) start = line
    lastLine = line
  }
  const close = (end: number, isTitle = false) => {
    if (start !== -1) chunks.push(new TextChunk(text, { start, lastLine, end, isTitle, hasFences }))
    start = -1
  }
  let next = 0
  while (next <= text.length) {
    const at = next
    const end = lineEnd(text, at)
    next = end + 1
    const mark = hasFences ? fenceIn(text.slice(at, end)) : undefined
    if (fence !== undefined) {
      add(at)
      if (mark?.startsWith(fence) && BLANK.test(text.slice(at, end).replace(mark, ''))) {
        fence = undefined
        close(end)
      }
    } else if (mark !== undefined) {
      fence = mark
      add(at)
    } else if (isBlank(text, at, end)) {
      close(at - 1)
    } else if (isHeading(text, at, end)) {
      close(at - 1)
      add(at)
      close(end, true)
    } else {
      add(at)
    }
  }
  close(text.length)
  return chunks
}

/** Where a line ends that begins there. */
export function lineEnd(text: string, start: number): number {
  const end = text.indexOf('\n', start)
  return end === -1 ? text.length : end
}

function fenceIn(line: string): string | undefined {
  return line.includes('```') || line.includes('~~~') ? FENCE.exec(line)?.[1] : undefined
}

function isBlank(text: string, start: number, end: number): boolean {
  const at = afterQuotes(text, start, end)
  return at === end || (isOddBlank(text.charCodeAt(at)) && BLANK.test(text.slice(at, end)))
}

function isHeading(text: string, start: number, end: number): boolean {
  const at = afterQuotes(text, start, end)
  return text.charCodeAt(at) === codes.numberSign && HEADING.test(text.slice(start, end))
}

/** The place behind the blanks and quote marks that a line begins with. */
function afterQuotes(text: string, start: number, end: number): number {
  let at = start
  while (at < end && isQuoteMark(text.charCodeAt(at))) at++
  return at
}

function isQuoteMark(code: number): boolean {
  return code === codes.space || code === codes.horizontalTab || code === codes.greaterThan
}

/** Whether it may be a blank that no keyboard has. */
function isOddBlank(code: number): boolean {
  return code < codes.space || code > codes.tilde
}

interface Place {
  start: number
  /** Where its last line begins. */
  lastLine: number
  end: number
  isTitle: boolean
  hasFences: boolean
}

/** Its text is cut out and its keys are made when somebody asks. */
class TextChunk implements Chunk {
  readonly isHeading: boolean
  readonly #whole: string
  readonly #start: number
  readonly #end: number
  readonly #hasFences: boolean
  #text: string | undefined
  #keys: number[] | undefined

  constructor(whole: string, { start, lastLine, end, isTitle, hasFences }: Place) {
    this.#whole = whole
    this.#start = start
    this.#end = end
    this.#hasFences = hasFences
    this.isHeading = isTitle || (lastLine > start && UNDERLINE.test(whole.slice(lastLine, end)))
  }

  get text(): string {
    return (this.#text ??= this.#whole.slice(this.#start, this.#end))
  }

  /** Only code holds blank lines. */
  get #parts(): string[] {
    return this.#hasFences ? this.text.split(/\n[\s>]*\n/) : [this.text]
  }

  get keys(): number[] {
    return (this.#keys ??= this.#parts.flatMap((part) => keyOf(part) ?? []))
  }
}

/** Keys of all paragraphs of an item; titles left out: those stand around others, too. */
export function paragraphsOf(item: DatasetItem): number[] {
  const { kind, question, answer, content } = item
  return kind === 'qa' ? pairKeys(question, answer) : textKeys(content)
}

/** Keys of what a card says: of its question, and of its answer unless that is a few words, which answer many. */
export function pairKeys(question: string, answer: string): number[] {
  return [...textKeys(question), ...(isFewWords(answer) ? [] : textKeys(answer))]
}

/** Keys of the paragraphs of a text, headings left out. */
export function textKeys(text: string): number[] {
  return chunksOf(text).flatMap(({ isHeading, keys }) => (isHeading ? [] : keys))
}

/** A hash of the words: case, blanks and marks do not count. Nothing where there is neither letter nor digit. */
function keyOf(text: string): number | undefined {
  const key = new Key()
  let isApart = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code >= smallLetters.length && !isTypographic(code)) return keyOfAny(text)
    const small = smallLetters[code]
    if (!small) isApart = key.count > 0
    else {
      if (isApart) key.add(codes.space)
      isApart = false
      key.add(small)
    }
  }
  return key.value
}

/** Dashes, quotes, dots and blanks of the block of general punctuation, which holds no letter. */
function isTypographic(code: number): boolean {
  return code >= 0x2000 && code <= 0x206f
}

/** `keyOf` of a text with other letters than those of ASCII. */
function keyOfAny(text: string): number | undefined {
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}\p{C}]+/gu, ' ')
  const key = new Key()
  for (const letter of words.trim()) key.add(letter.codePointAt(0) ?? 0)
  return key.value
}

/** 53 bits, so that among millions of texts no two are taken for the same. */
class Key {
  count = 0
  #one = 0x811c9dc5
  #two = 0x1b873593

  add(code: number): void {
    this.#one = Math.imul(this.#one ^ code, 0x01000193)
    this.#two = (Math.imul(this.#two ^ code, 0x5bd1e995) + this.#one) | 0
    this.count++
  }

  get value(): number | undefined {
    return this.count === 0 ? undefined : (this.#one >>> 0) * 0x200000 + (this.#two >>> 11)
  }
}
