import { expect, test } from 'vitest'
import { plainLine } from '../../src/ui/lists/one-line.ts'

test.each([
  ['## Osmosis\n\nWater **moves** to the _salt_.', 'Osmosis Water moves to the salt.'],
  ['Les verbes\n==========\n\nEn `-er`', 'Les verbes En -er'],
  ['| part | job |\n|---|:-:|\n| nucleus | keeps |', 'part · job nucleus · keeps'],
  [
    'Look:\n\n> [!tip]- Plants\n> have *walls*.\n\n> [!note]\n> So.',
    'Look: Plants have walls. So.'
  ],
  ['- [ ] one\n- two\n  1. three', 'one two three'],
  ['> quoted\n> **bold *and* more**', 'quoted bold and more'],
  ['See [the docs](a.md "b"), ![a cell](c.png) and [x][y].', 'See the docs, a cell and x.'],
  ['snake_case_name, 2 * 3 * 4 and a*b*c', 'snake_case_name, 2 * 3 * 4 and a*b*c'],
  ['```py\nx = **kwargs\n```', 'x = **kwargs'],
  ['1 \\* 2', '1 * 2'],
  ['What is shown?\\\n![](</Old media/cell 1.png>)', 'What is shown? cell 1.png'],
  ['![A cell](<my cell.png> "b") in [a book](<a b.md>)', 'A cell in a book'],
  ['The [[Cell]], [[Parts/Nucleus|its nucleus]] and ![[a.png]]', 'The Cell, its nucleus and a.png'],
  ['The ==cell== makes {{c1::ATP}} of {{c2::sugar::what?}}.', 'The cell makes [ATP] of [sugar].'],
  ['One %%private%% word, 100%% and a == b == c', 'One word, 100%% and a == b == c'],
  ['Is $x^2$ even? $\\frac{a}{b}$, $$\\alpha \\le 1$$', 'Is x² even? a/b, α ≤ 1'],
  ['It costs $5 and $6, `$x^2$` is \\$y^2$', 'It costs $5 and $6, $x^2$ is $y^2$'],
  ['---', '---'],
  ['', '']
])('%j reads %j in a list', (markdown, line) => {
  expect(plainLine(markdown)).toBe(line)
})
