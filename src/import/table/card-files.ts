import { stringify } from 'yaml'
import { sayCount, type Said } from '../../say/say.ts'
import { cardTags, isSayable, type SourceFile } from '../../laegna.ts'
import { cardText } from '../deck/card-text.ts'

/** Cards in a file: more in one would make the page slow. */
const mostCards = 5000

/** Tags that get files of their own: a table with more has tags of another kind. */
const mostGroups = 30

/** A row of a table as a card. */
export interface RowCard {
  question: string
  answer: string
  /** As the row has them. */
  tags: string
}

/** The files of a table at a path: one, or one for those rows that have the same tags. */
export function cardFiles(path: string, cards: RowCard[]): { files: SourceFile[]; notes: Said[] } {
  const groups = new Map<string, RowCard[]>()
  for (const card of cards) {
    const key = cardTags(card.tags).filter(isSayable).sort().join(' ')
    const known = groups.get(key)
    if (known) known.push(card)
    else groups.set(key, [card])
  }
  if (groups.size > mostGroups) {
    const note = sayCount(
      groups.size,
      'The tags were left out: there is {count} set of them, and a file has one.',
      'The tags were left out: there are {count} different sets of them, and a file has one.'
    )
    return { files: writeAll(path, cards, '', ''), notes: [note] }
  }
  const files = [...groups].flatMap(([tags, all]) => {
    return writeAll(path, all, tags, groups.size > 1 ? tags : '')
  })
  return { files, notes: [] }
}

function writeAll(path: string, cards: RowCard[], tags: string, name: string): SourceFile[] {
  const files: SourceFile[] = []
  const stem =
    path.replace(/\.\w+$/, '') + (name ? ` ${name.replace(/[^\p{L}\p{N} -]+/gu, '-')}` : '')
  const header = tags ? `---\n${stringify({ tags: tags.split(' ') }, { lineWidth: 0 })}---\n\n` : ''
  for (let from = 0; from < cards.length; from += mostCards) {
    const number = cards.length > mostCards ? ` ${files.length + 1}` : ''
    const text = cards
      .slice(from, from + mostCards)
      .map(cardText)
      .join('\n\n')
    files.push({ path: `${stem}${number}.md`, text: `${header}${text}\n` })
  }
  return files
}
