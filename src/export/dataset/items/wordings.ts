import { say, type Said } from '../../../say/say.ts'
import type { DatasetItem, Entry, ItemKind } from './item.ts'

/** A way to ask for an item: a template each. Those named as a kind of item ask for it alone. */
export type WordingName =
  | ItemKind
  | 'qa-context'
  | 'qa-title'
  | 'qa-back'
  | 'qa-passage'
  | 'gap'
  | 'gap-context'
  | 'ask'
  | 'ask-question'
  | 'name'
  | 'go-on'

/** The wordings as the page names them, in the order of the records. */
export const wordings: { name: WordingName; label: Said; one: Said }[] = [
  { name: 'qa', label: say('Cards'), one: say('A card') },
  {
    name: 'qa-context',
    label: say('Cards, with their chapter'),
    one: say('A card, with its chapter')
  },
  { name: 'qa-title', label: say('Cards, by their title'), one: say('A card, by its title') },
  { name: 'qa-back', label: say('Cards, from the answer'), one: say('A card, from the answer') },
  { name: 'qa-passage', label: say('Cards, with their text'), one: say('A card, with its text') },
  { name: 'gap', label: say('Gaps'), one: say('A gap') },
  {
    name: 'gap-context',
    label: say('Gaps, with their chapter'),
    one: say('A gap, with its chapter')
  },
  { name: 'ask', label: say('Chapters, by their title'), one: say('A chapter, by its title') },
  {
    name: 'ask-question',
    label: say('Chapters whose title asks'),
    one: say('A chapter whose title asks')
  },
  { name: 'name', label: say('Titles, from the text'), one: say('A title, from the text') },
  {
    name: 'go-on',
    label: say('Paragraphs, from their beginning'),
    one: say('A paragraph, from its beginning')
  },
  { name: 'block', label: say('Blocks'), one: say('A block') },
  { name: 'chapter', label: say('Chapters'), one: say('A chapter') },
  { name: 'outline', label: say('Outlines'), one: say('An outline') },
  { name: 'next', label: say('What comes next'), one: say('What comes next') }
]

const CARD: WordingName[] = ['qa', 'qa-context', 'qa-title', 'qa-back']
const GAP: WordingName[] = ['gap', 'gap-context']

/**
 * How an item is asked for in the preset *study*: cards in several ways, chapters in natural words,
 * blocks not at all unless there is too little else. What a tag asked for is trained as tagged; what is kept to check with is asked once.
 */
export function studyWordings(entry: Entry, asksBlocks: boolean): WordingName[] {
  const { item, gap, untagged } = entry
  const all =
    item.kind === 'qa'
      ? cardWordings(item, gap)
      : untagged
        ? untaggedWordings(entry, asksBlocks)
        : [item.kind]
  return item.split === 'validation' ? all.slice(0, 1) : all
}

/** A short answer, as “Yes”, belongs to too many questions to ask for one. */
function cardWordings({ answer }: DatasetItem, gap: boolean | undefined): WordingName[] {
  if (gap) return GAP
  return answer.length < 20 ? CARD.filter((name) => name !== 'qa-back') : CARD
}

function untaggedWordings({ item, topic }: Entry, asksBlocks: boolean): WordingName[] {
  const { kind, title } = item
  if (kind === 'block') return asksBlocks ? ['go-on'] : []
  if (kind !== 'chapter') return [kind]
  return [/[?？؟]\s*$/.test(topic ?? title) ? 'ask-question' : 'ask', 'name']
}

/** How a card is asked for that has its passage beside it: with the text instead, or as well. */
export function openWordings(
  closed: WordingName[],
  { item, passage }: Entry,
  passages: 'off' | 'prompt' | 'both'
): WordingName[] {
  if (passages === 'off' || item.kind !== 'qa' || !passage) return closed
  return passages === 'prompt' ? ['qa-passage'] : [...closed, 'qa-passage']
}
