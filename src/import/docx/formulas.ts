import { say, sayCount, type Said, type SaidValue } from '../../say/say.ts'
import { texOf } from './omml-tex.ts'

const formula = /<m:oMath\b[^>]*>[^]*?<\/m:oMath>/g
const display = /<m:oMathPara\b[^>]*>([^]*?)<\/m:oMathPara>/g
const sign = /<m:t\b[^>]*>([^<]*)<\/m:t>/g

/** Most formulas that are named. */
const mostNamed = 5

/** A formula of a document as TeX. */
interface Formula {
  tex: string
  shown: boolean
}

/** A document in which each formula is a mark of letters, and what they stand for. */
interface Marked {
  xml: string
  /** Puts the formulas into HTML that holds their marks. */
  restore: (html: string) => string
  notes: Said[]
}

/**
 * What reads documents drops formulas: each that can be written as TeX is put behind a mark, of the
 * others the signs are left, and a note names them.
 */
export function withFormulas(xml: string): Marked {
  const formulas: Formula[] = []
  const named: SaidValue[] = []
  const replace = (part: string, shown: boolean): string =>
    part.replace(formula, (one) => {
      const tex = texOf(one)
      const signs = Array.from(one.matchAll(sign), ([, text = '']) => text).join('')
      if (tex === undefined) named.push(readable(signs.trim()) || say('a formula without signs'))
      else formulas.push({ tex, shown })
      const text = tex === undefined ? signs : `\ue000${formulas.length - 1}\ue001`
      return `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
    })
  const shown = xml.replace(display, (_, inner: string) =>
    replace(inner.replace(/<m:oMathParaPr>[^]*?<\/m:oMathParaPr>/g, ''), true)
  )
  return {
    xml: replace(shown, false),
    restore: (html) => withTex(html, formulas),
    notes: named.length > 0 ? [noteOn(named)] : []
  }
}

function withTex(html: string, formulas: readonly Formula[]): string {
  return html.replace(/\ue000(\d+)\ue001/g, (mark, at: string) => {
    const one = formulas[Number(at)]
    if (!one) return mark
    // As MathJax has it in pages; a slash there ends no element.
    const type = `math/tex${one.shown ? '; mode=display' : ''}`
    return `<script type="${type}">${one.tex.replaceAll('</', '< /')}</script>`
  })
}

function noteOn(named: SaidValue[]): Said {
  const first = named
    .slice(0, mostNamed)
    .reduce((all, next) => say('{all} · {next}', { all, next }))
  const more = named.length - mostNamed
  return sayCount(
    named.length,
    '{count} formula is there as its signs alone; write it as $…$: {formulas}',
    '{count} formulas are there as their signs alone; write them as $…$: {formulas}',
    { formulas: more > 0 ? say('{first} · and {more} more', { first, more }) : first }
  )
}

function readable(signs: string): string {
  const plain = signs.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
  return plain.length > 60 ? `${plain.slice(0, 60)}…` : plain
}
