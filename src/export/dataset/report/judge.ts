import type { ModelAnswer, Report, ReportCard } from './report.ts'

/** Words without case and marks; scripts without blanks count letter by letter. As in evaluate.py. */
function wordsOf(text: string): string[] {
  const folded = text.normalize('NFKC').toLowerCase().replaceAll('ß', 'ss')
  return folded.match(/[぀-ヿ㐀-鿿가-힯]|(?:(?![぀-ヿ㐀-鿿가-힯])[\p{L}\p{N}])+/gu) ?? []
}

/** How right an answer is, figured as evaluate.py does. */
export function judgeAnswer(answer: string, reference: string): Pick<ModelAnswer, 'exact' | 'f1'> {
  const [said, wanted] = [wordsOf(answer), wordsOf(reference)]
  if (said.length === 0 || wanted.length === 0) {
    const exact = answer.trim() === reference.trim()
    return { exact, f1: exact ? 1 : 0 }
  }
  const left = new Map<string, number>()
  for (const word of wanted) left.set(word, (left.get(word) ?? 0) + 1)
  let common = 0
  for (const word of said) {
    const count = left.get(word) ?? 0
    if (count > 0) common += 1
    left.set(word, count - 1)
  }
  const f1 = (2 * common) / (said.length + wanted.length)
  const exact = said.join('\n') === wanted.join('\n')
  return { exact, f1: Math.round(f1 * 10_000) / 10_000 }
}

/** The report on the cards that one model was asked, the worst first. Throws nothing; `cards` holds one at least. */
export function reportOn(project: string, model: string, cards: ReportCard[]): Report {
  const sums = (['validation', 'train'] as const).flatMap((split) => {
    const asked = cards.filter((card) => card.split === split).map(({ trained }) => trained)
    if (asked.length === 0) return []
    const mean = (of: (answer: ModelAnswer) => number) =>
      Math.round((asked.reduce((sum, one) => sum + of(one), 0) / asked.length) * 10_000) / 10_000
    const [exact, f1] = [mean((one) => Number(one.exact)), mean((one) => one.f1)]
    const known = asked.flatMap((one) => (one.perplexity ? [Math.log(one.perplexity)] : []))
    const surprise = known.reduce((sum, one) => sum + one, 0) / known.length
    const perplexity = known.length > 0 ? Math.round(Math.exp(surprise) * 1000) / 1000 : null
    return [[split, { trained: { cards: asked.length, exact, f1, perplexity } }] as const]
  })
  return {
    format: 'laegna-report',
    format_version: 1,
    project,
    models: { trained: model },
    summary: Object.fromEntries(sums),
    cards: cards.toSorted(
      ({ trained: one }, { trained: other }) =>
        one.f1 - other.f1 || (other.perplexity ?? 0) - (one.perplexity ?? 0)
    )
  }
}
