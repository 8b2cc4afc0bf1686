import type { RootContent } from 'mdast'
import { say, type Said } from '../../say/say.ts'
import type { SourceRange } from '../../markdown/tree/container-marks.ts'
import { offsets } from '../../markdown/tag-places.ts'
import { cardHtml, type CardWriting } from '../../render/card-html.ts'
import { gapSigns } from '../../render/gap-signs.ts'
import { definitionSource, spanSource } from '../../render/span-source.ts'
import type { Section } from '../sections/chapters.ts'
import { definitionsBeside, usedDefinitions, type PlacedDefinition } from '../items/definitions.ts'
import type { Problem } from '../problems/diagnostics.ts'
import type { Document } from '../document.ts'
import { withEmbeds } from '../items/embedded-blocks.ts'
import { withEmbedSources } from '../items/embed-sources.ts'
import { gapCards } from './gap-cards.ts'
import { mayHoldGaps, readGaps, type BrokenGap, type Gap, type Gaps } from './gaps.ts'
import { highlightGaps, mayHoldHighlights } from './highlight-gaps.ts'
import type { Card } from '../model.ts'
import { isBetweenTags, type Span } from '../sections/pairs.ts'
import { signGaps } from './sign-gaps.ts'

/** A question with the answers that belong to it (L3.1); one with gaps may have none (N3.1). */
export interface QuestionAnswer {
  question: Span
  answers: Span[]
  /** Of a cloze card; else none. */
  gaps: Gap[]
}

/** A card, not yet told which file and deck it belongs to. */
type CardText = Pick<
  Card,
  'kind' | 'gaps' | 'line' | 'endLine' | 'question' | 'answer' | 'questionHtml' | 'answerHtml'
>

/** Pairs the questions of a chapter with their answers; what is left over is a problem (L3.2). */
export function pairQuestions(
  { marking }: Section,
  text: string
): {
  pairs: QuestionAnswer[]
  problems: Problem[]
} {
  const pairs: QuestionAnswer[] = []
  const problems: Problem[] = []
  /** Those that wait for their answer: one, or several that stand directly one after another. */
  let waiting: Span[] = []
  let current: QuestionAnswer[] = []
  for (const span of marking.spans) {
    if (span.kind === 'question') {
      const last = waiting.at(-1)
      if (!last || !standsBehind(last, span, text)) leave()
      const { gaps, broken } = gapsOf(text, span)
      for (const one of broken) problems.push(brokenGap(one))
      current = []
      if (gaps.length === 0) waiting.push(span)
      else {
        leave()
        current = [{ question: span, answers: [], gaps }]
        for (const one of current) pairs.push(one)
      }
    } else if (span.kind === 'answer') {
      if (waiting.length > 0) {
        current = waiting.map((question) => ({ question, answers: [span], gaps: [] }))
        for (const one of current) pairs.push(one)
        waiting = []
      } else if (current.length > 0) {
        if (current.some(({ answers }) => answers.length > 0)) problems.push(extraAnswer(span))
        for (const { answers } of current) answers.push(span)
      } else {
        problems.push(withoutQuestion(span))
      }
    }
  }
  leave()
  return { pairs, problems }

  /** Without an answer each asks for its marked words, if it holds any. */
  function leave(): void {
    for (const question of waiting) {
      const { gaps, broken } = marksOf(text, question)
      for (const one of broken) problems.push(brokenGap(one))
      if (gaps.length > 0) pairs.push({ question, answers: [], gaps })
      else problems.push(withoutAnswer(question))
    }
    waiting = []
  }
}

/** Whether a question follows another in one paragraph with nothing between: both ask for what is answered next. */
function standsBehind(before: Span, { open }: Span, text: string): boolean {
  const paragraph = open.ancestors.at(-1)
  if (paragraph?.type !== 'paragraph' || before.close.ancestors.at(-1) !== paragraph) return false
  return text.slice(offsets(before.close.tag).end, offsets(open.tag).start).trim() === ''
}

function marksOf(text: string, { open, close, content }: Span): Gaps {
  const { end: from } = offsets(open.tag)
  const { start: to } = offsets(close.tag)
  if (!mayHoldHighlights(text.slice(from, to))) return { gaps: [], broken: [] }
  // Of marked words that a tag cuts, the question holds a part.
  return highlightGaps(content, (node) => offsets(node).start >= from && offsets(node).end <= to)
}

/** The gaps of a question; most hold none, which is seen without a look at the tree. */
function gapsOf(text: string, { open, close, content }: Span): Gaps {
  const source = text.slice(offsets(open.tag).end, offsets(close.tag).start)
  return mayHoldGaps(source) ? readGaps(content) : { gaps: [], broken: [] }
}

/** A card with what tells it from others of its file. */
export interface WrittenCard {
  text: CardText
  /** The titles around it, joined. */
  context: string
  /** The question's opening tag. */
  at: SourceRange
}

