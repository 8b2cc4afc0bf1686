import { nested, repeated, type Generators } from './generator.ts'

/** Asterisks, underlines and tildes that open, close, or do neither. */
export const emphasis: Generators = {
  'emphasis **_*': repeated(10_000, '**_* '),
  'emphasis, never closed': repeated(20_000, '*a '),
  'emphasis, never opened': repeated(20_000, 'a* '),
  'emphasis that can open and close': repeated(20_000, 'a*b_'),
  'emphasis, both marks open': repeated(20_000, '*a _b '),
  'strong, never closed': repeated(20_000, '**a '),
  'strong, never opened': repeated(20_000, 'a** '),
  'strong and emphasis in turn': repeated(20_000, '**a *b '),
  'runs of asterisks': repeated(20_000, '***a'),
  'runs with a rest of three': repeated(20_000, 'a**b*c_'),
  'emphasis, nested': nested(2000, '*a **a ', 'b', ' a** a*'),
  'strong, nested': nested(2000, '**a ', 'b', ' a**'),
  'underlines, nested': nested(2000, '_a __a ', 'b', '__ a_'),
  'one long run of asterisks': repeated(100_000, '*', 'a', 'b'),
  'deleted, never closed': repeated(20_000, '~~a '),
  'deleted, never opened': repeated(20_000, 'a~~ '),
  'deleted, open and close': repeated(20_000, 'a~~'),
  'deleted, nested': nested(2000, '~~a *a ', 'b', '* a~~'),
  'deleted beside emphasis': repeated(20_000, '~~a *b '),
  'emphasis in words of a list': repeated(20_000, '- *a **b\n'),
  'emphasis in a quote': repeated(10_000, '> *a **b _c\n'),
  'emphasis in a heading': repeated(20_000, '*a _b ', '# '),
  'emphasis in a cell': repeated(20_000, '*a _b ', '| a |\n| - |\n| ', ' |\n'),
  'emphasis beside Chinese': repeated(10_000, '这**“重”**要*“'),
  'pairs of strong words': repeated(20_000, '**a** ')
}
