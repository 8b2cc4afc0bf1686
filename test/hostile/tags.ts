import { nested, repeated, type Generators } from './generator.ts'

/** The language's own tags, well and badly paired. */
export const tags: Generators = {
  'questions, never closed': repeated(100_000, '[/Q]'),
  'questions, never closed, with words': repeated(50_000, '[/Q]a '),
  'questions, never closed, as lines': repeated(20_000, '[/Q]\n'),
  'questions, never closed, as paragraphs': repeated(20_000, '[/Q]a\n\n'),
  'questions, never opened': repeated(100_000, '[Q/]'),
  'questions, nested': { size: 50_000, write: (n) => `${'[/Q]'.repeat(n)}a${'[Q/]'.repeat(n)}` },
  'gaps, nested': nested(50_000, '{{c1::', 'a', '}}'),
  'gaps, never closed': repeated(50_000, '{{c1::a '),
  'pairs without words': repeated(50_000, '[/Q][Q/]'),
  'questions in a line': repeated(100_000, '[/A]a[A/]'),
  'questions and answers in a line': repeated(20_000, '[/Q]a[Q/] [/A]b[A/] '),
  'questions, the same again': repeated(10_000, '[/Q]a[Q/] [/A]b[A/]\n\n'),
  'questions, numbered': repeated(10_000, (at) => `[/Q]a${String(at)}[Q/] [/A]b[A/]\n\n`),
  'questions without answers, in a line': repeated(100_000, '[/Q]a[Q/]'),
  'questions without answers': repeated(100_000, '[/Q]a[Q/]\n\n'),
  'answers to one question': repeated(20_000, '[/A]b[A/]\n\n', '[/Q]a[Q/]\n\n'),
  'answers with the same picture': repeated(5000, '[/Q]a[Q/] [/A]![b](c.png)[A/]\n\n'),
  'questions that use one definition': repeated(
    5000,
    '[/Q]a [b][c][Q/] [/A]d[A/]\n\n',
    '[c]: e\n\n'
  ),
  'one answer that uses all definitions': {
    size: 3000,
    write: (count) => {
      const names = Array.from({ length: count }, (_, at) => `c${String(at)}`)
      const used = names.map((name) => `[${name}]`).join(' ')
      return `[/Q]a[Q/] [/A]${used}[A/]\n\n${names.map((name) => `[${name}]: e\n`).join('')}`
    }
  },
  'a question that crosses answers': {
    size: 20_000,
    write: (n) => `[/Q]${'a [/A]b[A/] '.repeat(n)}[Q/]`
  },
  'pairs that overlap': repeated(20_000, '[/Q]a[/A]b[Q/]c[A/]'),
  'tags in turn': repeated(20_000, '[/Q]a[/A]b'),
  'tags in emphasis': repeated(10_000, '*[/Q]a[Q/]* **[/A]b[A/]** '),
  'tags that cut emphasis': repeated(10_000, '*a[/Q]b*c[Q/] '),
  'one span over many words': { size: 50_000, write: (n) => `[/Q]${'*a* '.repeat(n)}[Q/]` },
  'tags in a list': repeated(10_000, '- [/Q]a[Q/]\n  - [/A]b[A/]\n'),
  'tags in quotes': repeated(5000, '> [/Q]a[Q/]\n>\n> [/A]b[A/]\n\n'),
  'tags in a quote': repeated(5000, '> [/Q]a[Q/]\n>\n> [/A]b[A/]\n>\n'),
  'tags in a table': repeated(5000, '| [/Q]a[Q/] | [/A]b[A/] |\n', '| a | b |\n| - | - |\n'),
  'tags in one cell': repeated(20_000, '[/Q]a[Q/] ', '| a |\n| - |\n| ', ' |\n'),
  'tags open in cells': repeated(5000, '| [/Q]a | b |\n', '| a | b |\n| - | - |\n'),
  'tags in a heading': repeated(20_000, '[/T]a[T/] ', '# '),
  'topics in headings': repeated(5000, '# [/T]a[T/]\n\n'),
  'topics outside of headings': repeated(20_000, '[/T]a[T/]\n\n'),
  'tags in a footnote': repeated(5000, '    [/Q]a[Q/] [/A]b[A/]\n\n', '[^a]: b\n\n'),
  'tags in code': repeated(20_000, '`[/Q]` '),
  'tags in fences': repeated(5000, '```\n[/Q]a\n```\n\n'),
  'tags before fences': repeated(1000, '[/Q]```\na\n```\n\n'),
  'tags in a fence that nothing closes': repeated(20_000, '[/Q]a\n', '```\n'),
  'tags behind fences': repeated(1000, '```\na\n``` [A/]\n\n'),
  'tags in HTML': repeated(5000, '<div>\n[/Q]a[Q/]\n\n'),
  'tags in comments': repeated(5000, '<!-- [/Q]a[Q/] -->\n\n'),
  'tags in math': repeated(20_000, '$a[/Q]b$ '),
  'near misses': repeated(100_000, '[/q]'),
  'near misses, as pairs': repeated(50_000, '[Q]a[/Q] '),
  'near misses, closed': repeated(50_000, '[/q]a[q/] '),
  'near misses, with lonely tags': repeated(10_000, '[Q]a [/Q]b\n\n'),
  'near misses, before all lonely tags': {
    size: 5000,
    write: (n) => `${'[Q]a\n\n'.repeat(n)}${'[/Q]b\n\n'.repeat(n)}`
  },
  'near misses, after all lonely tags': {
    size: 5000,
    write: (n) => `${'[/Q]b\n\n'.repeat(n)}${'[/q]a[q/]\n\n'.repeat(n)}`
  },
  'near misses, in one paragraph': {
    size: 10_000,
    write: (n) => `${'[Q]a '.repeat(n)}${'[/Q]b '.repeat(n)}`
  },
  'near misses of readers': repeated(50_000, '[BLOCKREAD] '),
  'block readers': repeated(50_000, '[/BLOCKREAD/]\n\n'),
  'block readers in a line': repeated(50_000, '[/BLOCKREAD/]a '),
  'blocks of a reader': repeated(20_000, 'a\n\n', '[/BLOCKREAD/]\n\n'),
  'blocks that hold readers': repeated(20_000, 'a [/BLOCKREAD/]\n\n'),
  'blocks that hold questions': repeated(10_000, '[/Q]a[Q/] [/A]b[A/]\n\n', '[/BLOCKREAD/]\n\n'),
  'chapter readers': repeated(50_000, '[/CHAPTREEREAD/]\n\n'),
  'chapters with readers': repeated(5000, '# a\n\n[/CHAPTREEREAD/] [/BLOCKREAD/]\n\nb\n\n'),
  'an item around many readers': repeated(20_000, '- a [/BLOCKREAD/]\n'),
  'images without a file': repeated(5000, '[/Q]a[Q/] [/A]![](b.png)[A/]\n\n')
}