/** Cards of one file with the same context and question: the second and later ones (L6). */
export function duplicateQuestions(cards: WrittenCard[]): Problem[] {
  const seen = new Map<string, number>()
  return cards.flatMap(({ text, context, at }) => {
    const key = JSON.stringify([context, text.question])
    const first = seen.get(key)
    if (first === undefined) {
      seen.set(key, text.line)
      return []
    }
    return [
      {
        ...at,
        code: 'duplicate-question' as const,
        said: say(
          'The same question stands in line {line} already, under the same headings. Put it in other words, or take one of the two out.',
          { line: String(first) }
        )
      }
    ]
  })
}

/** Writes the texts of a card of a chapter: Markdown source and HTML (L2.7). */
export function writeCard(
  document: Document,
  section: Section,
  { question, answers, gaps }: QuestionAnswer,
  writing: CardWriting
): CardText {
  const last = answers.at(-1) ?? question
  const source = spansSource(document, [question], section)
  const signs = gaps.length > 0 ? gapSigns(source) : undefined
  const content = signs ? signGaps(question.content, gaps, signs) : question.content
  const questionHtml = html(document, content, writing)
  return {
    kind: signs ? 'cloze' : 'basic',
    ...(signs && { gaps: gapCards(source, document.noteSyntax) }),
    line: question.open.tag.position?.start.line ?? 1,
    endLine: last.close.tag.position?.end.line ?? 1,
    question: source,
    answer: spansSource(document, answers, section),
    questionHtml: signs?.asAnki(questionHtml) ?? questionHtml,
    answerHtml: html(
      document,
      answers.flatMap((answer) => answer.content),
      writing
    )
  }
}

/**
 * The sources of some spans of a section (L2.7), without comments, as paragraphs, then the definitions
 * they use from elsewhere.
 */
export function spansSource(
  { text, marks, definitions, embeds }: Document,
  spans: Span[],
  section: Pick<Section, 'comments' | 'links'>
): string {
  const sources = spans.map(({ open, close, content }) =>
    spanSource(text, open, close, content, marks, {
      comments: section.comments,
      links: withEmbedSources(section.links, content, embeds)
    })
  )
  const used = usedDefinitions(
    spans.flatMap((span) => span.content),
    definitions
  )
  const outside = used.filter(
    ({ node }) => !spans.some((span) => isBetweenTags(offsets(node).start, span))
  )
  const source = ({ node, around }: PlacedDefinition) => definitionSource(text, node, around, marks)
  const links = outside.filter(({ node }) => node.type === 'definition').map(source)
  const footnotes = outside.filter(({ node }) => node.type !== 'definition').map(source)
  return [...sources, links.join('\n'), ...footnotes].filter((part) => part !== '').join('\n\n')
}

function html(
  { definitions, embeds }: Document,
  content: RootContent[],
  writing: CardWriting
): string {
  const beside = definitionsBeside(content, definitions)
  return cardHtml(withEmbeds(content, embeds, writing), beside, writing)
}

function withoutAnswer({ open }: Span): Problem {
  return {
    ...offsets(open.tag),
    code: 'question-without-answer',
    said: say(
      'This question has no answer. Write [/A]…[A/] after it, before the next question or heading.'
    )
  }
}

function withoutQuestion({ open }: Span): Problem {
  return {
    ...offsets(open.tag),
    code: 'answer-without-question',
    said: say('This answer has no question. Write [/Q]…[Q/] before it, under the same heading.')
  }
}

const gapTroubles: Record<BrokenGap['trouble'], Said> = {
  unclosed: say(
    'This gap is never closed: write {end} after its text. If it is meant as text, write a backslash before it.',
    { end: '}}' }
  ),
  empty: say(
    'This gap holds no text: write some before its {end}. If it is meant as text, write a backslash before it.',
    { end: '}}' }
  ),
  number: say(
    'This gap has a number that Anki does not know: count from 1 to 500. If it is meant as text, write a backslash before it.'
  ),
  deep: say(
    'This gap stands in too many others: Anki reads up to ten in each other. If it is meant as text, write a backslash before it.'
  ),
  formula: say(
    'This gap makes a formula that Anki could not draw, or may not: braces of TeX around it part it from what stands beside it, as in {example}. If it is meant as text, write a backslash before it.',
    { example: '\\sqrt{ {{c1::x}} }' }
  )
}

function brokenGap({ at, trouble }: BrokenGap): Problem {
  return { ...offsets(at), code: 'broken-gap', said: gapTroubles[trouble] }
}

function extraAnswer({ open }: Span): Problem {
  return {
    ...offsets(open.tag),
    code: 'extra-answer',
    said: say(
      'The question before has an answer already; this one is joined to it as a further paragraph.'
    )
  }
}
