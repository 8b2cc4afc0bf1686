import { plural } from '../../language/plural.ts'
import * as v from 'valibot'
import type { SourceFile } from '../../document/model.ts'
import type { EditedCard, FoundRule, FoundWords } from '../../laegna.ts'
import { keep, kept } from '../../storage/small-store.ts'
import type { FoundInFile, KnownFound } from '../../worker/protocol/messages.ts'
import type { FoundScope, FoundTools } from './found-tools.ts'
import { takeFound } from './take-found.ts'
import { figure } from '../../language/figures.ts'

/** A found card with the file it stands in. */
export interface FoundRow {
  /** The same after edits elsewhere. */
  key: string
  path: string
  card: KnownFound
}

/** The cards that a review goes through. */
export interface ReviewedCards {
  /** In the order of the project. */
  readonly found: readonly FoundInFile[]
  /** Whether a card was skipped before. */
  wasSkipped(card: KnownFound): boolean
  /** Gives a found card other words. Rejects with a `WorkerTrouble`. */
  edit(file: SourceFile, card: KnownFound, words: FoundWords): Promise<EditedCard>
}

/** What was decided of a card: nothing yet, to be made, left aside. */
export type FoundState = 'open' | 'taken' | 'skipped'

const modeKey = 'laegna.found-cards'
const modes = ['one', 'list'] as const

/** Going through found cards: what is taken and skipped, where one is, what was written anew. */
export class FoundReview {
  mode = $state<(typeof modes)[number]>(kept(modeKey, v.picklist(modes)) ?? 'list')
  scope = $state.raw<FoundScope>({ name: '' })
  /** Whether those that were skipped before this review are shown, too. */
  showsSkipped = $state(false)
  /** Key of the card that is looked at; without one the first is. */
  #at = $state<string>()
  /** Whether there is no card left of which nothing was said. */
  isThrough = $state(false)
  /** Whether its words are being edited. */
  editing = $state(false)
  /** By key: what was said of a card; the others are taken if they are certain. */
  #choices = $state.raw<ReadonlyMap<string, 'taken' | 'left'>>(new Map())
  /** By key, with the card as it was found. */
  #edited = $state.raw<ReadonlyMap<string, { of: KnownFound; card: KnownFound }>>(new Map())
  /** Skipped since the review was opened: they stay in sight. */
  #justSkipped = $state.raw<ReadonlySet<string>>(new Set())
  /** How many cards are made, of how many, while that is under way. */
  making = $state.raw<{ done: number; of: number }>()
  #making = new AbortController()
  readonly #tools: FoundTools
  readonly #cards: ReviewedCards

