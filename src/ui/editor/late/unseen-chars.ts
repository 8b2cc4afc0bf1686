import { RangeSetBuilder, type Extension } from '@codemirror/state'
import {
  Decoration,
  ViewPlugin,
  WidgetType,
  type DecorationSet,
  type EditorView,
  type ViewUpdate
} from '@codemirror/view'
import { turnAt } from '../../../laegna.ts'
import { plural } from '../../../language/plural.ts'

/** What is not seen or turns the order of others, joiners with nothing to join, and more marks than a letter bears. */
const unseen =
  /(?:(?![\t\n])[\p{Cc}\p{Cs}\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc])+|[\u200c\u200d]{2,}|\p{Mn}{32,}/gu
/** What turns the order of letters, or is in no font: a browser takes long to lay out a line of many. */
const costly = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u
/** So many are drawn at a time. Each is an element: tens of thousands would stop the page. */
const most = 500
/** A line of more turns from one script to another, a thousand names and their translations, ends in a sign. */
const mostTurns = 1000

/** Stands for characters that are not drawn: few letters, and what they stand for in words. */
class Sign extends WidgetType {
  readonly text: string
  readonly said: string

  constructor(text: string, said: string) {
    super()
    this.text = text
    this.said = said
  }

  override eq(other: Sign): boolean {
    return other.text === this.text && other.said === this.said
  }

  override toDOM(): HTMLElement {
    const element = document.createElement('span')
    element.className = 'cm-specialChar'
    element.textContent = this.text
    element.title = this.said
    element.setAttribute('aria-label', this.said)
    return element
  }
}

function signOfRun(run: string): Sign {
  const code = run.codePointAt(0) ?? 0
  const count = Array.from(run).length
  const sign = code < 32 ? String.fromCodePoint(0x2400 + code) : '•'
  const first = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
  const said = plural(
    count,
    ['{count} hidden character: {first}', '{count} hidden characters, the first is {first}'],
    { first }
  )
  return new Sign(count > 1 ? `${sign}×${String(count)}` : sign, said)
}

/** Stands for the rest of a line, whose letters could well be seen. */
function signOfRest(rest: string): Sign {
  const count = Array.from(rest).length
  const said = plural(count, [
    'The last character of this line is not drawn: it would take too long.',
    'The last {count} characters of this line are not drawn: it would take too long.'
  ])
  return new Sign(`…×${String(count)}`, said)
}

/** Shows characters that nobody would see, a run of them as one sign. */
export const unseenChars: Extension = ViewPlugin.fromClass(
  class {
    signs: DecorationSet

    constructor(view: EditorView) {
      this.signs = signsIn(view)
    }

    update({ docChanged, viewportChanged, view }: ViewUpdate) {
      if (docChanged || viewportChanged) this.signs = signsIn(view)
    }
  },
  { decorations: ({ signs }) => signs }
)

function signsIn({ visibleRanges, state: { doc } }: EditorView): DecorationSet {
  const signs = new RangeSetBuilder<Decoration>()
  let count = 0
  const add = (from: number, { length }: string, widget: Sign) => {
    signs.add(from, from + length, Decoration.replace({ widget }))
  }
  for (const { from, to } of visibleRanges) {
    let start = from
    for (const line of doc.sliceString(from, to).split('\n')) {
      let end = endOfDrawn(line)
      for (const { index, 0: run } of line.matchAll(unseen)) {
        if (index >= end) break
        if (count++ < most) add(start + index, run, signOfRun(run))
        else if (costly.test(run)) end = index
      }
      if (end < line.length) {
        const rest = line.slice(end)
        add(start + end, rest, signOfRest(rest))
      }
      start += line.length + 1
    }
  }
  return signs.finish()
}

/** Where a line begins to cost too much, or its end. */
function endOfDrawn(line: string): number {
  const end = turnAt(
    line.replace(unseen, ({ length }) => ' '.repeat(length)),
    mostTurns
  )
  return end < 0 ? line.length : end
}
