import { say, type Said } from '../../../say/say.ts'
import type { LeftOutKind } from '../../contract.ts'
import type { DatasetContent } from '../zip/read-dataset.ts'
import { qualityKinds } from './rules.ts'

const EXAMPLES = 5

/** What the quality pass left out, rule by rule; rules that found nothing are not named. */
export function leftOutKinds({
  leftOut,
  options
}: Pick<DatasetContent, 'leftOut' | 'options'>): LeftOutKind[] {
  return qualityKinds.flatMap(({ name, label, hint }) => {
    const kept = options.keptKinds.includes(name)
    const found = leftOut.poor.filter(({ rule }) => rule === name)
    if (found.length === 0 && !kept) return []
    // A chapter and its first block begin at one place: it is shown once.
    const places = new Map(found.map((one) => [JSON.stringify([one.path, one.line]), one]))
    const examples = [...places.values()]
      .slice(0, EXAMPLES)
      .map(({ path, line, text }) => ({ path, line, text: text.trim() }))
    return [{ name, label, hint, count: found.length, kept, examples }]
  })
}

/** The same as a sentence for the reports; nothing where nothing was left out. */
export function qualityNote(content: Pick<DatasetContent, 'leftOut' | 'options'>): Said[] {
  const found = leftOutKinds(content).filter(({ count }) => count > 0)
  if (found.length === 0) return []
  const kinds = found.map(({ label, count }) => say('{label} ({count})', { label, count }))
  return [
    say('Left out, because they teach nothing: {kinds}; manifest.json names them.', {
      kinds: kinds.reduce((list, next) => say('{list}, {next}', { list, next }))
    })
  ]
}
