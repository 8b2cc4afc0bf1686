import { expect, it } from 'vitest'
import { renderHtml } from '../../src/laegna.ts'

it.each(['\u0301', '\u200b', '\u200f', '\u{1e8d0}'])('keeps 200 of a row of %j', (mark) => {
  const html = renderHtml({ path: 'a.md', text: `a${mark.repeat(1000)}b` })
  expect(html).toContain(`a${mark.repeat(200)}b`)
  const short = renderHtml({ path: 'a.md', text: `a${mark.repeat(50)}b` })
  expect(short).toContain(`a${mark.repeat(50)}b`)
})
