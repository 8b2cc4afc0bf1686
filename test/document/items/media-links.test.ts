import { describe, expect, test } from 'vitest'
import { MediaLinks } from '../../../src/laegna.ts'

const mediaUses: MediaLinks['uses'] = (...about) => new MediaLinks().uses(...about)
const moveMedium: MediaLinks['move'] = (...about) => new MediaLinks().move(...about)

const media = ['notes/img/cell.png', 'notes/img/wall.png', 'sounds/hum.mp3']
const at = (text: string, path = 'notes/cells.md') => ({ path, text })
const move = (text: string, to: string, from = 'notes/img/cell.png', all = media) =>
  moveMedium([at(text)], all, from, to).files[0]?.text

describe('places that name media', () => {
  test('are found however they are written, in the order of the text', () => {
    const text = [
      '---\ntitle: x\n---',
      '![a [b] c](img/cell.png "Title") and ![[hum.mp3|sound]]',
      '',
      '> - ![x][wall]',
      '',
      '<img alt="x" src="/notes/img/cell.png">',
      '',
      '[listen](</sounds/hum.mp3>)',
      '',
      '[wall]: <./img/wall.png> (Title)'
    ].join('\n')
    expect(mediaUses([at(text)], media).map(({ media, line }) => `${line} ${media}`)).toEqual([
      '4 notes/img/cell.png',
      '4 sounds/hum.mp3',
      '8 notes/img/cell.png',
      '10 sounds/hum.mp3',
      '12 notes/img/wall.png'
    ])
  })

  test('are only those that the project has', () => {
    const text = '![](img/gone.png) ![](img/cell.png)'
    expect(mediaUses([at(text)], media).map(({ media }) => media)).toEqual(['notes/img/cell.png'])
  })

  test('are none in code, math, comments, and where another site is meant', () => {
    const text =
      '`![](img/cell.png)` $![](img/cell.png)$ ![](https://a.b/img/cell.png)\n\n    ![](img/cell.png)\n\n```\n![[cell.png]]\n```\n'
    expect(mediaUses([at(text)], media)).toEqual([])
  })
})

test('a text that was changed is read again', () => {
  const links = new MediaLinks()
  expect(links.uses([at('![](img/cell.png)')], media)).toHaveLength(1)
  expect(links.uses([at('![](img/cell.png)')], [])).toEqual([])
  expect(links.uses([at('![[wall.png]]')], media).map(({ media }) => media)).toEqual([
    'notes/img/wall.png'
  ])
})

describe('a medium that gets another path', () => {
  test.each([
    ['![a](img/cell.png "T")', 'notes/img/unit.png', '![a](img/unit.png "T")'],
    ['![a](./img/cell.png)', 'notes/unit.png', '![a](./unit.png)'],
    ['![a](img/cell.png)', 'unit.png', '![a](../unit.png)'],
    ['![a](img/cell.png)', 'notes/img/a unit (1).png', '![a](img/a%20unit%20%281%29.png)'],
    ['![a](<img/cell.png>)', 'notes/img/a unit.png', '![a](<img/a unit.png>)'],
    ['![a](/notes/img/cell.png)', 'x/unit.png', '![a](/x/unit.png)'],
    ['![[cell.png|300]]', 'x/a unit.png', '![[a unit.png|300]]'],
    ['![a](cell.png)', 'x/unit.png', '![a](unit.png)'],
    ['<img src="img/cell.png">', 'notes/img/é b.png', '<img src="img/é%20b.png">'],
    ['<img src=img/cell.png width="8">', 'notes/img/a=b.png', '<img src=img/a%3Db.png width="8">'],
    ['a <img src=/notes/img/cell.png/> b', 'x/a b.png', 'a <img src=/x/a%20b.png> b'],
    ['- <a\n  href=img/cell.png>a</a>', 'notes/`.png', '- <a\n  href=%60.png>a</a>'],
    ['| ![](img/cell.png) |\n|-|', 'notes/a|b.png', '| ![](a%7Cb.png) |\n|-|'],
    ['![a][c]\n\n[c]: img/cell.png', 'notes/c.png', '![a][c]\n\n[c]: c.png'],
    ['| ![[cell.png\\|30]] |\n|-|', 'x/unit.png', '| ![[unit.png\\|30]] |\n|-|']
  ])('%s to %s is linked as %s', (text, to, expected) => {
    expect(move(text, to)).toBe(expected)
    const after = media.map((path) => (path === 'notes/img/cell.png' ? to : path))
    expect(mediaUses([at(expected)], after).map(({ media }) => media)).toEqual([to])
  })

  test('links by a name alone are written out where the name is not the only one any more', () => {
    const { files, links } = moveMedium(
      [at('![[wall.png]] ![[cell.png]]', 'a.md')],
      media,
      'notes/img/cell.png',
      'x/wall.png'
    )
    expect(files[0]?.text).toBe('![[notes/img/wall.png]] ![[x/wall.png]]')
    expect(links).toBe(2)
  })

  test('texts that do not name it, or find it still, stay', () => {
    expect(move('![](img/wall.png) cell.png', 'x/unit.png')).toBeUndefined()
    expect(move('![[cell.png]]', 'x/cell.png')).toBeUndefined()
  })
})
