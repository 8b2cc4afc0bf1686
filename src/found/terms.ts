import { hidden, mathMark, tagMark } from './mask.ts'
import type { Passage } from './passage.ts'
import { noTerms } from './words/no-terms.ts'

/** A term is short. */
const longest = { characters: 70, words: 7, ideographs: 24 }

const marks = /[*_~`]+/g
const cjk = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/u
const letter = /\p{L}/u
const time = /^\d{1,2}([:.h]\d{2})?\s?(am|pm|uhr|h|ч|点|時)?$/i
const numbered =
  /[\s#]*(?:\(?\d{1,3}(?:[./]\d{1,3})*\)?|[ivx]{1,4}|第?[一二三四五六七八九十]+[章节課回步]?)$/iu
const isoDate = /^\d{4}[-/.]\d{1,2}([-/.]\d{1,2})?$/
const year =
  /^(?:(?:c\.|ca\.?|around|um|hacia|vers|около)\s*)?\d{3,4}(?:\s?[–—-]\s?\d{2,4})?(?:\s?(?:ad|bc|bce|ce|v\. chr\.|n\. chr\.|a\. ?c\.|av\. j\.-c\.|до н\. ?э\.|г\.|гг\.|ekr|pkr|年))?$/iu

const longAgo = /^\d{1,2}\. ?\d{1,2}\. ?1\d{3}$/

/** Whether words may name what a card asks for: short, no remark, time, path or name of a setting. */
export function isTerm(words: string): boolean {
  const term = bare(words)
  if (/[?？]$/.test(term) && isQuestion(term)) return true
  if (term === '' || term.length > longest.characters || term.includes(tagMark)) return false
  if (cjk.test(term) ? term.length > longest.ideographs : wordsIn(term) > longest.words)
    return false
  if (year.test(term) || longAgo.test(term)) return true
  if (!letter.test(term) && !term.includes(mathMark)) return false
  if (/^[\ufffc\s]+$/.test(term) || term.includes(hidden)) return false
  if (time.test(term) || isoDate.test(term)) return false
  if (/[.!。！;；,，、]$/.test(term) && !/\b\p{L}{1,4}\.$/u.test(term)) return false
  if (/^[./~@$-]|[\\<>{}=|]|:\/\/|\w_\w|^\w+\(.*\)$|\.\w{2,4}$/.test(term)) return false
  return !isRemark(term)
}

function isQuestion(term: string): boolean {
  return letter.test(term) && term.length <= 160 && wordsIn(term) <= 25 && !term.includes(tagMark)
}

/** Whether a word is one of those that begin remarks, with or without a number. */
export function isRemark(words: string): boolean {
  const word = bare(words).toLowerCase()
  return noTerms.has(word) || noTerms.has(word.replace(numbered, '').trim())
}

const quoted = /^["“„«「『‘'].*[.!?…,。！？][”"»」』’']/
const figure =
  /^(?:[~≈<>≤≥±+-]?[$€£¥₽]?\d[\d\s.,:/x×–-]*(?:%|°?[cf]|[a-zµ]{1,4}|€|\$|£|₽|元|円|分|個|克|毫升|г|мл|шт|мин|ч|min|minutes?|hours?|pcs|tbsp|tsp|cups?|stk|el|tl|cda|c\. à s\.)?\.?)(?:\s|$)/iu

/** Whether words may say what a term means: some prose or a formula, no value, address or speech. */
export function isMeaning(words: string, least: number): boolean {
  const said = words.replace(marks, '').trim()
  if (said.includes(tagMark) || quoted.test(said)) return false
  if (said.includes(mathMark)) return true
  if (!letter.test(said)) return false
  const prose = said.replaceAll(hidden, '')
  if (
    /^(?:true|false|yes|no|none|null|nil|on|off|n\/a|tbd|tba|ja|nein|sí|oui|non|да|нет|jah|ei|是|否)\.?$/i.test(
      said
    )
  ) {
    return false
  }
  if (/^[./~]|:\/\/|^\S+@\S+$|^\S+\.\w{2,4}$/.test(said) || prose.trim().length < 2) return false
  return cjk.test(prose) ? prose.length >= Math.min(least * 2, 4) : wordsIn(prose) >= least
}

/** Whether a meaning is a quantity, price or date: `200 g flour`. */
export function isFigure(words: string): boolean {
  return figure.test(words.replace(marks, '').trim())
}

/** Words without marks of emphasis, and without the colon behind them. */
export function bare(words: string): string {
  return words
    .replace(marks, '')
    .replace(/[:：\s]+$/, '')
    .trim()
}

export function wordsIn(words: string): number {
  return words.split(/\s+/).filter((word) => letter.test(word) || /\d/.test(word)).length
}

/** Whether a passage is a task to tick off, or stands in a quote. */
export function isAside({ parents, isQuoted }: Passage): boolean {
  return (
    isQuoted ||
    parents.some((node) => node.type === 'listItem' && typeof node.checked === 'boolean')
  )
}
