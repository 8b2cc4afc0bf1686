import type { RootContent } from 'mdast'
import type { SourceRange } from '../../markdown/tree/container-marks.ts'
import { inEnglish, type Said } from '../../say/say.ts'
import { lineEndOf } from '../../markdown/line-end.ts'
import { positionsIn } from './positions.ts'
import type { Diagnostic, DiagnosticCode, Fix, Severity } from '../model.ts'

/** How grave each kind of trouble is (L6). */
export const severities: Record<DiagnosticCode, Severity> = {
  'unclosed-tag': 'error',
  'unopened-tag': 'error',
  'overlapping-tags': 'error',
  'empty-tag': 'error',
  'unclosed-fence': 'error',
  'unclosed-html': 'error',
  'too-deep': 'error',
  'question-without-answer': 'warning',
  'answer-without-question': 'warning',
  'broken-gap': 'warning',
  'second-topic': 'warning',
  'unclosed-comment': 'warning',
  'unclosed-math': 'warning',
  'refused-formula': 'warning',
  'too-many-marks': 'warning',
  'tag-in-html': 'warning',
  'block-behind-tag': 'warning',
  'underlined-tag': 'warning',
  'duplicate-question': 'warning',
  'duplicate-file-id': 'warning',
  'front-matter': 'warning',
  'missing-media': 'warning',
  'embed-not-found': 'warning',
  'embed-circle': 'warning',
  'embed-too-long': 'warning',
  'broken-address': 'warning',
  'block-not-found': 'info',
  'extra-answer': 'info',
  'topic-outside-heading': 'info',
  'near-miss-tag': 'info',
  'long-comment': 'info',
  'remote-media': 'info',
  'unknown-element': 'info',
  'hidden-element': 'info'
}

/** Trouble in one file, before it is placed in lines and columns. */
export interface Problem extends SourceRange {
  code: DiagnosticCode
  /** What was found and what to do about it. */
  said: Said
  fix?: Mend
}

/** A fix whose title is not written out yet. */
export type Mend = Omit<Fix, 'title'>

/** Places the problems of a file, in the order of its text; the more of its blocks are known, the less is counted. */
export function diagnose(
  file: string,
  text: string,
  problems: Problem[],
  blocks: readonly RootContent[] = []
): Diagnostic[] {
  if (problems.length === 0) return []
  const places = positionsIn(
    text,
    problems.flatMap(({ start, end }) => [start, end]),
    blocks
  )
  const position = (offset: number) => places.get(offset) ?? { line: 1, column: 1, offset }
  const lineEnd = lineEndOf(text)
  const words = new Wording()
  return problems
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
    .map(({ start, end, code, said, fix }) => ({
      code,
      severity: severities[code],
      ...words.of(said),
      file,
      start: position(start),
      end: position(end),
      ...(fix && { fix: written(fix) })
    }))

  /** A fix ends its lines as the file does. */
  function written({ said: titled, start, end, text }: Mend): Fix {
    const { message: title, said } = words.of(titled)
    return { title, said, start, end, text: text.replace(/\r\n|\n|\r/g, lineEnd) }
  }
}

/** Words what is said; the same twice is the same object, which is kept and posted once. */
class Wording {
  readonly #known = new Map<string, Pick<Diagnostic, 'message' | 'said'>>()

  of(said: Said): Pick<Diagnostic, 'message' | 'said'> {
    const message = inEnglish(said)
    const known = this.#known.get(message)
    if (known) return known
    const words = { message, said }
    this.#known.set(message, words)
    return words
  }
}
