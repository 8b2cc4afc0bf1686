const formula = /<m:oMath\b[^>]*>([^]*?)<\/m:oMath>/g
const sign = /<m:t\b[^>]*>([^<]*)<\/m:t>/g

/** Most formulas that are named. */
const mostNamed = 5

/**
 * The text of a document with the signs of each formula in its place, and a note about them: what
 * reads documents drops formulas.
 */
export function withFormulas(xml: string): { xml: string; notes: string[] } {
  const named: string[] = []
  const changed = xml.replace(formula, (_, inner: string) => {
    const signs = Array.from(inner.matchAll(sign), ([, text = '']) => text).join('')
    named.push(signs.trim() || 'a formula without signs')
    return `<w:r><w:t xml:space="preserve">${signs}</w:t></w:r>`
  })
  if (named.length === 0) return { xml, notes: [] }
  const plain = changed.replace(
    /<\/?m:oMathPara\b[^>]*>|<m:oMathParaPr>[^]*?<\/m:oMathParaPr>/g,
    ''
  )
  return { xml: plain, notes: [noteOn(named)] }
}

function noteOn(named: string[]): string {
  const first = named.slice(0, mostNamed).map(readable).join(' · ')
  const others = named.length > mostNamed ? ` · and ${named.length - mostNamed} more` : ''
  return named.length === 1
    ? `1 formula is there as its signs alone; write it as $…$: ${first}`
    : `${named.length} formulas are there as their signs alone; write them as $…$: ${first}${others}`
}

function readable(signs: string): string {
  const plain = signs.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
  return plain.length > 60 ? `${plain.slice(0, 60)}…` : plain
}
