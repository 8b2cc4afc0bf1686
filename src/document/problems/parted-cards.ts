import { say, type Said } from '../../say/say.ts'
import type { Section } from '../sections/chapters.ts'
import type { Problem } from './diagnostics.ts'
import { startOf, type Span } from '../sections/pairs.ts'
import { remedyFor, underlineOf, whyBegins } from '../sections/underlines.ts'

/**
 * Says of a question and the answer next to it why they make no card where a heading stands between
 * them (L3.1); `problems` are those of a whole document's questions and answers.
 */
export function explainParted(text: string, sections: Section[], problems: Problem[]): Problem[] {
  if (problems.length === 0) return problems
  const whys = new Map<number, Said>()
  let question: { span: Span; at: number } | undefined
  for (const [at, { marking }] of sections.entries()) {
    const inOrder = [...marking.spans, ...marking.lonely].toSorted(
      (a, b) => startOf(a) - startOf(b)
    )
    for (const span of inOrder) {
      // A tag without its mate in between is the trouble then.
      if (!('content' in span)) {
        question = undefined
        continue
      }
      const ending = question && sections[question.at + 1]
      if (span.kind === 'answer' && question && ending && question.at < at) {
        const why = whyBegins(text, ending)
        const underline = underlineOf(text, ending)
        const remedy = underline ? remedyFor(underline) : say('Put both under one heading.')
        const [asked, answered] = [question.span, span]
        whys.set(
          startOf(asked),
          say(
            'This question has no answer in its chapter: the answer in line {line} stands in another, {why}. {remedy}',
            { line: lineOf(answered), why, remedy }
          )
        )
        whys.set(
          startOf(answered),
          say(
            'This answer has no question in its chapter: the question in line {line} stands in another, {why}. {remedy}',
            { line: lineOf(asked), why, remedy }
          )
        )
      }
      if (span.kind === 'question') question = { span, at }
      else if (span.kind === 'answer') question = undefined
    }
  }
  return problems.map((problem) => {
    const isLonely =
      problem.code === 'question-without-answer' || problem.code === 'answer-without-question'
    const said = isLonely ? whys.get(problem.start) : undefined
    return said ? { ...problem, said } : problem
  })
}

function lineOf({ open }: Span): string {
  return String(open.tag.position?.start.line ?? 1)
}
