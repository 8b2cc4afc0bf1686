import { isFewWords } from '../quality/weight.ts'
import type { DatasetItem } from './item.ts'

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

/**
 * A text in chunks. Paragraphs have the same key where they say the same: case, blanks and marks do
 * not count. Within code each stretch between blank lines has a key of its own.
 */
export function chunksOf(text: string): Chunk[] {
  const chunks: Chunk[] = []
  let lines: string[] = []
  let fence: string | undefined
  const close = (isHeading = false) => {
    if (lines.length > 0) chunks.push(chunkOf(lines, isHeading))
    lines = []
  }
  for (const line of text.split('\n')) {
    const mark = line.includes('```') || line.includes('~~~') ? FENCE.exec(line)?.[1] : undefined
    if (fence !== undefined) {
      lines.push(line)
      if (mark?.startsWith(fence) && BLANK.test(line.replace(mark, ''))) {
        fence = undefined
        close()
      }
    } else if (mark !== undefined) {
      fence = mark
      lines.push(line)
    } else if (BLANK.test(line)) {
      close()
    } else if (HEADING.test(line)) {
      close()
      lines.push(line)
      close(true)
    } else {
      lines.push(line)
    }
  }
  close()
  return chunks
}

const known = new WeakMap<DatasetItem, number[]>()

/** Keys of all paragraphs of an item, read once; titles left out: those stand around others, too. */
export function paragraphsOf(item: DatasetItem): number[] {
  const { kind, question, answer, content } = item
  const keys = known.get(item) ?? (kind === 'qa' ? pairKeys(question, answer) : textKeys(content))
  known.set(item, keys)
  return keys
}

/** Keys of what a card says: of its question, and of its answer unless that is a few words, which answer many. */
export function pairKeys(question: string, answer: string): number[] {
  return [...textKeys(question), ...(isFewWords(answer) ? [] : textKeys(answer))]
}

/** Keys of the paragraphs of a text, headings left out. */
export function textKeys(text: string): number[] {
  return chunksOf(text).flatMap(({ isHeading, keys }) => (isHeading ? [] : keys))
}

function chunkOf(lines: string[], isHeading: boolean): Chunk {
  const text = lines.join('\n')
  // A title that is underlined.
  const isSet = lines.length > 1 && /^ {0,3}(?:=+|-{2,})[ \t]*$/.test(lines.at(-1) ?? '')
  let keys: number[] | undefined
  return {
    text,
    isHeading: isHeading || isSet,
    get keys() {
      return (keys ??= text.split(/\n[\s>]*\n/).flatMap((part) => keyOf(part) ?? []))
    }
  }
}

/** A hash of the words: case, blanks and marks do not count. Nothing where there is neither letter nor digit. */
function keyOf(text: string): number | undefined {
  const key = new Key()
  let isApart = false
  for (let at = 0; at < text.length; at++) {
    let code = text.charCodeAt(at)
    if (code > 127 && !isTypographic(code)) return keyOfAny(text)
    if (code >= 65 && code <= 90) code += 32
    if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57)) {
      if (isApart) key.add(32)
      isApart = false
      key.add(code)
    } else isApart = key.count > 0
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
