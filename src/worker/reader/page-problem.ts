import type { Compilation, CompilationPart, Diagnostic, Fix } from '../../laegna.ts'

/** A fix whose title the page words. */
export type PageFix = Omit<Fix, 'title'>

/** A problem that the page words, in its own language: the English is not sent to it. */
export type PageProblem = Omit<Diagnostic, 'message' | 'fix'> & { fix?: PageFix }

/** What one file gave, as the page has it. */
export type PagePart = CompilationPart<PageProblem>

/** What was read of a project, as the page has it. */
export type PageCompilation = Compilation<PageProblem>

/** Leaves out what the page words itself, where it is not left out yet. */
export function pageProblem(
  whole: Omit<PageProblem, 'fix'> & { message?: string; fix?: PageFix & { title?: string } }
): PageProblem {
  const { message, fix, ...problem } = whole
  if (!fix) return problem
  const { title, ...pageFix } = fix
  return { ...problem, fix: pageFix }
}
