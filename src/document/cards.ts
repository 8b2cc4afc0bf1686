import type { RootContent } from 'mdast'
import type { SourceRange } from '../markdown/container-marks.ts'
import { offsets } from '../markdown/tag-places.ts'
import { cardHtml, type FindMedia, type Formula } from '../render/card-html.ts'
import { definitionSource, spanSource } from '../render/span-source.ts'
import type { Section } from './chapters.ts'
import { definitionsBeside, usedDefinitions, type PlacedDefinition } from './definitions.ts'
import type { Problem } from './diagnostics.ts'
import type { Document } from './document.ts'
import { isBetweenTags, type Span } from './pairs.ts'

/** A question with the answers that belong to it (L3.1). */
export interface QuestionAnswer {
  question: Span
  answers: [Span, ...Span[]]
}

/** Texts of a card, not yet told which file and deck it belongs to. */
interface CardText {
  line: number
  endLine: number
  question: string
  answer: string
  questionHtml: string
  answerHtml: string
}

/** Pairs the questions of a chapter with their answers; what is left over is a problem (L3.2). */
export function pairQuestions({ marking }: Section): {
  pairs: QuestionAnswer[]
  problems: Problem[]
} {
  const pairs: QuestionAnswer[] = []
  const problems: Problem[] = []
  let question: Span | undefined
  let current: QuestionAnswer | undefined
  for (const span of marking.spans) {
    if (span.kind === 'question') {
      if (question) problems.push(withoutAnswer(question))
      question = span
      current = undefined
    } else if (span.kind === 'answer') {
      if (question) {
        current = { question, answers: [span] }
        pairs.push(current)
        question = undefined
      } else if (current) {
        current.answers.push(span)
        problems.push(extraAnswer(span))
      } else {
        problems.push(withoutQuestion(span))
      }
    }
  }
  if (question) problems.push(withoutAnswer(question))
  return { pairs, problems }
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
        message: `The same question stands in line ${String(first)} already, under the same headings. Put it in other words, or take one of the two out.`
      }
    ]
  })
}

/** Writes the texts of a card of a chapter: Markdown source and HTML (L2.7). `formulas` takes those it holds. */
export function writeCard(
  document: Document,
  { comments }: Section,
  { question, answers }: QuestionAnswer,
  find: FindMedia,
  formulas: Formula[]
): CardText {
  const last = answers.at(-1) ?? answers[0]
  return {
    line: question.open.tag.position?.start.line ?? 1,
    endLine: last.close.tag.position?.end.line ?? 1,
    question: spansSource(document, [question], comments),
    answer: spansSource(document, answers, comments),
    questionHtml: html(document, question.content, find, formulas),
    answerHtml: html(
      document,
      answers.flatMap((answer) => answer.content),
      find,
      formulas
    )
  }
}

/**
 * The sources of some spans (L2.7), without `comments`, as paragraphs, then the definitions they use
 * from elsewhere.
 */
export function spansSource(
  { text, marks, definitions }: Document,
  spans: Span[],
  comments: SourceRange[]
): string {
  const sources = spans.map(({ open, close, content }) =>
    spanSource(text, open, close, content, marks, comments)
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
  { definitions }: Document,
  content: RootContent[],
  find: FindMedia,
  formulas: Formula[]
): string {
  return cardHtml(content, definitionsBeside(content, definitions), find, formulas)
}

function withoutAnswer({ open }: Span): Problem {
  return {
    ...offsets(open.tag),
    code: 'question-without-answer',
    message:
      'This question has no answer. Write [/A]…[A/] after it, before the next question or heading.'
  }
}

function withoutQuestion({ open }: Span): Problem {
  return {
    ...offsets(open.tag),
    code: 'answer-without-question',
    message: 'This answer has no question. Write [/Q]…[Q/] before it, under the same heading.'
  }
}

function extraAnswer({ open }: Span): Problem {
  return {
    ...offsets(open.tag),
    code: 'extra-answer',
    message:
      'The question before has an answer already; this one is joined to it as a further paragraph.'
  }
}
