import { say, type Said } from '../../say/say.ts'
import type { SourceRange } from '../../markdown/tree/container-marks.ts'
import { lineStart } from '../../markdown/line-start.ts'
import { spelledTags } from '../../markdown/tags.ts'
import type { Problem } from './diagnostics.ts'

/** A piece of text that stands for another. */
export interface Edit extends SourceRange {
  text: string
}

/** So far back the line is looked for that was to begin a code block. */
const REACH = 50_000

/**
 * A fence that shares its line with a tag: behind a tag it begins no code block, and before one it
 * ends none, so that the code and what follows it change places (L1.7). `fence` is how the code block
 * begins that was read from `start` to `end`, with a tag in it or behind its fence.
 */
export function fenceBesideTag(
  text: string,
  { start, end }: SourceRange,
  fence: string
): { problem: Omit<Problem, 'code'>; edit: Edit } | undefined {
  const [first = '', ...lines] = text.slice(start, end).split('\n')
  const behind = first.slice(fence.length)
  const [tag] = spelledTags(behind)
  const opener = openerBehindTag(text, start, fence)
  const range = { start, end: start + fence.length }
  if (tag) {
    const at = range.end + tag.at
    const from = opener?.at ?? range.end
    const code = opener ? `\n${text.slice(from, range.end)}` : ''
    return {
      problem: { ...range, said: closesNothing(fence, tag.source) },
      edit: { start: from, end: at, text: `${code}\n` }
    }
  }
  if (opener && behind.trim() === '') {
    const said = say(
      'A code block cannot begin behind {tag}, so {fence} begins one here and swallows tags. Put {opener} on a line of its own.',
      { tag: opener.tag, fence, opener: opener.source }
    )
    return {
      problem: { ...range, said },
      edit: { start: opener.at, end: opener.at, text: '\n' }
    }
  }
  let at = start + first.length + 1
  for (const line of lines) {
    const [, indent = '', closer = '', blanks = ''] =
      /^([ \t>]*)(`{3,}|~{3,})([ \t]*)(?=\[)/.exec(line) ?? []
    const [next] = spelledTags(line)
    if (closer.startsWith(fence) && next?.at === indent.length + closer.length + blanks.length) {
      const from = at + indent.length
      return {
        problem: {
          start: from,
          end: from + closer.length,
          said: closesNothing(closer, next.source)
        },
        edit: { start: from + closer.length, end: at + next.at, text: '\n' }
      }
    }
    at += line.length + 1
  }
  return undefined
}

function closesNothing(fence: string, tag: string): Said {
  return say(
    '{fence} ends a code block only alone on its line: as it stands, it ends none, and tags are swallowed. Put {tag} on a line of its own.',
    { fence, tag }
  )
}

/** The nearest line above that has the same fence behind a tag, unless another fence comes between. */
function openerBehindTag(text: string, before: number, fence: string) {
  const from = Math.max(0, before - REACH)
  const above = text.slice(from, lineStart(text, before))
  const found = [...above.matchAll(/^(.*\[\/[QA]\][ \t]*)((`{3,}|~{3,})[^`\n]*)$/gm)].at(-1)
  const [, lead = '', source = '', marks = ''] = found ?? []
  if (!found || !fence.startsWith(marks)) return undefined
  const between = above.slice(found.index + lead.length + source.length)
  if (between.split('\n').some((line) => line.trimStart().startsWith(marks))) return undefined
  const tag = spelledTags(lead).at(-1)?.source ?? ''
  return { at: from + found.index + lead.length, source: source.trim(), tag }
}
