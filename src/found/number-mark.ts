import type { RootContent } from 'mdast'
import { offsets } from '../markdown/tag-places.ts'
import { headingLabelOf } from './labels.ts'

/** The number with which a heading or a paragraph begins, and where the words behind it begin. */
export interface NumberMark {
  number: number
  wordsAt: number
  /** The words behind it on the line, without marks of a heading. */
  words: string
}

/** `## 3. What…`, `### Question 3`, `## 3` */
const inHeading =
  /^#{1,6}[ \t]+[*_]*(?:(?<word>\p{L}{2,12})[ \t]+)?#?(?<number>\d{1,3})(?:[.):：]+[*_]*(?=[ \t]|$)|[*_]*[ \t]*$)[ \t]*(?<words>.*?)[ \t#]*$/du
/** `**3.** What…`, `**Question 3:** What…`: without bold it would be an item of a list. */
const inBold =
  /^(?:\*\*|__)(?:(?<word>\p{L}{2,12})[ \t]+)?#?(?<number>\d{1,3})[.):：]+(?:\*\*|__)[ \t]+(?<words>\S[^\r\n]*)/du
/** `**3. What…**` keeps its number, which stands within the marks. */
const withinBold = /^(?<words>(?:\*\*|__)(?<number>\d{1,3})[.)][ \t][^\r\n]*)/du

/** Characters of a block that are looked at. */
const longest = 400

/** The number of a heading, or of a paragraph that begins in bold. */
export function numberMarkOf(text: string, block: RootContent): NumberMark | undefined {
  const { start, end } = offsets(block)
  const source = text.slice(start, Math.min(end, start + longest))
  const match =
    block.type === 'heading'
      ? inHeading.exec(source)
      : block.type === 'paragraph'
        ? (inBold.exec(source) ?? withinBold.exec(source))
        : undefined
  const { word = '', number = '', words = '' } = match?.groups ?? {}
  if (number === '' || (word !== '' && !headingLabelOf(`${word} ${number}`))) return undefined
  const wordsAt = start + (match?.indices?.groups?.['words']?.[0] ?? 0)
  return { number: Number(number), wordsAt, words }
}
