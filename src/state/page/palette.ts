import fuzzysort, { type Result } from 'fuzzysort'
import type { Chapter } from '../../document/model.ts'
import type { App } from '../app.svelte.ts'
import { commandGroups } from '../commands/command.ts'

/** A row of the palette: something to run or a place to go to. */
export interface Entry {
  id: string
  label: string
  /** Where it is, in quiet letters behind the label. */
  detail: string
  words: string
  keys: string | undefined
  run: () => unknown
}

/** A piece of a label, and whether it is what was looked for. */
export interface LabelPiece {
  text: string
  hit: boolean
}

export interface Found {
  entry: Entry
  pieces: LabelPiece[]
}

export interface FoundGroup {
  title: string
  found: Found[]
}

const mostInGroup = 7
const mostLetters = 120

/** What the palette can find at this moment: commands, files, chapters and cards. */
export class Palette {
  readonly #app: App
  readonly #groups: { title: string; entries: () => Entry[]; snapshot?: Snapshot }[]

  constructor(app: App) {
    this.#app = app
    this.#groups = [
      { title: 'Commands', entries: () => commandEntries(app) },
      { title: 'Files', entries: () => fileEntries(app) },
      { title: 'Chapters', entries: () => chapterEntries(app) },
      { title: 'Cards', entries: () => cardEntries(app) }
    ]
  }

  /** What fits, the best group first; without a query what was used last, then all commands. */
  find(query: string): FoundGroup[] {
    if (!query.trim()) return this.#start()
    const groups = this.#groups.map((group) => {
      group.snapshot ??= snapshotOf(group.entries())
      const results = fuzzysort.go(query, group.snapshot, { limit: mostInGroup })
      const found = results.map((result): Found => {
        const [label] = result
        const isHit = label !== undefined && label.score > 0
        return { entry: result.obj, pieces: isHit ? piecesOf(label) : plain(result.obj) }
      })
      return { title: group.title, found, best: results[0]?.score ?? 0 }
    })
    return groups
      .filter(({ found }) => found.length > 0)
      .sort((one, other) => other.best - one.best)
  }

  #start(): FoundGroup[] {
    const { recent, possible } = this.#app.commands
    const known = new Map(
      [...commandEntries(this.#app), ...fileEntries(this.#app)].map((entry) => [entry.id, entry])
    )
    const last = recent.flatMap((id) => known.get(id) ?? [])
    const groups = commandGroups.map((title) => ({
      title,
      entries: possible.flatMap(({ id, group }) => {
        const entry = known.get(id)
        return group === title && entry && !last.includes(entry) ? [entry] : []
      })
    }))
    return [{ title: 'Used last', entries: last }, ...groups]
      .filter(({ entries }) => entries.length > 0)
      .map(({ title, entries }) => ({
        title,
        found: entries.map((entry) => ({ entry, pieces: plain(entry) }))
      }))
  }
}

type Snapshot = ReturnType<typeof snapshotOf>

function snapshotOf(entries: Entry[]) {
  return fuzzysort.snapshot(entries, { keys: ['label', 'detail', 'words'] })
}

function piecesOf(label: Result): LabelPiece[] {
  return label
    .highlight((text) => ({ text, hit: true }))
    .map((piece) => (typeof piece === 'string' ? { text: piece, hit: false } : piece))
}

function plain({ label }: Entry): LabelPiece[] {
  return [{ text: label, hit: false }]
}

function commandEntries({ commands }: App): Entry[] {
  return commands.possible
    .filter(({ id }) => id !== 'palette')
    .map(({ id, label, words = '', keys, group, run }) => ({
      id,
      label,
      words: `${group} ${words}`,
      keys,
      detail: '',
      run
    }))
}

function fileEntries(app: App): Entry[] {
  return app.project.paths.map((path) => {
    const cut = path.lastIndexOf('/')
    return {
      id: `file:${path}`,
      label: path.slice(cut + 1),
      detail: cut > 0 ? path.slice(0, cut) : '',
      words: '',
      keys: undefined,
      run: () => app.openFile(path)
    }
  })
}

function chapterEntries(app: App): Entry[] {
  return app.reading.compilation.files.flatMap(({ path, tree }) => {
    const entries: Entry[] = []
    const add = ({ id, title, startLine, children }: Chapter): void => {
      entries.push({
        id: `chapter:${path}#${id}`,
        label: title.slice(0, mostLetters),
        detail: `${id} · ${path}`,
        words: '',
        keys: undefined,
        run: () => app.goTo(path, startLine)
      })
      children.forEach(add)
    }
    tree.forEach(add)
    return entries
  })
}

function cardEntries(app: App): Entry[] {
  return app.reading.compilation.cards.map(({ path, line, endLine, question }) => ({
    id: `card:${path}:${line}`,
    label: question.replace(/\s+/g, ' ').trim().slice(0, mostLetters),
    detail: `${path}:${line}`,
    words: '',
    keys: undefined,
    run: () => app.goTo(path, line, endLine)
  }))
}
