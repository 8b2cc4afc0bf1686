import { compile, Compiler } from '../document/compile.ts'
import type { Card, SourceFile } from '../document/model.ts'
import { applyFound } from './apply-found.ts'
import { lineEndOf, lineLead } from './draft.ts'
import type { FindSettings, FoundCard, FoundEdit } from './found-card.ts'

/** What a found card is to say. */
export interface FoundWords {
  question: string
  answer: string
}

/** The card with its new words, or why the text could not hold them and what to do, for the user. */
export type EditedCard = { card: FoundCard } | { trouble: string }

/**
 * Gives a found card other words: its tags stand where they would have stood, with the new words
 * between them, and all other text stays. What comes of it was read again: compiling gives exactly that
 * card, and the others as before. `file` is the text in which the card was found.
 */
export function editFound(
  file: SourceFile,
  card: FoundCard,
  words: FoundWords,
  { noteSyntax = true }: FindSettings = {}
): EditedCard {
  const wanted = { question: plain(words.question), answer: plain(words.answer) }
  const missing = whatIsMissing(card, wanted)
  if (missing !== undefined) return { trouble: missing }
  if (wanted.question === plain(card.question) && wanted.answer === plain(card.answer)) {
    return { card }
  }
  const compiler = new Compiler({ noteSyntax })
  const alone = cardAlone(wanted, noteSyntax)
  const cardsOf = (text: string): Sides[] => {
    compiler.update(file.path, text)
    return compiler.compilation.cards
  }
  const before = cardsOf(file.text)
  for (const edits of waysToWrite(file.text, card, wanted)) {
    const text = applyFound(file.text, [{ edits }])
    if (alone && isOneMore(before, cardsOf(text), alone)) {
      return { card: { ...card, ...wanted, edits } }
    }
  }
  return {
    trouble:
      'Written so, this place of the text would not give this card. Use shorter words on one line, without headings, tags or code that is not closed, or take the card as it was found and change it in the text.'
  }
}

const tags = /\[\/?(?:Q|A|T|BLOCKREAD|CHAPTREEREAD)\/?\]/i

function whatIsMissing({ kind }: FoundCard, { question, answer }: FoundWords): string | undefined {
  const tag = tags.exec(`${question}\n${answer}`)?.[0]
  if (tag !== undefined) {
    return `A card cannot hold the tag ${tag}. Take it out; the tags are put in when the card is taken.`
  }
  if (question === '') return 'A card needs a question. Write one, or skip this card.'
  if (kind === 'cloze') {
    return /\{\{c\d+::|==/.test(question)
      ? undefined
      : 'No gap is left in this sentence. Write {{c1::…}} around what is to be asked.'
  }
  return answer === '' ? 'A card needs an answer. Write one, or skip this card.' : undefined
}

/** The stretch of the card with its tags in: cut at the tags, which are every second part. */
function partsOf(text: string, { start, end, edits }: FoundCard): string[] {
  const parts = ['']
  let at = start
  const add = (more: string): void => {
    parts.push((parts.pop() ?? '') + more)
  }
  for (const edit of edits) {
    add(text.slice(at, edit.start))
    const [first = '', ...others] = edit.insert.split(/(\[\/[QA]\]|\[[QA]\/\])/)
    add(first)
    parts.push(...others)
    at = edit.end
  }
  add(text.slice(at, end))
  return parts
}

/** The edits that give the card its new words: as it stands, then by blocks, then all of it anew. */
function waysToWrite(text: string, card: FoundCard, wanted: FoundWords): FoundEdit[][] {
  const { start, end } = card
  const lead = lineLead(text, start)
  const gap = lineEndOf(text) + lead
  const inLines = (words: string): string => words.replaceAll('\n', gap)
  const inBlocks = (words: string): string => gap + inLines(words) + gap
  const parts = partsOf(text, card)
  const rewritten = (write: (words: string) => string): string =>
    parts
      .map((part, at) => {
        const tag = parts[at - 1]
        if (tag === '[/Q]' && wanted.question !== plain(card.question))
          return write(wanted.question)
        if (tag === '[/A]' && wanted.answer !== plain(card.answer)) return write(wanted.answer)
        return part
      })
      .join('')
  const { question, answer } = wanted
  const anew = (write: (words: string) => string): string =>
    `[/Q]${write(question)}[Q/]${answer === '' ? '' : `${gap}[/A]${write(answer)}[A/]`}`
  const written = [rewritten(inLines), rewritten(inBlocks), anew(inLines), anew(inBlocks)]
  return [...new Set(written)].map((insert) => [{ start, end, insert }])
}

type Sides = Pick<Card, 'question' | 'answer' | 'questionHtml' | 'answerHtml'>

/** The card that the words give where nothing stands around them; undefined where they give none. */
function cardAlone({ question, answer }: FoundWords, noteSyntax: boolean): Sides | undefined {
  const asked = `[/Q]\n${question}\n[Q/]`
  const text = answer === '' ? asked : `${asked}\n\n[/A]\n${answer}\n[A/]`
  const { cards } = compile([{ path: 'alone.md', text }], { noteSyntax })
  const [card] = cards
  const isAsMeant =
    cards.length === 1 && card && plain(card.question) === question && plain(card.answer) === answer
  return isAsMeant ? card : undefined
}

/** Whether there is just one card more, and that one says what it is to say. */
function isOneMore(before: Sides[], after: Sides[], wanted: Sides): boolean {
  if (after.length !== before.length + 1) return false
  const at = after.findIndex((card, index) => !isSame(card, before[index]))
  const fresh = after[at]
  return (
    isSame(wanted, fresh) &&
    after.toSpliced(at, 1).every((card, index) => isSame(card, before[index]))
  )
}

function isSame(one: Sides, other: Sides | undefined): boolean {
  return (
    other !== undefined &&
    plain(one.question) === plain(other.question) &&
    plain(one.answer) === plain(other.answer) &&
    one.questionHtml === other.questionHtml &&
    one.answerHtml === other.answerHtml
  )
}

function plain(words: string): string {
  return words.replace(/\r\n?/g, '\n').trim()
}
