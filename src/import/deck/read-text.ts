import Papa from 'papaparse'
import { say } from '../../say/say.ts'
import { ImportRefusal } from '../importer.ts'
import { refuseOpenQuotes } from '../table/open-quotes.ts'
import type { DeckNote, DeckType } from './read-deck.ts'

const separators: Record<string, string> = {
  tab: '\t',
  comma: ',',
  semicolon: ';',
  colon: ':',
  pipe: '|',
  space: ' '
}

/** The lines at the beginning that say what the columns are. */
const header = /^\ufeff?(?:#[a-z ]+:[^\n]*(?:\r?\n|$))+/

/** Notes of a text that Anki exported as “Notes in Plain Text”, all without their note types but for their names. */
export function readAnkiText(path: string, text: string): DeckNote[] {
  const [lines = ''] = header.exec(text) ?? []
  const said = new Map(
    Array.from(lines.matchAll(/^\ufeff?#([a-z ]+):([^\r\n]*)/gm), ([, key = '', value = '']) => [
      key,
      value.trim()
    ])
  )
  const separator = said.get('separator') ?? 'tab'
  const delimiter = separators[separator.toLowerCase()] ?? separator
  const table = text.slice(lines.length)
  const { data, errors } = Papa.parse<string[]>(table, { delimiter, skipEmptyLines: true })
  refuseOpenQuotes(path, table, errors, lines.split('\n').length - 1)
  const column = (name: string) => Number(said.get(`${name} column`) ?? 0) - 1
  const at = {
    guid: column('guid'),
    type: column('notetype'),
    deck: column('deck'),
    tags: column('tags')
  }
  const special = new Set(Object.values(at))
  const isHtml = said.get('html') === 'true'
  const types = new Map<string, DeckType>()
  const notes = data.map((row): DeckNote => {
    const fields = row.filter((_, number) => !special.has(number))
    const isCloze = /\{\{c\d+::/.test(fields[0] ?? '')
    const name = row[at.type] ?? said.get('notetype') ?? (isCloze ? 'Cloze' : 'Basic')
    const key = `text:${name}${isCloze ? ':cloze' : ''}`
    const known = types.get(key)
    const type: DeckType =
      known && known.fields.length >= fields.length
        ? known
        : {
            key,
            name,
            kind: isCloze ? 'cloze' : 'basic',
            fields: fields.map((_, at) => `field ${String(at + 1)}`)
          }
    types.set(key, type)
    return {
      guid: row[at.guid] ?? '',
      type,
      mod: 0,
      tags: (row[at.tags] ?? said.get('tags') ?? '').split(/\s+/).filter((tag) => tag !== ''),
      fields: isHtml ? fields : fields.map(asHtml),
      deck: row[at.deck] ?? said.get('deck') ?? '',
      cards: [0]
    }
  })
  if (notes.length === 0) {
    throw new ImportRefusal(
      say('{path} holds no notes. Export them again in Anki, under File → Export.', { path })
    )
  }
  return notes
}

function asHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replace(/\r?\n/g, '<br>')
}
