import { inline, type Draft } from '../draft.ts'
import { visibleEnd } from '../line-ends.ts'
import { tagMark } from '../mask.ts'
import type { Note } from '../note.ts'
import type { Passage } from '../passage.ts'
import { isAside, isRemark, isTerm, wordsIn } from '../terms.ts'
import { abbreviations, article, isBeing } from '../words/being.ts'
import { isSomeone, namedPerson } from '../words/persons.ts'
import type { Rule } from '../rule.ts'
import { definitionLabel } from '../statement.ts'

/** The first sentence of a paragraph that says what a bold thing is: `**X** is a …`. */
export const isA: Rule = {
  name: 'is-a',
  certain: false,
  sign: /\*\*|__/,
  find: ({ passages, isPaper }: Note) =>
    isPaper
      ? []
      : passages
          .filter((passage) => passage.node.type === 'paragraph' && !isAside(passage))
          .flatMap(draftsOf)
}

const bold =
  /^(?:\*\*\*?|__)(?=\S)([^*_\n]{1,70}?)(?:\*\*\*?|__)(?:[ \t]*[(（][^()（）]{1,80}[)）])?,?(?=[ \t\p{L}—–-])/u
const sentenceEnd = /[.!?](?=["”»)*_]*(?:\s|$))|[。！？]/g

/** Behind `**Definition.**` a thing may be in italics. */
const emphasised = /^(?:\*|_)(?=\S)([^*_\n]{1,70}?)(?:\*|_)(?=[ \t\p{L}])/u

/** Whether it begins with bold words, behind an article or not: only then its lines are asked for. */
function beginsBold(source: string): boolean {
  const lead = article.exec(source)?.[0].length ?? 0
  return source.startsWith('**', lead) || source.startsWith('__', lead)
}

/** Whether a paragraph says first what a bold thing is. */
export function saysWhatIs(passage: Passage): boolean {
  return draftsOf(passage).length > 0
}

function draftsOf(passage: Passage): Draft[] {
  if (!beginsBold(passage.source)) return []
  const { lines } = passage
  const first = lines[0]
  const last = lines.findLast((line) => visibleEnd(line) > line.start)
  if (!first || !last) return []
  const label = definitionLabel(first.words)
  const begin = first.start + label
  const lead = label + (article.exec(first.words.slice(label))?.[0].length ?? 0)
  const thing = first.words.slice(lead)
  const match = bold.exec(thing) ?? (label > 0 ? emphasised.exec(thing) : null)
  const [whole = '', bolded = ''] = match ?? []
  const end = lead + whole.length
  const rest = first.words.slice(end)
  if (!match || !isBeing.test(rest)) return []
  if (isSomeone.test(rest) || namedPerson.test(bolded)) return []
  // Behind an article, a word that begins remarks elsewhere names a thing: `The **objective** is the lens …`.
  const isThing = lead > label && isRemark(bolded) && !/\d/.test(rest)
  if (!isThing && !isTerm(bolded)) return []
  const from = first.start + end + (rest.length - rest.trimStart().length)
  const to = Math.min(endOfSentence(lines, end), visibleEnd(last))
  const said = first.words.slice(from - first.start)
  if (said.includes(tagMark) || (lines.length === 1 && isShort(said))) return []
  const term = first.words.slice(label, end).replace(/,$/, '')
  return [
    {
      question: inline(begin, begin + term.length),
      answer: inline(from, to),
      replaced: [{ start: begin + term.length, end: from, insert: ' ' }]
    }
  ]
}

function isShort(said: string): boolean {
  return wordsIn(said) < 3 && !/[\u3040-\u9fff]{4}/.test(said)
}

/** Where the sentence ends that begins in the first line; else where the text does. */
function endOfSentence(lines: Passage['lines'], from: number): number {
  for (const [at, { start, words }] of lines.entries()) {
    for (const match of words.matchAll(sentenceEnd)) {
      const end = match.index + 1
      if (at === 0 && end <= from) continue
      if (!abbreviations.test(words.slice(0, end))) return start + end + closing(words.slice(end))
    }
  }
  return Infinity
}

/** Length of the marks that close with a sentence. */
function closing(rest: string): number {
  return /^["”»)*_]*/.exec(rest)?.[0].length ?? 0
}
