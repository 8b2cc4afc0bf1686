import fc from 'fast-check'

/** A card of the model; `id` is who it is, whatever it says. */
export interface ModelCard {
  id: number
  question: string
  answer: string
}
interface ModelChapter {
  title: string
  cards: ModelCard[]
}
interface ModelFile {
  path: string
  chapters: ModelChapter[]
}

/** A project under edit. Texts are made of words that never come twice, or are said to be common. */
export class Model {
  files: ModelFile[] = []
  #words = 0

  /** A text nobody else has. */
  text(kind: string): string {
    this.#words += 1
    return `${kind} w${this.#words} of x${this.#words * 7}`
  }

  card(): ModelCard {
    this.#words += 1
    return { id: this.#words, question: this.text('What'), answer: this.text('It') }
  }

  get chapters(): ModelChapter[] {
    return this.files.flatMap(({ chapters }) => chapters)
  }

  get cards(): ModelCard[] {
    return this.chapters.flatMap(({ cards }) => cards)
  }

  get sources(): { path: string; text: string }[] {
    return this.files.map(({ path, chapters }) => ({
      path,
      text: chapters
        .map(
          ({ title, cards }) =>
            `# ${title}\n\n` +
            cards
              .map(({ question, answer }) => `[/Q]${question}[Q/] [/A]${answer}[A/]\n\n`)
              .join('')
        )
        .join('')
    }))
  }
}

export type Edit = { kind: keyof typeof edits; at: number; to: number }

/** What people do to a project; `at` and `to` choose where. */
const edits = {
  addCard(model: Model, at: number, to: number) {
    const chapter = pick(model.chapters, at)
    chapter?.cards.splice(to % (chapter.cards.length + 1), 0, model.card())
  },
  addChapter(model: Model, at: number) {
    pick(model.files, at)?.chapters.push({ title: model.text('Part'), cards: [model.card()] })
  },
  addFile(model: Model) {
    const path = `${model.text('f').replaceAll(' ', '-')}.md`
    model.files.push({ path, chapters: [{ title: model.text('Part'), cards: [model.card()] }] })
  },
  deleteCard(model: Model, at: number) {
    const card = pick(model.cards, at)
    for (const chapter of model.chapters)
      chapter.cards = chapter.cards.filter((one) => one !== card)
  },
  editQuestion(model: Model, at: number) {
    const card = pick(model.cards, at)
    if (card) card.question = model.text('Who')
  },
  editAnswer(model: Model, at: number) {
    const card = pick(model.cards, at)
    if (card) card.answer = model.text('They')
  },
  moveCard(model: Model, at: number, to: number) {
    const card = pick(model.cards, at)
    const chapter = pick(model.chapters, to)
    if (!card || !chapter) return
    for (const one of model.chapters) one.cards = one.cards.filter((other) => other !== card)
    chapter.cards.splice(to % (chapter.cards.length + 1), 0, card)
  },
  renameChapter(model: Model, at: number) {
    const chapter = pick(model.chapters, at)
    if (chapter) chapter.title = model.text('Renamed')
  },
  renameFile(model: Model, at: number) {
    const file = pick(model.files, at)
    if (file) file.path = `${model.text('g').replaceAll(' ', '-')}.md`
  },
  reorderFiles(model: Model) {
    model.files.reverse()
  },
  reorderCards(model: Model, at: number) {
    pick(model.chapters, at)?.cards.reverse()
  },
  swapAnswers(model: Model, at: number, to: number) {
    const [one, other] = [pick(model.cards, at), pick(model.cards, to)]
    if (!one || !other) return
    const { answer } = one
    one.answer = other.answer
    other.answer = answer
  }
}

export function apply(model: Model, { kind, at, to }: Edit): void {
  edits[kind](model, at, to)
}

function pick<Item>(items: Item[], at: number): Item | undefined {
  return items[at % items.length]
}

const edit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom(...(Object.keys(edits) as (keyof typeof edits)[])),
  at: fc.nat(1000),
  to: fc.nat(1000)
})

/** Some edits, then an export, again and again. */
export const histories = fc.array(fc.array(edit, { maxLength: 12 }), { minLength: 2, maxLength: 6 })
