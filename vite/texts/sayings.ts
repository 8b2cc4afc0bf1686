import ts from 'typescript'
import { filesIn, read } from './extract.ts'
import { keyOf, type Text } from './text.ts'

/** The sentences that the program says by `say` and `sayCount`; see src/say/say.ts. */
export function sayings(): Text[] {
  return filesIn(['src'])
    .filter((file) => file.endsWith('.ts'))
    .flatMap(sayingsIn)
}

function sayingsIn(file: string): Text[] {
  const code = read(file)
  if (!/\bsay(?:Count)?\(/.test(code)) return []
  const texts: Text[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
      const [first, second, third] = node.arguments
      const name = node.expression.text
      if (name === 'say') add(first)
      else if (name === 'sayCount') add(second, third)
    }
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, code, ts.ScriptTarget.Latest))
  return texts

  function add(one?: ts.Node, many?: ts.Node): void {
    if (!one || !ts.isStringLiteralLike(one)) return
    const plural = many && ts.isStringLiteralLike(many) ? many.text : undefined
    // What holds no word says the same in every language.
    if (!/\p{L}{2}/u.test(one.text.replace(/\{\w+\}/g, ''))) return
    texts.push({ id: one.text, plural, values: [], files: [file] })
  }
}

/** The sentences of a catalogue that are said, by what they are known by: their forms. */
export function saidIn(
  all: Text[],
  translated: ReadonlyMap<string, string[]>
): Record<string, string[]> {
  return Object.fromEntries(
    all.flatMap((text) => {
      const own = translated.get(keyOf(text))
      return own ? [[keyOf(text), own]] : []
    })
  )
}
