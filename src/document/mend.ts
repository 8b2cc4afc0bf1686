import { withEdits } from '../markdown/reading/with-edits.ts'
import { Compiler } from './compile.ts'
import type { Diagnostic, DiagnosticCode, Fix, Settings, SourceFile } from './model.ts'

/** A text after all its safe fixes. */
export interface Mended {
  text: string
  /** How many fixes were made. */
  fixes: number
}

/** A fix can make room for another; more rounds than this no document needs. */
const mostRounds = 20

/**
 * Makes every fix that takes its problem away and adds none, until none is left (L6). `media` are
 * the paths of the project's pictures and sounds.
 */
export function mendFile(
  { path, text }: SourceFile,
  settings?: Partial<Settings>,
  media?: readonly string[]
): Mended {
  const compiler = new Compiler(settings, media)
  // Places are counted from behind a byte order mark.
  const [mark = ''] = /^\ufeff*/.exec(text) ?? []
  const mended: Mended = { text: text.slice(mark.length), fixes: 0 }
  let problems = problemsOf(mended.text)
  for (let round = 0; round < mostRounds; round++) {
    const before = mended.fixes
    settle(separate(problems))
    if (mended.fixes === before) break
  }
  return { ...mended, text: mark + mended.text }

  function problemsOf(text: string): Diagnostic[] {
    compiler.update(path, text)
    return compiler.compilation.diagnostics
  }

  /** Makes them at once if that is sound, else the half further down, then the other. */
  function settle(fixes: Fix[]): void {
    if (fixes.length === 0) return
    const next = apply(mended.text, fixes)
    const left = problemsOf(next)
    if (isBetter(left, problems)) {
      mended.text = next
      mended.fixes += fixes.length
      problems = left
    } else if (fixes.length > 1) {
      const half = fixes.length >> 1
      settle(fixes.slice(half))
      settle(fixes.slice(0, half))
    }
  }
}

/** The fixes that do not touch each other, in the order of the text. */
function separate(problems: Diagnostic[]): Fix[] {
  const fixes: Fix[] = []
  const wished = problems.flatMap(({ fix }) => fix ?? []).toSorted((a, b) => a.start - b.start)
  for (const fix of wished) {
    const last = fixes.at(-1)
    if (!last || fix.start > last.end) fixes.push(fix)
  }
  return fixes
}

function apply(text: string, fixes: Fix[]): string {
  return withEdits(
    text,
    fixes.map(({ start, end, text: insert }) => ({ start, end, insert }))
  )
}

/** Fewer problems, and of no sort more than before. */
function isBetter(after: Diagnostic[], before: Diagnostic[]): boolean {
  const allowed = countByCode(before)
  const counts = countByCode(after)
  return (
    after.length < before.length &&
    [...counts].every(([code, count]) => count <= (allowed.get(code) ?? 0))
  )
}

function countByCode(problems: Diagnostic[]): Map<DiagnosticCode, number> {
  const counts = new Map<DiagnosticCode, number>()
  for (const { code } of problems) counts.set(code, (counts.get(code) ?? 0) + 1)
  return counts
}
