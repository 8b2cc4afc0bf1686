import { Lexer, Parser } from 'yaml'

/** Lists and keys of a header may stand in each other so deep: YAML is read by calls in calls, until no stack is left. */
export const mostLevels = 100

/** The offset in a header from which lists and keys stand in each other too deep to be read; nothing where they do not. */
export function yamlTooDeepAt(yaml: string): number | undefined {
  // Each level has a sign of its own.
  if ((yaml.match(/[[{?:-]/g)?.length ?? 0) < mostLevels) return undefined
  const parser = new Parser()
  for (const lexeme of new Lexer().lex(yaml)) {
    // It works while its tokens are taken.
    Array.from(parser.next(lexeme))
    if (parser.stack.length > mostLevels) return parser.offset - lexeme.length
  }
  return undefined
}
