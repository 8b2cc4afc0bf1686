import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5'
import { describe, expect, test } from 'vitest'
import { compile, exporters, renderCardSides, renderHtml } from '../../src/laegna.ts'
import { payloads } from '../browser/payloads.ts'

/** Elements that load, run or take over what stands around them. */
const forbidden = new Set(
  'script style iframe frame object embed form svg link meta base template noscript textarea select applet foreignobject annotation-xml maction mglyph'.split(
    ' '
  )
)

/** All that an element of a text may say of itself; nothing of it runs or loads but addresses. */
const harmless =
  /^(?:class|id|href|src|alt|title|dir|lang|start|type|value|checked|disabled|open|cite|align|valign|width|height|colspan|rowspan|headers|scope|abbr|span|char|charoff|nowrap|summary|border|cellpadding|cellspacing|rules|frame|compact|datetime|itemprop|itemscope|itemtype|longdesc|name|noshade|hspace|vspace|clear|color|size|tabindex|role|controls|preload|rel|target|for|accept|accept-charset|accesskey|action|charset|coords|enctype|hreflang|ismap|label|maxlength|media|method|multiple|prompt|readonly|selected|shape|usemap|aria-[a-z]+|data-[a-z-]+)$/

/** What Temml says of an operator of a formula. */
const ofOperators = /^(?:[lr]space|fence|form|stretchy)$/

const scheme = /^(?:javascript|vbscript|data|blob|filesystem):/i

/** An address as browsers read it: blanks and control characters do not count. */
function asRead(address: string): string {
  return address.replace(/[^!-~]/g, '')
}

/** What of an HTML could do something, each as a line; the text is parsed as a browser does. */
function dangers(html: string): string[] {
  const found: string[] = []
  const walk = (node: DefaultTreeAdapterTypes.Node): void => {
    if ('tagName' in node) {
      if (forbidden.has(node.tagName.toLowerCase())) found.push(`<${node.tagName}>`)
      for (const { name, value } of node.attrs) {
        const isBad =
          (!harmless.test(name) && !(node.tagName === 'mo' && ofOperators.test(name))) ||
          (/^(?:href|src|cite)$/.test(name) && scheme.test(asRead(value)))
        if (isBad) found.push(`${node.tagName} ${name}=${value}`)
      }
    }
    if ('childNodes' in node) node.childNodes.forEach(walk)
  }
  walk(parseFragment(html))
  return found
}

/** What a handler or a style of its own looks like on every kind of element that a text may hold. */
const dressed =
  'a b blockquote code dd del details div dl dt em figure h1 hr img ins kbd li mark ol p pre q s span strong sub summary sup table tbody td th thead tr u ul'
    .split(' ')
    .flatMap((name) => [
      `<${name} style="background:url(http://h/x)" onclick="hurt()" onmouseover=hurt() srcdoc=x ping=//h formaction=javascript:hurt()>x</${name}>`
    ])

const texts = [...payloads, ...dressed]

describe('nothing that could run or load comes through', () => {
  test.each(texts)('%s', async (payload) => {
    const inline = payload.includes('\n') ? '' : payload
    const text = `# Chapter\n\n${payload}\n\n[/Q]Which? ${inline}[Q/]\n\n[/A]\n\n${payload}\n\n[A/]\n`
    const file = { path: 'a.md', text }
    expect(dangers(renderHtml(file))).toEqual([])
    const compilation = compile([file])
    for (const card of compilation.cards) {
      for (const { front, back } of renderCardSides(card)) {
        expect([...dangers(front), ...dangers(back)]).toEqual([])
      }
    }
    const page = exporters.find(({ id }) => id === 'html')
    const context = { now: new Date(0), seed: 1, progress: () => undefined }
    const exported = await page?.run({ name: 'P', files: [file], compilation }, {}, context)
    for (const { bytes } of exported?.files ?? []) {
      const body = new TextDecoder().decode(bytes).replace(/^[\s\S]*?<main/, '<main')
      expect(dangers(body)).toEqual([])
    }
  })
})
