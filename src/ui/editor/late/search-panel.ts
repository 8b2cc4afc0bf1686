import {
  closeSearchPanel,
  findNext,
  findPrevious,
  getSearchQuery,
  replaceAll,
  replaceNext,
  SearchQuery,
  setSearchQuery
} from '@codemirror/search'
import { runScopeHandlers, type EditorView, type Panel, type ViewUpdate } from '@codemirror/view'

/** More matches than this are only said to be many. */
const mostCounted = 999

const choices = ['caseSensitive', 'wholeWord', 'regexp'] as const

/** Find and replace in this file, as a bar above the text. */
export class SearchPanel implements Panel {
  readonly dom = document.createElement('div')
  readonly top = true
  readonly #view: EditorView
  readonly #find: HTMLInputElement
  readonly #replace: HTMLInputElement
  readonly #switches: Record<(typeof choices)[number], HTMLButtonElement>
  readonly #count = document.createElement('output')

  constructor(view: EditorView) {
    this.#view = view
    const query = getSearchQuery(view.state)
    this.#find = this.#field('Find', query.search)
    this.#find.setAttribute('main-field', 'true')
    this.#replace = this.#field('Replace by', query.replace)
    this.#switches = {
      caseSensitive: this.#switch('Aa', 'Match case', query.caseSensitive),
      wholeWord: this.#switch('ab|', 'Whole words', query.wholeWord),
      regexp: this.#switch('.*', 'Regular expression', query.regexp)
    }

    this.dom.className = 'cm-find'
    this.dom.setAttribute('role', 'search')
    this.dom.setAttribute('aria-label', 'Find and replace in this file')
    this.dom.addEventListener('keydown', (event) => this.#hear(event))
    this.dom.append(
      around(
        'cm-find-row',
        around('cm-find-field', this.#find, this.#count),
        this.#switches.caseSensitive,
        this.#switches.wholeWord,
        this.#switches.regexp,
        this.#button('↑', 'Match before', () => findPrevious(view)),
        this.#button('↓', 'Next match', () => findNext(view)),
        this.#button('×', 'Close', () => closeSearchPanel(view))
      ),
      around(
        'cm-find-row',
        this.#replace,
        this.#button('Replace', '', () => replaceNext(view)),
        this.#button('Replace all', '', () => replaceAll(view))
      )
    )
    this.#tell()
  }

  mount(): void {
    this.#find.select()
  }

  update({ docChanged, selectionSet, transactions }: ViewUpdate): void {
    const effects = transactions.flatMap(({ effects }) => effects)
    for (const effect of effects) if (effect.is(setSearchQuery)) this.#show(effect.value)
    if (docChanged || selectionSet || effects.length > 0) this.#tell()
  }

  /** Takes a query that came from elsewhere, such as what is selected. */
  #show(query: SearchQuery): void {
    if (query.search !== this.#find.value) this.#find.value = query.search
    if (query.replace !== this.#replace.value) this.#replace.value = query.replace
    for (const choice of choices) {
      this.#switches[choice].setAttribute('aria-pressed', String(query[choice]))
    }
  }

  #search(): void {
    const isOn = (button: HTMLButtonElement) => button.getAttribute('aria-pressed') === 'true'
    const query = new SearchQuery({
      search: this.#find.value,
      replace: this.#replace.value,
      caseSensitive: isOn(this.#switches.caseSensitive),
      wholeWord: isOn(this.#switches.wholeWord),
      regexp: isOn(this.#switches.regexp),
      literal: !isOn(this.#switches.regexp)
    })
    if (!query.eq(getSearchQuery(this.#view.state))) {
      this.#view.dispatch({ effects: setSearchQuery.of(query) })
    }
  }

  #hear(event: KeyboardEvent): void {
    if (event.isComposing) return
    if (runScopeHandlers(this.#view, event, 'search-panel')) event.preventDefault()
    else if (event.key === 'Enter' && event.target === this.#find) {
      event.preventDefault()
      if (event.shiftKey) findPrevious(this.#view)
      else findNext(this.#view)
    } else if (event.key === 'Enter' && event.target === this.#replace) {
      event.preventDefault()
      replaceNext(this.#view)
    }
  }

  /** Says how many matches there are, and which one is selected. */
  #tell(): void {
    const { state } = this.#view
    const query = getSearchQuery(state)
    if (query.search === '') this.#count.textContent = ''
    else if (!query.valid) this.#count.textContent = 'Not a valid expression'
    else {
      const { from, to } = state.selection.main
      let total = 0
      let at = 0
      const matches = query.getCursor(state)
      for (let next = matches.next(); !next.done; next = matches.next()) {
        total++
        if (next.value.from === from && next.value.to === to) at = total
        if (total > mostCounted) break
      }
      const all = total > mostCounted ? `over ${mostCounted}` : String(total)
      this.#count.textContent =
        total === 0 ? 'No match' : at > 0 ? `${at} of ${all}` : `${all} found`
    }
  }

  #field(name: string, value: string): HTMLInputElement {
    const field = document.createElement('input')
    field.type = 'text'
    field.value = value
    field.placeholder = name
    field.setAttribute('aria-label', name)
    field.spellcheck = false
    field.autocapitalize = 'off'
    field.addEventListener('input', () => this.#search())
    return field
  }

  #switch(sign: string, name: string, isOn: boolean): HTMLButtonElement {
    const button = this.#button(sign, name, () => {
      button.setAttribute('aria-pressed', String(button.getAttribute('aria-pressed') !== 'true'))
      this.#search()
    })
    button.setAttribute('aria-pressed', String(isOn))
    return button
  }

  #button(sign: string, name: string, press: () => unknown): HTMLButtonElement {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = sign
    if (name !== '') {
      button.title = name
      button.setAttribute('aria-label', name)
    }
    button.addEventListener('click', press)
    return button
  }
}

function around(name: string, ...parts: HTMLElement[]): HTMLElement {
  const box = document.createElement('div')
  box.className = name
  box.append(...parts)
  return box
}
