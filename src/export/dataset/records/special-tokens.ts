import type { Entry } from '../items/item.ts'

/**
 * Text that tokenizers of common models read as a command instead of as text (D2). The second line
 * are those of SmolLM2, the model to begin with: manuals write `git add <filename>`.
 */
const SPECIAL = new RegExp(
  String.raw`<\|[\w-]{1,40}\|>|</?s>|<(?:pad|unk|bos|eos|mask)>|\[/?INST\]|<</?SYS>>|<(?:start|end)_of_turn>|` +
    '<(?:repo_?name|filename|file_sep|gh_stars|empty_output|issue_(?:start|comment|closed)|jupyter_(?:start|text|code|output|script))>',
  'g'
)

export interface SpecialToken {
  token: string
  file: string
  /** Line in the source; the item's first where the place is not told more closely. */
  line: number
  id: string
}

/** Finds them, each item and token once. The tags of the language itself are none. */
export function findSpecialTokens(entries: Entry[]): SpecialToken[] {
  return entries.flatMap(({ item, path }) => {
    // Titles stand around every record of their chapter.
    const titles = item.chapter_tree.join('\n')
    const text = `${item.question}\n${item.answer}\n${item.content}\n${titles}`
    if (!/[<[]/.test(text)) return []
    const found = new Map<string, number>()
    for (const match of text.matchAll(SPECIAL)) {
      if (!found.has(match[0])) found.set(match[0], lineOf(item.content, match[0], item.start_line))
    }
    return [...found].map(([token, line]) => ({ token, file: path, line, id: item.id }))
  })
}

function lineOf(content: string, token: string, startLine: number): number {
  const at = content.indexOf(token)
  return at === -1 ? startLine : startLine + content.slice(0, at).split('\n').length - 1
}
