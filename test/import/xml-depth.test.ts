import { expect, test } from 'vitest'
import { isXmlTooDeep } from '../../src/import/xml-depth.ts'

const closed = (count: number) => `${'<a>'.repeat(count)}${'</a>'.repeat(count)}`

test.each<[what: string, xml: string]>([
  ['many beside each other', '<a><b x="1"/><b/><w:c d = \'>\'>e</w:c></a>'.repeat(5000)],
  ['some in each other', closed(400)],
  [
    'comments and text that look like more',
    `<a><!--${closed(9000)}--><![CDATA[${closed(9000)}]]></a>`
  ],
  ['a comment that nothing ends', `<a></a><!--${'<a>'.repeat(9000)}`]
])('is read: %s', (_, xml) => {
  expect(isXmlTooDeep(`<?xml version="1.0"?>${xml}`)).toBe(false)
})

test.each<[what: string, xml: string]>([
  ['one more', closed(401)],
  ['in each other, never closed', '<w:sdt><w:sdtContent>'.repeat(50_000)],
  ['closed by other names', '<a></b>'.repeat(401)],
  ['with attributes that seem to end them', '<a b="/>">'.repeat(401)],
  ['with quotes that are not closed', '<a b="/>'.repeat(401)],
  ['in entities', `<!DOCTYPE a [<!ENTITY a0 "ha">]>${'<a>'.repeat(401)}`]
])('is refused: %s', (_, xml) => {
  expect(isXmlTooDeep(xml)).toBe(true)
})
