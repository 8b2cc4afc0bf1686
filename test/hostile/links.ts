import { nested, repeated, type Generators } from './generator.ts'

/** Brackets: links, pictures, references, footnotes and what only begins like one. */
export const links: Generators = {
  'brackets, open': repeated(50_000, '['),
  'brackets, closed': repeated(50_000, ']'),
  'brackets, nested': nested(20_000, '[', 'a', ']'),
  'brackets, pairs': repeated(50_000, '[]'),
  'brackets, words': repeated(50_000, '[a] '),
  'links, never closed': repeated(20_000, '[a](b'),
  'links, nested': nested(5000, '[', 'a', '](b)'),
  'links, half open': repeated(50_000, '[a]('),
  'links, only their ends': repeated(50_000, ']('),
  'links with open titles': repeated(10_000, '[a](b "c '),
  'links with open angles': repeated(10_000, '[a](<b '),
  'links with nested parentheses': nested(10_000, '(', 'b', ')'),
  'links in a row': repeated(10_000, '[a](b) '),
  'emphasis in open brackets': repeated(20_000, '[*a '),
  'pictures, open': repeated(50_000, '!['),
  'pictures, nested': nested(5000, '![', 'a', '](b)'),
  'pictures, never closed': repeated(20_000, '![a](b'),
  'embeds, open': repeated(20_000, '![[a '),
  'links to notes, open': repeated(50_000, '[['),
  'links to notes, closed': repeated(20_000, '[[a]] '),
  'links to notes, lines': repeated(20_000, '[[a|*b*]]\n\n'),
  'links to notes, half open': repeated(50_000, '[[a|'),
  'links to notes with addresses': repeated(20_000, '[[a]](b'),
  'links to notes with labels': repeated(20_000, '[[a]][b'),
  'links to notes with backticks': repeated(20_000, '[[`a`` b` c|`', ']]'),
  'links to notes with dollars': repeated(20_000, '$5 [[a$b]] '),
  'embeds of notes': repeated(20_000, '![[a]]\n'),
  'embeds of notes, apart': repeated(20_000, '![[a]]\n\n'),
  'embeds, closed': repeated(20_000, '![[a.png]] '),
  'references without a target': repeated(20_000, '[a][b] '),
  'references to one target': repeated(20_000, '[a][b] ', '[b]: c\n\n'),
  'references, nested': nested(5000, '[', 'a', '][b]'),
  'labels that run on': { size: 200_000, write: (count) => `[${'a '.repeat(count)}` },
  definitions: repeated(10_000, (at) => `[a${String(at)}]: b\n`),
  'definitions of one label': repeated(10_000, '[a]: b\n'),
  'definitions, apart, each used': repeated(5000, (at) => {
    const name = `a${String(at)}`
    return `[${name}]: b\n\n[c][${name}]\n\n`
  }),
  'definitions in chapters': repeated(5000, (at) => {
    const name = `a${String(at)}`
    return `# ${name}\n\n[${name}]: b\n\n[c][${name}]\n\n`
  }),
  'definitions with open titles': repeated(10_000, '[a]: b "c\n'),
  'footnotes without a note': repeated(20_000, '[^a] '),
  'footnotes to one note': repeated(10_000, '[^a] ', '', '\n\n[^a]: b\n'),
  'footnotes, each its own': {
    size: 5000,
    write: (count) => {
      const all = Array.from({ length: count }, (_, at) => `a${String(at)}`)
      return (
        all.map((name) => `[^${name}]`).join(' ') +
        `\n\n${all.map((name) => `[^${name}]: b`).join('\n\n')}\n`
      )
    }
  },
  'footnotes that point at the next': repeated(2000, (at) => {
    return `[^${String(at)}]: a [^${String(at + 1)}]\n\n`
  }),
  'footnotes, half open': repeated(50_000, '[^')
}
