import { say } from '../../say/say.ts'
import type { AnyTag } from '../../markdown/tree/nodes.ts'
import { offsets } from '../../markdown/tag-places.ts'
import type { TagKind } from '../../markdown/tags.ts'
import type { Section } from './chapters.ts'
import type { Mend, Problem } from '../problems/diagnostics.ts'
import { closedBefore } from '../problems/tag-problems.ts'
import { startOf } from './pairs.ts'
import {
  headingOf,
  liftUnderlines,
  remedyFor,
  underlinedTag,
  underlineOf,
  whyBegins
} from './underlines.ts'

/** Two tags that are a pair but for the headings between them. */
interface CutPair {
  open: AnyTag
  close: AnyTag
  /** From the opener's chapter to the closer's. */
  sections: Section[]
  /** The chapter after these. */
  next: Section | undefined
}

/**
 * The problems of a document's tags, with what headings have to do with them (L2.1): pairs that a
 * heading cuts say so at both ends, and an underline that makes a heading of tags is one more.
 */
export function tagProblems(text: string, sections: Section[], noteSyntax: boolean): Problem[] {
  const cuts = cutPairs(sections)
  const told = new Map<number, Problem>()
  for (const cut of cuts) {
    for (const problem of problemsOf(text, cut, noteSyntax)) told.set(problem.start, problem)
  }
  const blamed = new Set(cuts.flatMap((cut) => cut.sections.slice(1)))
  const problems: Problem[] = []
  for (const [at, section] of sections.entries()) {
    // Without tags nothing is cut, and no underline makes a heading of any.
    const own = section.known?.problems ?? ofSection(section, at)
    for (const problem of own) problems.push(problem)
  }
  return problems

  function ofSection(section: Section, at: number): Problem[] {
    return [
      ...section.marking.problems.map((problem) => {
        if (problem.code !== 'unclosed-tag' && problem.code !== 'unopened-tag') return problem
        return told.get(problem.start) ?? beforeHeading(problem, sections[at + 1])
      }),
      ...(blamed.has(section)
        ? []
        : underlinedTags(text, section, sections.slice(Math.max(0, at - 1), at + 2), noteSyntax))
    ]
  }
}

/** An opener and the next closer of its kind in a later chapter, both without a mate in their own. */
function cutPairs(sections: Section[]): CutPair[] {
  const pairs: CutPair[] = []
  const waiting = new Map<TagKind, { open: AnyTag; at: number }>()
  for (const [at, { marking, known }] of sections.entries()) {
    if (known) continue
    const inOrder = [...marking.lonely, ...marking.spans].toSorted(
      (a, b) => startOf(a) - startOf(b)
    )
    for (const one of inOrder) {
      // Whole pairs in between: what was forgotten here has nothing to do with what comes after.
      if ('content' in one) waiting.clear()
      else if (one.side === 'open') waiting.set(one.kind, { open: one, at })
      else {
        const opener = waiting.get(one.kind)
        waiting.delete(one.kind)
        if (opener && opener.at < at) {
          pairs.push({
            open: opener.open,
            close: one,
            sections: sections.slice(opener.at, at + 1),
            next: sections[at + 1]
          })
        }
      }
    }
  }
  return pairs
}

function problemsOf(
  text: string,
  { open, close, sections, next }: CutPair,
  noteSyntax: boolean
): [Problem, Problem] {
  const [, ending] = sections
  const why = ending ? whyBegins(text, ending) : ''
  const tags = { open: open.value, close: close.value }
  const between = sections.slice(1)
  const underlines = between.flatMap((section) => underlineOf(text, section) ?? [])
  const lifted =
    underlines.length === between.length
      ? liftUnderlines(text, underlines, next ? [...sections, next] : sections, {
          errors: true,
          noteSyntax
        })
      : undefined
  const [underline] = underlines
  const remedy =
    ending && underline && underlines.length === between.length
      ? remedyFor(underline)
      : say('Put {tag} before the heading, or write \\# to make text of it.', { tag: close.value })
  const rest: { fix?: Mend } = lifted ? { fix: lifted } : {}
  return [
    {
      ...offsets(open),
      code: 'unclosed-tag',
      said: say(
        '{open} is never closed in its chapter: {close} in line {line} stands in another, {why}. {remedy}',
        { ...tags, line: lineOf(close), why, remedy }
      ),
      ...rest
    },
    {
      ...offsets(close),
      code: 'unopened-tag',
      said: say(
        '{close} closes nothing in its chapter: {open} in line {line} stands in another, {why}. {remedy}',
        { ...tags, line: lineOf(open), why, remedy }
      ),
      ...rest
    }
  ]
}

function lineOf({ position }: AnyTag): string {
  return String(position?.start.line ?? 1)
}

/** The heading that a forgotten closer has to stand before, by its line. */
function beforeHeading(problem: Problem, next: Section | undefined): Problem {
  const line = next && headingOf(next)?.position?.start.line
  if (line === undefined || problem.code !== 'unclosed-tag') return problem
  return closedBefore(problem, line)
}

/** `---` or `===` under text of a question or answer, where nobody means a title. */
function underlinedTags(
  text: string,
  section: Section,
  around: Section[],
  noteSyntax: boolean
): Problem[] {
  const underline = underlineOf(text, section)
  const tag = underlinedTag(section)
  if (!underline || !tag) return []
  const fix = liftUnderlines(text, [underline], around, { errors: false, noteSyntax })
  return [
    {
      start: underline.start,
      end: underline.end,
      code: 'underlined-tag',
      said: say(
        '{marks} makes a heading of the text above it, with {tag} in it, and a new chapter begins there. {remedy}',
        { marks: underline.marks, tag: tag.value, remedy: remedyFor(underline) }
      ),
      ...(fix && { fix })
    }
  ]
}
