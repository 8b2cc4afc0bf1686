import { expect, test } from 'vitest'
import { compile, findCards, renderHtml } from '../../src/laegna.ts'

const times = (count: number, piece: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => piece(at)).join('')

/** HTML that stands in itself, so many times. */
const nests: Record<string, (depth: number) => string> = {
  boxes: (depth) => '<div>'.repeat(depth),
  'boxes, closed': (depth) => `${'<div>'.repeat(depth)}deep${'</div>'.repeat(depth)}`,
  'boxes over blocks': (depth) => '<details>\n\n'.repeat(depth),
  'in a line': (depth) => `a ${'<span>'.repeat(depth)}deep${'</span>'.repeat(depth)}`,
  lists: (depth) => '<ul><li>'.repeat(depth),
  tables: (depth) => '<table><tr><td>'.repeat(depth),
  'boxes whose end tags stand in cells': (depth) =>
    '<div><table><tr><td></div></td></tr></table>'.repeat(depth),
  'marks of fonts': (depth) => '<font><p>'.repeat(depth),
  'formatting that nothing closes': (depth) => times(depth, (at) => `<div><b title="${at}"></div>`),
  drawings: (depth) => '<svg>'.repeat(depth)
}

/** How many elements stand in each other, at most. */
function depthOf(html: string): number {
  let depth = 0
  let most = 0
  for (const [tag] of html.matchAll(/<\/?[a-z][^>]*>/g)) {
    if (/^<(?:img|br|hr|input|col)\b/.test(tag)) continue
    depth += tag.startsWith('</') ? -1 : 1
    most = Math.max(most, depth)
  }
  return most
}

test.each(Object.keys(nests))('what stands too deep is text: %s', (name) => {
  for (const depth of [1000, 20_000]) {
    const nest = nests[name]!(depth)
    const text = `[/Q]q[Q/] [/A]a[A/]\n\n${nest}\n\n# Behind\n\n*words*\n`
    const html = renderHtml({ path: 'a.md', text })
    expect(html).toContain('<em>words</em>')
    expect(depthOf(html)).toBeLessThan(600)
    expect(compile([{ path: 'a.md', text }]).cards).toHaveLength(1)
    expect(findCards({ path: 'a.md', text })).toEqual([])
    const asked = `[/Q]\n\n${nest}\n\n[Q/]\n\n[/A]a[A/]\n`
    for (const { questionHtml } of compile([{ path: 'a.md', text: asked }]).cards) {
      expect(depthOf(questionHtml)).toBeLessThan(600)
    }
  }
})

test('formatting that nothing closes does not fill the memory with each block behind it', () => {
  const text = `a ${times(300, (at) => `<b title="${at}">`)}\n\n${'x\n\n'.repeat(5000)}`
  expect(renderHtml({ path: 'a.md', text }).length).toBeLessThan(30 * text.length)
})

test('HTML is HTML as far as people write it', () => {
  const deep = renderHtml({ path: 'a.md', text: '<div>'.repeat(150) })
  expect(deep.match(/<div/g)).toHaveLength(150)
  const items = renderHtml({ path: 'a.md', text: `<ul>${times(999, (at) => `<li>${at}`)}</ul>` })
  expect(items.match(/<li/g)).toHaveLength(999)
  const crossed = renderHtml({
    path: 'a.md',
    text: `<div>${'<b>b<i>c</b>d</i>'.repeat(500)}</div>`
  })
  expect(crossed).not.toContain('&lt;')
})
