/** Where something stands between brackets behind backslashes. */
export interface BracketPlace {
  /** Which brackets: round ones are for formulas in a line, square ones for displays. */
  bracket: '(' | '['
  /** What stands directly before; empty at the begin of a line. */
  before: string
  /** What stands behind; some characters are enough. */
  after: string
}

/** Words that only look as if they were prose. */
const textInTex =
  /\\(?:begin|ce|end|hbox|math(?:bb|bf|cal|frak|it|rm|scr|sf|tt)|mbox|operatorname\*?|pu|qty|SI|si|text(?:bf|it|rm|sf|tt)?|unit)\s*\{[^{}]*\}/g
const functions =
  /(?<!\p{L})(?:arc(?:cos|sin|tan)|arg|cosh?|cot|csc|deg|det|dim|exp|gcd|inf|ker|lcm|lim|ln|log|max|min|mod|Pr|rank|sec|sinh?|sup|tanh?|var)(?!\p{L})/gu
/** What escapes a sign of Markdown, and is no command of TeX. */
const markdownEscape = /\\(?![\\,:>;!{}|_#$%&\sa-zA-Z])/
/** Addresses, links, code, and paths of Windows. */
const noTex = /:\/\/|\]\(|`|(?<![a-zA-Z])[a-zA-Z]:\\[a-zA-Z]/
const power = /[\p{L}\p{N})\]}'|]\s*\^\s*[\p{L}\p{N}{\\(*+'−-]/u
const relation =
  /[\p{L}\p{N})\]}'|]\s*(?:[=<>≤≥≠≈∈→]\s*[+−-]?|[+±×÷·]\s*|_(?=[\p{L}\p{N}{]))[\p{L}\p{N}({[|]|^\s*[=<>≤≥≠≈]\s*[\p{L}\p{N}]|\\[{|,;!]/u
const prose = /\p{L}{3,}[,;]?\s+\p{L}{2,}[,;]?\s+\p{L}{2,}|\p{L}{4,}[,;]?\s+\p{L}{4,}/u
/** Letters of scripts that write words where formulas have single letters. */
const foreign = /\p{Lo}/u

/**
 * Whether what stands between `\(` and `\)`, or `\[` and `\]` in a line of text, is a formula. Markdown
 * escapes brackets of prose in the same way, and programs that convert do it a lot: so it has to hold
 * signs of TeX or consist of single letters, and no words (N2).
 */
export function readsAsTex(content: string, { bracket, before, after }: BracketPlace): boolean {
  if (content.trim() === '' || noTex.test(content) || markdownEscape.test(content)) return false
  // An escaped link.
  if (bracket === '[' && /^(?:\(|\[(?!\/?[A-Z]+\/?\]))/.test(after)) return false
  const withoutText = content.replace(textInTex, '\\x ')
  const bare = withoutText.replace(/\\(?:[a-zA-Z]+|[^a-zA-Z])/g, ' ').replace(functions, ' ')
  if (/\\[a-zA-Z]/.test(withoutText) || power.test(content)) return !prose.test(bare)
  // `f\(x\)` is a call, `[a](b)` a link: without a sign that only TeX has, a word takes it.
  if (/(?!\p{Lo})[\p{L}\p{N}_]$/u.test(before)) return false
  if (foreign.test(bare) || /\p{Ll}{3}|\p{L}\.|["“”„«»?]/u.test(bare)) return false
  if (relation.test(content)) return true
  return bracket === '('
    ? isSmall(bare, after)
    : standsAlone(before, after) && isSmall(bare, after, 2)
}

/** Single letters with numbers, commas and brackets: `n`, `(a, b)`, `f(x)`, `2n - 1`. */
function isSmall(bare: string, after: string, least = 1): boolean {
  const words = bare.trim()
  if (words.length < least || !/^[\p{L}\p{N}\s()[\],;:'!|*/−–-]+$/u.test(words)) return false
  if (/\p{L}{2}|\p{L}\/\p{L}/u.test(words) || !/\p{L}/u.test(words)) return false
  // `\(c\) 2024` keeps programs from drawing a sign of copyright.
  return !(/^[cpr]$/i.test(words) && /^[ \t]*\d{4}/.test(after))
}

function standsAlone(before: string, after: string): boolean {
  return before === '' && /^[ \t]*(?:[\r\n]|$)/.test(after)
}
