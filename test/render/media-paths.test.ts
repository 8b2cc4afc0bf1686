import { describe, expect, test } from 'vitest'
import { MediaPaths } from '../../src/render/media-paths.ts'

const media = new MediaPaths([
  'guide/img/a b.png',
  'assets/x.png',
  'guide/x.png',
  'logo.svg',
  'odd/50%.png',
  'odd/a#b.png',
  'odd/a%20b.png',
  'odd/Ünïcode 日本.png',
  'up/Case.PNG',
  'up/case.png',
  'deep/er/one.gif'
])
const find = (address: string) => media.find(address, 'guide/cells.md')

test('an address is read as such before it is taken by the letter', () => {
  const both = new MediaPaths(['a b.png', 'a%20b.png'])
  expect(both.find('a%20b.png', 'cells.md')).toBe('a b.png')
  expect(both.find('a b.png', 'cells.md')).toBe('a b.png')
  expect(both.find('a%2520b.png', 'cells.md')).toBe('a%20b.png')
})

describe('a picture is found', () => {
  test.each([
    ['img/a%20b.png', 'guide/img/a b.png'],
    ['./img/a b.png', 'guide/img/a b.png'],
    ['../assets/x.png', 'assets/x.png'],
    ['/assets/x.png', 'assets/x.png'],
    ['assets/x.png', 'assets/x.png'],
    ['x.png', 'guide/x.png'],
    ['/x.png', undefined],
    ['../logo.svg?v=2#top', 'logo.svg'],
    ['../../../logo.svg', 'logo.svg'],
    ['img\\a b.png', 'guide/img/a b.png'],
    ['one.gif', 'deep/er/one.gif'],
    ['/er/one.gif', 'deep/er/one.gif'],
    ['../odd/50%.png', 'odd/50%.png'],
    ['../odd/a#b.png', 'odd/a#b.png'],
    ['../odd/a%20b.png', 'odd/a%20b.png'],
    ['../odd/U%CC%88ni%CC%88code%20%E6%97%A5%E6%9C%AC.png', 'odd/Ünïcode 日本.png'],
    ['/up/Case.PNG', 'up/Case.PNG'],
    ['/up/case.png', 'up/case.png'],
    ['/up/CASE.png', undefined],
    ['LOGO.SVG', 'logo.svg'],
    ['none.png', undefined],
    ['', undefined]
  ])('%j → %j', (address, path) => {
    expect(find(address)).toBe(path)
  })
})

test('the nearest name is a hint, and nothing far is', () => {
  expect(media.closest('img/logos.svg')).toBe('logo.svg')
  expect(media.closest('logo.png')).toBe('logo.svg')
  expect(media.closest('../assets/a%20bb.png')).toBe('guide/img/a b.png')
  expect(media.closest('whatever.png')).toBeUndefined()
})

test('of two names that are like the one asked for, the hint is the more like', () => {
  const cells = new MediaPaths(['img/cell membrane of plants.png', 'img/cell membrane.png'])
  expect(cells.closest('cell membran.png')).toBe('img/cell membrane.png')
  expect(cells.closest('cell membrane of plant.png')).toBe('img/cell membrane of plants.png')
})
