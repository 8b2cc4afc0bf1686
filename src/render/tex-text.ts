/**
 * A formula as a line of plain text, for places that can draw none: `\frac{1}{x_1}` → `1/x₁`. One
 * that holds what has no such form stays TeX.
 */
export function texText(tex: string): string {
  const reader = new TexReader(tex)
  const text = reader.read()
  return (reader.isKnown ? text : tex).replace(/\s+/g, ' ').trim()
}

const token = /\\[a-z]+\*?|\\[\s\S]|\s+|[\s\S]/giu

class TexReader {
  isKnown = true
  readonly #tokens: string[]
  #at = 0

  constructor(tex: string) {
    this.#tokens = tex.match(token) ?? []
  }

  read(end?: string): string {
    let text = ''
    while (this.#at < this.#tokens.length) {
      const next = this.#tokens[this.#at]
      if (next === end) {
        this.#at++
        return text
      }
      text += this.#piece()
    }
    if (end !== undefined) this.isKnown = false
    return text
  }

  /** What one token means, together with what it takes. */
  #piece(): string {
    const next = this.#tokens[this.#at++] ?? ''
    switch (next) {
      case '{':
        return this.read('}')
      case '}':
      case '&':
        this.isKnown = false
        return ''
      case '^':
        return raised('^', superscripts, this.#argument())
      case '_':
        return raised('_', subscripts, this.#argument())
      case "'":
        return '′'
      case '~':
        return ' '
      default:
        return next.startsWith('\\') && next.length > 1 ? this.#command(next.slice(1)) : next
    }
  }

  #argument(): string {
    while (/^\s+$/.test(this.#tokens[this.#at] ?? '')) this.#at++
    if (this.#at >= this.#tokens.length) this.isKnown = false
    return this.#piece().trim()
  }

  #command(name: string): string {
    if (/^[^a-z]/i.test(name)) return marks.get(name) ?? this.#unknown()
    const symbol = symbols.get(name)
    if (symbol !== undefined) return symbol
    if (silent.has(name)) return ''
    if (plain.has(name)) return this.#argument()
    if (functions.has(name)) return this.#functionName(name)
    if (/^[cdt]?frac$/.test(name))
      return `${grouped(this.#argument())}/${grouped(this.#argument())}`
    if (name === 'sqrt') return this.#root()
    if (name === 'mathbb')
      return Array.from(this.#argument(), (one) => doubled.get(one) ?? one).join('')
    const accent = accents.get(name)
    return accent === undefined ? this.#unknown() : this.#accented(accent)
  }

  #unknown(): string {
    this.isKnown = false
    return ''
  }

  #functionName(name: string): string {
    const next = this.#tokens[this.#at] ?? ''
    return name + (/^[\p{L}\p{N}\\]/u.test(next) ? ' ' : '')
  }

  #root(): string {
    let degree = ''
    if (this.#tokens[this.#at] === '[') {
      this.#at++
      degree = this.read(']')
    }
    const sign = degree === '' ? '√' : `${raised('', superscripts, degree)}√`
    return sign + grouped(this.#argument())
  }

  #accented(accent: string): string {
    return Array.from(this.#argument(), (one) => one + accent).join('')
  }
}

/** In small signs where Unicode has them all. */
function raised(mark: string, signs: Map<string, string>, text: string): string {
  const small = Array.from(text, (one) => signs.get(one))
  if (small.every((one) => one !== undefined)) return small.join('')
  return mark + (/^[\p{L}\p{N}]$|^[^\p{L}\p{N}]$/u.test(text) ? text : `(${text})`)
}

/** In parentheses where it would otherwise hang together with what stands beside it. */
function grouped(text: string): string {
  return /^(?:[\p{Nd}.]+|\p{L}[\p{No}\p{Lm}\p{M}′]*|\([^()]*\))$/u.test(text) ? text : `(${text})`
}

function pairs(list: string): Map<string, string> {
  const words = list.trim().split(/\s+/)
  return new Map(words.flatMap((word, at) => (at % 2 === 0 ? [[word, words[at + 1] ?? '']] : [])))
}

function zip(from: string, to: string): Map<string, string> {
  const signs = Array.from(to)
  return new Map(Array.from(from, (one, at) => [one, signs[at] ?? one]))
}

const superscripts = zip(
  '0123456789+-−=()niabcdefghjklmoprstuvwxyzT′∗*',
  '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱᵃᵇᶜᵈᵉᶠᵍʰʲᵏˡᵐᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵀ′**'
)
const subscripts = zip('0123456789+-−=()aehijklmnoprstuvx', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ')
const doubled = zip('CHNPQRZ', 'ℂℍℕℙℚℝℤ')
const marks = new Map([
  ...Array.from('{}%$&#_', (one): [string, string] => [one, one]),
  ...Array.from(' ,;:>\\\n', (one): [string, string] => [one, ' ']),
  ['!', ''],
  ['|', '‖']
])
const accents = new Map([
  ['hat', '\u0302'],
  ['widehat', '\u0302'],
  ['bar', '\u0304'],
  ['overline', '\u0305'],
  ['underline', '\u0332'],
  ['tilde', '\u0303'],
  ['widetilde', '\u0303'],
  ['dot', '\u0307'],
  ['ddot', '\u0308'],
  ['vec', '\u20d7']
])
const silent = new Set(
  'left right big Big bigg Bigg bigl bigr Bigl Bigr displaystyle textstyle limits nolimits'.split(
    ' '
  )
)
/** What only changes the letters of its argument. */
const plain = new Set(
  'text textbf textit textrm textsf texttt mathrm mathbf mathit mathsf mathtt mathcal mathscr mathfrak boldsymbol bm operatorname mbox ce'.split(
    ' '
  )
)
const functions = new Set(
  'arccos arcsin arctan arg cos cosh cot csc deg det dim exp gcd hom inf ker lg lim liminf limsup ln log max min Pr sec sin sinh sup tan tanh'.split(
    ' '
  )
)
const symbols = new Map([
  ...pairs(`
    alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι
    kappa κ lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ
    upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ
    Upsilon Υ Phi Φ Psi Ψ Omega Ω
    times × div ÷ cdot · pm ± mp ∓ ast ∗ star ⋆ circ ∘ bullet • oplus ⊕ otimes ⊗ setminus ∖
    le ≤ leq ≤ ge ≥ geq ≥ ne ≠ neq ≠ ll ≪ gg ≫ approx ≈ sim ∼ simeq ≃ cong ≅ equiv ≡ propto ∝
    in ∈ notin ∉ ni ∋ subset ⊂ subseteq ⊆ supset ⊃ supseteq ⊇ cup ∪ cap ∩ emptyset ∅ varnothing ∅
    forall ∀ exists ∃ nexists ∄ neg ¬ lnot ¬ land ∧ wedge ∧ lor ∨ vee ∨ top ⊤ bot ⊥ perp ⊥ vdash ⊢ models ⊨
    to → rightarrow → gets ← leftarrow ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔
    implies ⟹ impliedby ⟸ iff ⟺ mapsto ↦ longrightarrow ⟶ uparrow ↑ downarrow ↓ rightleftharpoons ⇌
    sum ∑ prod ∏ coprod ∐ int ∫ iint ∬ iiint ∭ oint ∮ bigcup ⋃ bigcap ⋂ partial ∂ nabla ∇ infty ∞
    ldots … dots … cdots ⋯ vdots ⋮ ddots ⋱ prime ′ hbar ℏ ell ℓ Re ℜ Im ℑ aleph ℵ angle ∠ degree °
    triangle △ parallel ∥ mid | vert | Vert ‖ lvert | rvert | lVert ‖ rVert ‖ langle ⟨ rangle ⟩
    lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ lbrace { rbrace } lbrack [ rbrack ] colon : dagger † checkmark ✓
    imath ı jmath ȷ
  `),
  ['quad', ' '],
  ['qquad', ' '],
  ['backslash', '\\']
])
