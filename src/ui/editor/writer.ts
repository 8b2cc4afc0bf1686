import {
  EditorSelection,
  EditorState,
  Compartment,
  type Extension,
  type StateEffect
} from '@codemirror/state'
import { EditorView, gutter, type ViewUpdate } from '@codemirror/view'
import type { TextEdit } from '../../laegna.ts'
import { TypedText, type TextBefore } from '../../state/project/typed-text.ts'
import type { PageFix, PageProblem } from '../../worker/reader/page-problem.ts'
import { breathe } from '../in-turn.ts'
import { baseExtensions } from './base-extensions.ts'
import { standGaps } from './stand-gaps.ts'
import type { late } from './late/late.ts'
import type { ReaderKind } from './late/toggle-reader.ts'
import type { PairKind } from './late/wrap-as.ts'
import { lightUp } from './flash.ts'
import { showProblems } from './problem-marks.ts'
import { scrollToLine, tellScrolling } from './scrolling.ts'
import { isFromElsewhere, Sessions } from './sessions.ts'
import type { soon } from './soon.ts'
import { readersBetween, showSpans, type TagRanges } from './span-marks.ts'
import { walkProblems } from './walk-problems.ts'
import { writeKeymap } from './write-keys.ts'

const flashLasts = 1200

type Late = typeof late
type Soon = typeof soon

/** Holds the place of the marks that fold chapters, so that the text does not move when they come. */
const foldSpace = gutter({ class: 'cm-foldGutter' })

/** What the rest of the page hears of the editor. */
export interface WriterEvents {
  /** A file has another text, which is put together only when it is asked for. */
  typed: (path: string, text: TypedText) => void
  /** The line that now stands at the top, as `ScrollPlace` counts it. */
  scrolled: (line: number, showsEnd: boolean) => void
  /** The cursor has moved, or the text under it. */
  moved: () => void
  /** The key of a command was pressed. */
  pressed: (id: string) => void
}

/** The text editor: one view, and for each file its own text, cursor and undo. */
export class Writer {
  /** Whether nothing can be typed. */
  locked = false
  readonly #view: EditorView
  readonly #events: WriterEvents
  readonly #extensions: Extension
  readonly #sessions = new Sessions()
  readonly #soon = new Compartment()
  readonly #late = new Compartment()
  #noteSyntax = true
  #basics: Extension = foldSpace
  #more: Extension = []
  #extensionsFor: Late['extensions'] = () => []
  #added: Extension = []
  #chapterAt: Soon['chapterAt'] | undefined
  #path: string | undefined
  /** The text that was taken last, and what the editor made of it. */
  #taken: TextBefore | undefined
  #isLate = false
  #show = (): void => undefined
  readonly #shown = new Promise<void>((resolve) => (this.#show = resolve))
  #flashTimer: ReturnType<typeof setTimeout> | undefined
  #loading: Promise<Late> | undefined

  /** `root` is a shadow root: there CodeMirror's styles need no inline `<style>`. */
  constructor(root: ShadowRoot, events: WriterEvents) {
    this.#events = events
    this.#extensions = [
      writeKeymap(events.pressed),
      baseExtensions,
      tellScrolling(events.scrolled),
      // What was typed into a page that may not store it any more would be lost.
      EditorState.changeFilter.of((change) => !this.locked || isFromElsewhere(change)),
      EditorView.updateListener.of((update) => this.#hear(update))
    ]
    // Nothing is in sight before a file is: all that makes an editor of it comes with the first.
    this.#view = new EditorView({ root, parent: root })
    // A page that gives the editor the focus, or a press beside the text, gives it to what scrolls.
    this.#view.scrollDOM.addEventListener('focus', () => this.focus())
    void this.#loadBasics()
  }

