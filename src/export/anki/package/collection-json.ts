import { fieldNames, noteTypeMod, type NoteType } from '../deck/note-type.ts'
import type { ForeignType } from '../ledger/foreign-note.ts'
import type { PackageDeck } from './package-decks.ts'

/** A note type of a package: ours, or one that notes came with. */
export type PackageModel = NoteType | ForeignType

/** Note types as the column `models` of a collection has them. */
export function modelsJson(types: PackageModel[]): string {
  const models = types.map((type) => ('key' in type ? foreignModel(type) : modelOf(type)))
  return JSON.stringify(Object.fromEntries(models.map((model) => [model.id, model])))
}

/** Never newer than what somebody has: their templates and css are theirs. */
function foreignModel({ model, name }: ForeignType) {
  return { ...model, id: model?.id ?? 0, name, mod: 0, usn: -1 }
}

function modelOf({ id, name, isCloze, fieldIds, templates, css }: NoteType) {
  return {
    id,
    name,
    type: isCloze ? 1 : 0,
    mod: noteTypeMod,
    usn: -1,
    sortf: 0,
    did: null,
    tmpls: templates.map(({ id, name, front, back }, ord) => ({
      id,
      name,
      ord,
      qfmt: front,
      afmt: back,
      bqfmt: '',
      bafmt: '',
      did: null,
      bfont: '',
      bsize: 0
    })),
    flds: fieldNames.map((name, ord) => ({
      id: fieldIds[ord],
      name,
      ord,
      sticky: false,
      rtl: false,
      font: 'Arial',
      size: 20,
      description: '',
      plainText: false,
      collapsed: false,
      excludeFromSearch: false
    })),
    css,
    latexPre:
      '\\documentclass[12pt]{article}\n\\special{papersize=3in,5in}\n\\usepackage[utf8]{inputenc}\n\\usepackage{amssymb,amsmath}\n\\pagestyle{empty}\n\\setlength{\\parindent}{0in}\n\\begin{document}\n',
    latexPost: '\\end{document}',
    latexsvg: false,
    // Which fields make a card of a template: the one that it asks with.
    req: templates.map(({ front }, ord) => [
      ord,
      'any',
      [fieldNames.indexOf(front.includes('Question}}') ? 'Question' : 'Answer')]
    ]),
    tags: [],
    vers: []
  }
}

/** Decks as the column `decks` has them; Anki wants its own first deck among them. */
export function decksJson(decks: PackageDeck[]): string {
  const all = [{ id: 1, name: 'Default', description: '' }, ...decks]
  return JSON.stringify(Object.fromEntries(all.map((deck) => [deck.id, deckOf(deck)])))
}

function deckOf({ id, name, description }: PackageDeck): object {
  return {
    id,
    mod: noteTypeMod,
    name,
    usn: -1,
    lrnToday: [0, 0],
    revToday: [0, 0],
    newToday: [0, 0],
    timeToday: [0, 0],
    collapsed: false,
    browserCollapsed: false,
    desc: description,
    md: true,
    dyn: 0,
    conf: 1,
    extendNew: 0,
    extendRev: 0
  }
}
