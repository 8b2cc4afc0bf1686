import { expect, test } from 'vitest'
import { pictureOf } from '../../../src/diagrams/picture.ts'

const svg = (inside: string, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20" ${attributes}><g class="word">${inside}<text x="1">Cell</text></g></svg>`

/** What comes out, in one line. */
const drawn = (inside: string, attributes?: string) =>
  pictureOf(svg(inside, attributes), new DOMParser())?.svg ?? 'none'

const evil = 'https://evil.example/x'
const prefixed = 'xmlns:svg="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink"'

test.each<[what: string, inside: string, attributes?: string]>([
  ['a script', '<script>hurt()</script>'],
  ['a script by a prefix', '<svg:script>hurt()</svg:script>', prefixed],
  ['a script of another case', '<SCRIPT>hurt()</SCRIPT>'],
  ['a handler', '<rect onload="hurt()" ONCLICK="hurt()" />'],
  ['a handler of the whole', '', 'onload="hurt()"'],
  ['a handler in a description', '<desc><img src=x onerror="hurt()"></desc>'],
  ['a handler in a template', '<desc><template><img src=x onerror="hurt()"></template></desc>'],
  ['what is no part of the picture', `<foreignObject><body onload="hurt()"></foreignObject>`],
  ['a frame', `<desc><iframe srcdoc="<script>hurt()</script>"></iframe></desc>`],
  ['a link', `<a href="javascript:hurt()"><text>x</text></a>`],
  ['a link by a prefix', `<a x:href="javascript:hurt()"><text>x</text></a>`, prefixed],
  ['a change in time', '<rect><set attributeName="onclick" to="hurt()" /></rect>'],
  ['a picture', `<image href="${evil}" /><image xlink:href="${evil}" />`],
  ['a picture by a prefix', `<svg:image x:href="${evil}" />`, prefixed],
  ['a part of another file', `<use href="${evil}#a" />`],
  ['a colour from elsewhere', `<rect fill="url(${evil}#a)" />`],
  [
    'a colour from elsewhere, hidden',
    `<rect fill="\\75 rl(${evil}#a)" style="fill: u\\72l('${evil}')" />`
  ],
  ['a style', `<style>@import "${evil}";</style>`],
  ['a style by a prefix', `<svg:style>* { fill: url(${evil}) }</svg:style>`, prefixed],
  ['a style, hidden', `<style>@\\69mport "${evil}";</style>`],
  ['a style with a set of pictures', `<style>* { background: image-set("${evil}" 1x) }</style>`]
])('of a picture %s does not come out', (_, inside, attributes) => {
  const picture = drawn(inside, attributes)
  expect(picture).toContain('Cell')
  expect(picture).not.toMatch(/hurt|evil|script/i)
})

test('what belongs to it does', () => {
  const own = '<defs><marker id="m"></marker></defs><path marker-end="url(#m)" style="fill: red" />'
  const picture = drawn(`${own}<style>.word { fill: url("#m"); }</style>`)
  expect(picture).toContain('marker-end="url(#m)"')
  expect(picture).toContain('fill: red')
  expect(picture).toContain('fill: url("#m")')
})