  /** Where it was asked, by the rules: those that are certain first. */
  readonly #all = $derived.by(() => rowsOf(this.#cards, this.scope))
  readonly #hidden = $derived.by(() =>
    this.#all.filter(
      ({ card }) => this.#cards.wasSkipped(card) && !this.#justSkipped.has(card.fingerprint)
    )
  )
  readonly rows = $derived.by(() => {
    if (this.showsSkipped || this.#hidden.length === 0) return this.#all
    const hidden = new Set(this.#hidden)
    return this.#all.filter((row) => !hidden.has(row))
  })
  readonly skippedBefore = $derived(this.#hidden.length)
  readonly taken = $derived(this.rows.filter((row) => this.stateOf(row) === 'taken'))
  readonly skipped = $derived(this.rows.filter((row) => this.stateOf(row) === 'skipped').length)
  readonly #places = $derived(new Map(this.rows.map(({ key }, at) => [key, at])))
  /** Index of the card that is looked at. */
  readonly place = $derived((this.#at === undefined ? undefined : this.#places.get(this.#at)) ?? 0)
  /** The card that is looked at; undefined when one is through. */
  readonly row = $derived(this.isThrough ? undefined : this.rows[this.place])

  constructor(tools: FoundTools, cards: ReviewedCards) {
    this.#tools = tools
    this.#cards = cards
  }

  /** Opens the review; what was chosen in an earlier one of this project is still chosen. */
  open(scope: FoundScope): void {
    this.scope = scope
    this.showsSkipped = false
    this.editing = false
    this.#at = undefined
    this.isThrough = false
    this.#justSkipped = new Set()
    this.#tools.view.sheet = 'found'
  }

  setMode(mode: (typeof modes)[number]): void {
    this.mode = mode
    this.editing = false
    keep(modeKey, mode)
  }

  stateOf({ key, card }: FoundRow): FoundState {
    if (this.#cards.wasSkipped(card)) return 'skipped'
    const choice = this.#choices.get(key)
    return choice === 'taken' || (choice === undefined && card.certain) ? 'taken' : 'open'
  }

  /** Whether somebody has said what becomes of it. */
  isDecided(row: FoundRow): boolean {
    return this.#choices.has(row.key) || this.#cards.wasSkipped(row.card)
  }

  /** The card as it would be made. */
  cardOf({ key, card }: FoundRow): KnownFound {
    const edited = this.#edited.get(key)
    return edited?.of === card ? edited.card : card
  }

  /** Makes some of them wait to be made, or no longer; one that was skipped is offered again. */
  choose(rows: readonly FoundRow[], isTaken: boolean): void {
    const choices = new Map(this.#choices)
    for (const { key } of rows) choices.set(key, isTaken ? 'taken' : 'left')
    this.#choices = choices
    this.#unskip(rows)
  }

  /** Leaves some aside for good. */
  skip(rows: readonly FoundRow[]): void {
    const { project } = this.#tools
    const prints = rows.map(({ card }) => card.fingerprint)
    this.#justSkipped = new Set([...this.#justSkipped, ...prints])
    const skipped = new Set([...project.skipped, ...prints])
    if (skipped.size > project.skipped.length) project.skip([...skipped])
  }

  /** All cards of the rule by which one was found. */
  ofRule(rule: FoundRule): FoundRow[] {
    return this.rows.filter(({ card }) => card.rule === rule)
  }

  /** Looks at another card by its place; beyond the first and the last there is none. */
  goTo(place: number): void {
    this.#at = this.rows[Math.min(Math.max(place, 0), this.rows.length - 1)]?.key
    this.isThrough = false
    this.editing = false
  }

  /** Looks at a card alone, to edit it. */
  editOne({ key }: FoundRow): void {
    this.setMode('one')
    this.#at = key
    this.isThrough = false
    this.editing = true
  }

  /** Goes on to the next card of which nobody has said anything; to none where there is no more. */
  goOn(): void {
    const from = this.place
    const after = [...this.rows.slice(from + 1), ...this.rows.slice(0, from)]
    const next = after.find((row) => !this.isDecided(row))
    this.#at = next?.key ?? this.#at
    this.isThrough = next === undefined
    this.editing = false
  }

  /** Gives the card that is looked at other words and takes it; else says why not, for the user. */
  async edit(row: FoundRow, words: FoundWords): Promise<string | undefined> {
    const text = this.#tools.project.text(row.path)
    try {
      const result = await this.#cards.edit({ path: row.path, text }, row.card, words)
      if ('trouble' in result) return result.trouble
      const { fingerprint } = row.card
      this.#edited = new Map(this.#edited).set(row.key, {
        of: row.card,
        card: { ...result.card, fingerprint }
      })
      this.choose([row], true)
      this.editing = false
      return undefined
    } catch {
      return 'The text around this card takes too long to read. Take the card as it was found, and change it in the text.'
    }
  }

  /** Makes cards of all that are taken: one step to undo. Does nothing while that is under way. */
  async make(): Promise<void> {
    if (this.making) return
    const { taken } = this
    const byPath = new Map<string, KnownFound[]>()
    for (const row of taken) {
      const cards = byPath.get(row.path)
      if (cards) cards.push(this.cardOf(row))
      else byPath.set(row.path, [this.cardOf(row)])
    }
    const files = this.#cards.found.flatMap((file) => {
      const cards = byPath.get(file.path)
      return cards ? [{ ...file, cards }] : []
    })
    const of = taken.length
    const { signal } = (this.#making = new AbortController())
    const progress = (done: number): void => {
      this.making = { done, of }
    }
    progress(0)
    const isMade = await takeFound(this.#tools, files, { signal, progress })
    this.making = undefined
    if (!isMade) return
    this.#choices = new Map()
    if (this.#tools.view.sheet === 'found') this.#tools.view.sheet = undefined
  }

  /** Ends making cards; none of them is made then. */
  stopMaking(): void {
    this.#making.abort()
  }

  /** The review is closed: what somebody took and did not make is not forgotten, which is said. */
  tellOfTaken(): void {
    const { notices, project } = this.#tools
    const count = this.taken.filter(({ key }) => this.#choices.get(key) === 'taken').length
    if (count === 0) return
    const sentence = plural(count, [
      '{count} card is chosen and not made yet.',
      '{count} cards are chosen and not made yet.'
    ])
    const run = () => void this.make()
    notices.tell(sentence, [notices.undo(project, run, `Make ${figure(this.taken.length)}`)])
  }

  #unskip(rows: readonly FoundRow[]): void {
    const { project } = this.#tools
    const prints = new Set(rows.map(({ card }) => card.fingerprint))
    const left = project.skipped.filter((print) => !prints.has(print))
    if (left.length < project.skipped.length) project.skip(left)
  }
}

function rowsOf({ found }: ReviewedCards, { paths, range }: FoundScope): FoundRow[] {
  const seen = new Map<string, number>()
  const rows: FoundRow[] = []
  for (const { path, cards } of found) {
    if (paths && !paths.includes(path)) continue
    for (const card of cards) {
      if (range && (card.end <= range.start || card.start >= range.end)) continue
      const name = `${path}\n${card.fingerprint}`
      const count = seen.get(name) ?? 0
      seen.set(name, count + 1)
      rows.push({ key: `${name}\n${String(count)}`, path, card })
    }
  }
  const rules = [...new Set(rows.map(({ card }) => card.rule))]
  const places = new Map(rules.map((rule, at) => [rule, at]))
  const rank = ({ card }: FoundRow): number =>
    (places.get(card.rule) ?? 0) + (card.certain ? 0 : rules.length)
  return rows.toSorted((one, other) => rank(one) - rank(other))
}