  /** Loads what is not needed for the first key, once. */
  load(): Promise<Late> {
    this.#loading ??= import('./late/late.ts').then(async ({ late }) => {
      this.#isLate = true
      this.#sessions.diff = late.diffArrays
      this.#extensionsFor = late.extensions
      await this.#renew()
      return late
    })
    return this.#loading
  }

  /** Lets the editor do more, once what else is loaded late is there. */
  async extend(more: Extension): Promise<void> {
    this.#added = [this.#added, more]
    // What is loaded now takes it along.
    await (this.#isLate ? this.#renew() : this.load())
  }

  /** Takes whether what programs for notes add is read (N2). */
  readNotes(noteSyntax: boolean): void {
    if (noteSyntax === this.#noteSyntax) return
    this.#noteSyntax = noteSyntax
    void this.#renew()
  }

  /** Shows a file; one that was open before comes back with its cursor and undo. */
  open(path: string, text: string): void {
    if (path === this.#path) {
      this.refresh(text)
      return
    }
    this.#keep()
    this.#path = undefined
    this.#view.setState(this.#sessions.take(path, text) ?? this.#begin(text))
    standGaps(this.#view)
    this.#path = path
    this.#taken = { as: this.#view.state.doc, text }
    this.#show()
    this.#events.moved()
  }

  /** Takes the text that the open file has got elsewhere; it can be undone like typing. */
  refresh(text: string): void {
    const change = this.#sessions.change(this.#view.state, text)
    if (change) this.#view.dispatch(change)
    this.#taken = { as: this.#view.state.doc, text }
  }

  /** Files have come, gone or moved. */
  follow(paths: string[], text: (path: string) => string): void {
    const known = new Set(paths)
    this.#keep()
    this.#sessions.follow(known, text)
    if (this.#path !== undefined && !known.has(this.#path)) this.#path = undefined
  }

  /** Forgets all files: another project was opened. */
  forget(): void {
    this.#sessions.clear()
    this.#path = undefined
  }

  /** Marks the problems and tags of the open file. */
  mark(problems: PageProblem[], ranges: TagRanges): void {
    this.#view.dispatch({ effects: [showProblems(problems), showSpans(ranges)] })
  }

  /** Puts the cursor on a line, in the middle of the view, and lights up to `endLine`. */
  goTo(line: number, endLine: number): void {
    const { doc } = this.#view.state
    const first = Math.min(Math.max(line, 1), doc.lines)
    const last = Math.min(Math.max(endLine, first), doc.lines)
    const { from } = doc.line(first)
    this.#view.dispatch({
      selection: EditorSelection.cursor(from),
      effects: [EditorView.scrollIntoView(from, { y: 'center' }), lightUp({ first, last })]
    })
    clearTimeout(this.#flashTimer)
    this.#flashTimer = setTimeout(() => {
      this.#view.dispatch({ effects: lightUp(null) })
    }, flashLasts)
  }

  /** Selects a stretch of the text and brings it into view. */
  select(from: number, to: number): void {
    const { length } = this.#view.state.doc
    const selection = EditorSelection.single(Math.min(from, length), Math.min(to, length))
    const effects = EditorView.scrollIntoView(selection.main, { y: 'center' })
    this.#view.dispatch({ selection, effects })
  }

  /** Mends a problem in the open file; undo takes it back. */
  apply({ start, end, text }: PageFix): void {
    this.#view.dispatch({ changes: { from: start, to: end, insert: text }, userEvent: 'input' })
  }

  /** Makes what is selected a question, an answer or a topic, or takes the tags away again. */
  async wrapAs(kind: PairKind): Promise<void> {
    const { wrapAs } = await this.load()
    wrapAs(kind)(this.#view)
    this.focus()
  }

  /** Lets a reader take the chapter around the cursor, or no longer. */
  async toggleReader(kind: ReaderKind): Promise<void> {
    const { toggleReader } = await this.load()
    toggleReader(kind)(this.#view)
    this.focus()
  }

  /** Puts a question with its answer in: around what is selected, else on a line of its own. */
  async addCard(): Promise<void> {
    const { insertCard } = await this.load()
    insertCard(this.#view)
    this.focus()
  }

  /** What is selected, if it is a part of one line. */
  get selected(): string {
    const { doc, selection } = this.#view.state
    const text = doc.sliceString(selection.main.from, selection.main.to)
    return text.includes('\n') ? '' : text
  }

  /** The stretch that is selected, over any number of lines: UTF-16 offsets. */
  get selection(): { start: number; end: number } {
    const { from, to } = this.#view.state.selection.main
    return { start: from, end: to }
  }

  /** Opens search and replace in this file. */
  async find(): Promise<void> {
    const { openSearchPanel } = await this.load()
    openSearchPanel(this.#view)
  }

  /** Goes to the next problem (`1`) or the one before (`-1`) in this file; says if there is one. */
  walkProblems(by: 1 | -1, from?: number): boolean {
    if (!walkProblems(this.#view, by, from)) return false
    this.focus()
    void this.load().then(({ tellProblem }) => tellProblem(this.#view))
    return true
  }

  /** Mends the problem at the cursor; says whether it has a fix. */
  async mend(): Promise<boolean> {
    const { mendAtCursor } = await this.load()
    this.focus()
    return mendAtCursor(this.#view)
  }

  /** Which readers take the chapter around the cursor, as last read. */
  get readers(): Set<string> {
    if (!this.#chapterAt) return new Set()
    const { state } = this.#view
    const { from, to } = this.#chapterAt(state, state.selection.main.head)
    return readersBetween(state, from, to)
  }

  /** The line that the cursor stands on, from 1. */
  get line(): number {
    const { doc, selection } = this.#view.state
    return doc.lineAt(selection.main.head).number
  }

  /** Follows the other pane as long as `isWanted`: brings a line to the top; the cursor stays. */
  scrollTo(line: number, isWanted: () => boolean): void {
    scrollToLine(this.#view, line, isWanted)
  }

  focus(): void {
    this.#view.focus()
  }

  destroy(): void {
    clearTimeout(this.#flashTimer)
    this.#view.destroy()
  }

  async #loadBasics(): Promise<void> {
    const { soon } = await import('./soon.ts')
    this.#chapterAt = soon.chapterAt
    for (const [at] of soon.steps.entries()) {
      await this.#wordsFirst()
      const isLast = at === soon.steps.length - 1
      this.#basics = [...soon.steps.slice(0, at + 1), isLast ? [] : foldSpace]
      this.#tell(this.#soon.reconfigure(this.#basics))
    }
    this.#events.moved()
  }

  /** A text is in sight first, as words alone; what makes more of it are tasks of their own. */
  async #wordsFirst(): Promise<void> {
    await this.#shown
    await breathe()
  }

  /** Loads the extensions that can change. */
  async #renew(): Promise<void> {
    await this.#wordsFirst()
    this.#more = [this.#extensionsFor(this.#noteSyntax), this.#added]
    this.#tell(this.#late.reconfigure(this.#more))
  }

  #tell(effect: StateEffect<unknown>): void {
    const effects = [effect]
    this.#view.dispatch({ effects })
    this.#sessions.tell(effects)
  }

  #keep(): void {
    if (this.#path !== undefined) this.#sessions.keep(this.#path, this.#view.state)
  }

  #hear({ docChanged, selectionSet, transactions, startState, state, changes }: ViewUpdate): void {
    if (docChanged && this.#path !== undefined && !transactions.every(isFromElsewhere)) {
      const edits: TextEdit[] = []
      changes.iterChanges((start, end, _from, _to, put) => {
        edits.push({ start, end, insert: put.toString() })
      })
      const text = () => state.doc.toString()
      const before = this.#taken?.as === startState.doc ? this.#taken : { as: startState.doc }
      this.#taken = undefined
      this.#events.typed(this.#path, new TypedText(text, state.doc, edits, before))
    }
    if (docChanged || selectionSet) this.#events.moved()
  }

  #begin(text: string): EditorState {
    return EditorState.create({
      doc: text,
      extensions: [this.#late.of(this.#more), this.#extensions, this.#soon.of(this.#basics)]
    })
  }
}
