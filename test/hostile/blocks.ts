import { repeated, type Generators } from './generator.ts'

/** Headings, lists, quotes, tables, fences and the header of a file. */
export const blocks: Generators = {
  headings: repeated(12_500, (at) => `# a${String(at)}\n\n`),
  'headings in a row': repeated(50_000, '# a\n'),
  'headings, nested': repeated(5000, (at) => `${'#'.repeat((at % 6) + 1)} a\n\nb\n\n`),
  'headings below one': repeated(12_500, '## a\n\n', '# a\n\n'),
  'headings, underlined': repeated(12_500, 'a\n=\n\n'),
  'headings, underlined, in a row': repeated(25_000, 'a\n-\n'),
  'headings, underlined, in quotes': repeated(10_000, '> a\n> -\n'),
  'headings without words': repeated(12_500, '#\n'),
  paragraphs: repeated(25_000, 'a\n\n'),
  'lines of a paragraph': repeated(50_000, 'a\n'),
  'lines of properties': repeated(20_000, 'tags:: w\n'),
  'lines of properties, apart': repeated(
    10_000,
    '- a\n  id:: 64f0c0de-0000-4000-8000-000000000001\n'
  ),
  'drawers that one line ends': repeated(20_000, ':LOGBOOK:\n', ':END:\n'),
  'drawers that nothing ends': repeated(20_000, ':LOGBOOK:\n'),
  'quotes of Logseq, in each other': {
    size: 5000,
    write: (count) => '#+BEGIN_QUOTE\n'.repeat(count) + '#+END_QUOTE\n'.repeat(count)
  },
  'quotes of Logseq': repeated(5000, '#+BEGIN_QUOTE\na\n#+END_QUOTE\n'),
  'macros that nothing ends': repeated(5000, '{{query [[a '),
  'references to blocks': repeated(2500, '((64f0c0de-0000-4000-8000-000000000001)) '),
  'lines with colons': repeated(20_000, 'Term w::Meaning w\n'),
  'lines with carriage returns': repeated(50_000, 'a\r'),
  'blank lines': repeated(100_000, '\n'),
  rules: repeated(25_000, '***\n'),
  'items of a list': repeated(10_000, '- a\n'),
  'items, loose': repeated(10_000, '- a\n\n'),
  'items, numbered': repeated(10_000, '1. a\n'),
  'items with boxes': repeated(10_000, '- [ ] a\n'),
  'lists of changing marks': repeated(5000, '- a\n+ b\n'),
  'lists, nested': { size: 300, write: (count) => indented(count, '- a') },
  'quotes, nested': { size: 500, write: (count) => `${'> '.repeat(count)}a\n` },
  'callouts, nested': { size: 300, write: (count) => `${'> '.repeat(count)}[!note] a\n`.repeat(2) },
  'callouts of growing depth': {
    size: 150,
    write: (count) =>
      Array.from({ length: count }, (_, at) => `${'>'.repeat(at + 1)} [!note]- a\n`).join('')
  },
  callouts: repeated(10_000, '> [!note] a\n> b\n\n'),
  'callouts, apart': repeated(10_000, '> [!note] a\n\n'),
  'callouts without a kind': repeated(10_000, '> [!\n'),
  'terms with a definition': repeated(2500, 'a\n: b\n\n'),
  'terms in a row': repeated(4000, 'a\n: b\n'),
  'terms in a row, lazy lines': repeated(4000, 'a\n: b\nc.\n'),
  'terms, many': { size: 10_000, write: (count) => `${'a\n'.repeat(count)}: b\n` },
  'definitions of one term': repeated(5000, ': b\n', 'a\n'),
  'definitions, nested': { size: 150, write: (count) => `a\n${indented(count, ': a')}` },
  'quotes in lines': repeated(10_000, '> a\n'),
  'quotes, apart': repeated(10_000, '> a\n\n'),
  'quotes of growing depth': {
    size: 150,
    write: (count) => Array.from({ length: count }, (_, at) => `${'>'.repeat(at + 1)} a\n`).join('')
  },
  'rows of a table': repeated(5000, '| a | b |\n', '| a | b |\n| - | - |\n'),
  'rows that are longer': repeated(5000, '| a | b | c | d | e |\n', '| a |\n| - |\n'),
  'columns of a table': {
    size: 2000,
    write: (count) =>
      `${'| a '.repeat(count)}|\n${'| - '.repeat(count)}|\n${'| a '.repeat(count)}|\n`
  },
  'columns with short rows': {
    size: 300,
    write: (count) => `${'|a'.repeat(count)}\n${'|-'.repeat(count)}\n${'|\n'.repeat(count)}`
  },
  'tables, apart': repeated(3000, '| a |\n| - |\n| b |\n\n'),
  pipes: repeated(50_000, '|'),
  'lines of pipes': repeated(10_000, '|a\n'),
  'fences, never closed': repeated(10_000, '```a\n\n'),
  'fences, closed': repeated(10_000, '```\na\n```\n\n'),
  'fences of growing length': {
    size: 400,
    write: (count) =>
      Array.from({ length: count }, (_, at) => `${'`'.repeat(count - at + 2)}\n`).join('')
  },
  'fences open in chapters': repeated(5000, '# a\n\n```\n\n'),
  'HTML that runs on over chapters': repeated(5000, '# a\n\n<!-- b\n\n'),
  'code, indented': repeated(25_000, '    a\n'),
  'code, indented, apart': repeated(10_000, '    a\n\nb\n\n'),
  'keys of a header': {
    size: 10_000,
    write: (count) => `---\n${lines(count, (at) => `a${String(at)}: b`)}---\n`
  },
  'keys of a header, the same': {
    size: 10_000,
    write: (count) => `---\n${lines(count, () => 'a: b')}---\n`
  },
  'tags in a header': {
    size: 10_000,
    write: (count) =>
      `---\ntags: [${lines(count, (at) => `a${String(at)},`)}]\n---\n\n[/Q]a[Q/] [/A]b[A/]\n`
  },
  'brackets in a header': { size: 10_000, write: (count) => `---\na: ${'['.repeat(count)}\n---\n` },
  'references in a header': {
    size: 2000,
    write: (count) => `---\na: &a b\n${lines(count, (at) => `b${String(at)}: *a`)}---\n`
  },
  'a header that nothing closes': {
    size: 20_000,
    write: (count) => `---\n${lines(count, () => 'a: b')}`
  }
}

function lines(count: number, line: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => `${line(at)}\n`).join('')
}

function indented(count: number, line: string): string {
  return lines(count, (at) => '  '.repeat(at) + line)
}
