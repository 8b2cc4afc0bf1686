/** What changes all that follows in its group, or stands on all before it (in a proof): one more level. */
const switches =
  /^(?:(?:Unary|Binary|Trinary|Quaternary|Quinary)InfC?|[UBT]IC|color|(?:display|text|script|scriptscript)style|[tT]iny|scriptsize|small|normalsize|[lL]arge|LARGE|[hH]uge)$/

/** What MathJax or Temml draw more than once: in each other they would take for ever. */
const doublers =
  /^(?:Aboxed|adjustlimits|ArrowBetweenLines|(?:over|under)bracket|cancelto|centernot|clap|equilibrium(?:Left|Right)|(?:math|text|cramped)?[lr]lap|(?:math|text|cramped)clap|pmb|skew)$/

interface Group {
  depth: number
  /** How many groups around stand beside a doubler, and so may be its argument. */
  doubled: number
  hasDoubler: boolean
}

/** Counts how deep groups stand in each other, as MathJax nests them. */
export class GroupDepth {
  deepest = 0
  mostDoubled = 0
  readonly #outer: Group[] = []
  #now: Group = { depth: 0, doubled: 0, hasDoubler: false }

  /** Takes the next brace, sign or command of a formula. */
  meet(written: string, name: string | undefined): void {
    if (written === '{' || name === 'begin' || name === 'left') this.#open()
    else if (written === '}' || name === 'end' || name === 'right') this.#close()
    // A cell of a table is a group of its own.
    else if (written === '&' || written === '\\\\' || name === 'cr') this.#nextCell()
    else if (name !== undefined && switches.test(name)) this.#now.depth++
    else if (name !== undefined && doublers.test(name)) this.#now.hasDoubler = true
    this.deepest = Math.max(this.deepest, this.#now.depth)
    this.mostDoubled = Math.max(this.mostDoubled, this.#now.doubled)
  }

  #open(): void {
    const { depth, doubled, hasDoubler } = this.#now
    this.#outer.push(this.#now)
    this.#now = { depth: depth + 1, doubled: doubled + (hasDoubler ? 1 : 0), hasDoubler: false }
  }

  #close(): void {
    this.#now = this.#outer.pop() ?? { depth: 0, doubled: 0, hasDoubler: false }
  }

  #nextCell(): void {
    const around = this.#outer.at(-1)
    if (around) this.#now.depth = around.depth + 1
    this.#now.hasDoubler = false
  }
}
