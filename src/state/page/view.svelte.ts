import { tick } from 'svelte'
import { MediaQuery } from 'svelte/reactivity'
import * as v from 'valibot'
import type { TextRange } from '../../document/model.ts'
import type { PageFix } from '../../worker/reader/page-problem.ts'
import { drop, keep, kept } from '../../storage/small-store.ts'
import { Layout } from './layout.svelte.ts'

/** Lists beside the document. */
export const lists = ['cards', 'blocks', 'chapters', 'problems'] as const
export type ListName = (typeof lists)[number]

export type Theme = 'system' | 'light' | 'dark'

/** What a narrow screen shows, one at a time. */
export type Pane = 'write' | 'read' | 'lists'

/** What lies over the desk, if anything. */
export type Sheet =
  | 'begin'
  | 'export'
  | 'settings'
  | 'language'
  | 'projects'
  | 'help'
  | 'merge'
  | 'history'
  | 'restore'
  | 'cards'
  | 'earlier'
  | 'media'
  | 'importConflict'
  | 'bring'
  | 'found'

/** Pages of the help panel. */
export type HelpPage = 'guide' | 'shortcuts' | 'about'

/** A pane that can show a place of a file. */
type PlacePane = 'editor' | 'preview'

/** A place in a file to go to. */
export interface Place {
  path: string
  /** Lines count from 1. */
  line: number
  endLine: number
  /** A mend to make there first. */
  fix: PageFix | undefined
  /** What to select there, where it is more than a line. */
  select?: TextRange
  /** Panes that have not gone there yet. */
  awaited: Set<PlacePane>
}

const themeKey = 'laegna.theme'
const tourKey = 'laegna.tour'
const listKey = 'laegna.list'

/** What the page shows and how; remembered in this browser where it is a choice. */
export class View {
  theme = $state<Theme>(kept(themeKey, v.picklist(['light', 'dark'])) ?? 'system')
  readonly #dark = new MediaQuery('prefers-color-scheme: dark')
  readonly isNight = $derived(this.theme === 'system' ? this.#dark.current : this.theme === 'dark')
  list = $state<ListName>(kept(listKey, v.picklist(lists)) ?? 'cards')
  pane = $state<Pane>('write')
  sheet = $state<Sheet>()
  help = $state<HelpPage>('guide')
  /** What a person begins with, in the sheet that says how. */
  job = $state<'cards' | 'dataset'>('cards')
  /** Whether the next files are brought for the cards in them. */
  awaitsCards = false
  /** Whether finding in all files takes the place of the lists. */
  finding = $state(false)
  /** Search and commands, over everything else. */
  palette = $state(false)
  /** The step of the tour that is shown, from 0. */
  tour = $state<number>()
  /** Whether the tour was seen or skipped. */
  toured = $state(kept(tourKey, v.literal('seen')) !== undefined)
  /** The file whose path is being changed, or the project whose name is. */
  renaming = $state.raw<{ path: string } | 'project'>()
  /** On screens without room for it, the column of files slides in. */
  drawer = $state(false)
  page = $state<'desk' | 'training'>('desk')
  /** Whether the table of models lies over the page of training. */
  comparing = $state(false)
  place = $state.raw<Place>()
  /** Until when the address must not be changed. */
  leaving: Promise<void> | undefined
  /** The line of the open file that the cursor stands on, from 1. */
  cursorLine = $state(1)
  readonly layout = new Layout()
  /** Whether all panes have room beside each other; see desk.css. */
  readonly #wide = new MediaQuery('min-width: 1180px')
  readonly #narrow = new MediaQuery('max-width: 767px')

  /** Light, dark, as the system says, and round again. */
  nextTheme(): void {
    this.setTheme(this.theme === 'system' ? 'light' : this.theme === 'light' ? 'dark' : 'system')
  }

  setTheme(theme: Theme): void {
    this.theme = theme
    const root = document.documentElement
    if (theme === 'system') {
      drop(themeKey)
      delete root.dataset['theme']
    } else {
      keep(themeKey, theme)
      root.dataset['theme'] = theme
    }
  }

  /** Brings a pane forward on a narrow screen. */
  show(pane: Pane): void {
    this.pane = pane
    this.drawer = false
  }

  /** Brings the text forward, also where the preview stands alone. */
  async showText(): Promise<void> {
    await this.toDesk()
    this.show('write')
    if (this.layout.middle === 'read') this.layout.showMiddle('both')
    await tick()
  }

  /** Whether there is room for one pane only. */
  get isNarrow(): boolean {
    return this.#narrow.current
  }

  /** Whether files and outline are in sight, as a column or as what slides in. */
  get side(): boolean {
    return this.#wide.current ? this.layout.side : this.drawer
  }

  showSide(shown: boolean): void {
    if (this.#wide.current) this.layout.showSide(shown)
    else this.drawer = shown
  }

  showList(list: ListName): void {
    void this.toDesk()
    this.list = list
    this.finding = false
    this.show('lists')
    this.layout.showLists(true)
    keep(listKey, list)
  }

  /** Shows finding in all files where the lists are. */
  showFinding(): void {
    void this.toDesk()
    this.finding = true
    this.layout.showLists(true)
    this.show('lists')
  }

  /** Asks editor and preview to show a place; on a narrow screen the editor comes forward. */
  goTo(
    path: string,
    line: number,
    endLine = line,
    fix?: PageFix,
    panes: PlacePane[] = ['editor', 'preview']
  ): void {
    this.place = { path, line, endLine, fix, awaited: new Set(panes) }
    this.show(this.pane === 'lists' ? 'write' : this.pane)
  }

  /** Asks the editor to select a stretch of a file, and the preview to show its line. */
  select(path: string, line: number, select: TextRange): void {
    this.goTo(path, line)
    if (this.place) this.place = { ...this.place, select }
  }

  /** The place that a pane is to go to in this file: once, so that a later visit does not jump. */
  takePlace(pane: PlacePane, path: string | undefined): Place | undefined {
    const { place } = this
    return place && place.path === path && place.awaited.delete(pane) ? place : undefined
  }

  /** Back from another page. */
  async toDesk(): Promise<void> {
    if (this.page !== 'desk') await this.visit('#desk')
  }

  /** Goes to another page; not before the button Back has done what it was asked for. */
  async visit(hash: string): Promise<void> {
    if (this.leaving) await this.leaving
    location.hash = hash
    this.followAddress()
  }

  /** Shows the page around, step by step. */
  startTour(): void {
    void this.toDesk()
    this.sheet = undefined
    this.tour = 0
  }

  /** Ends the tour, at its end or before; it is not offered by itself again. */
  endTour(): void {
    this.tour = undefined
    this.show('write')
    this.toured = true
    keep(tourKey, 'seen')
  }

  /** Shows how one comes from notes to cards, or from documents to a dataset. */
  begin(job: 'cards' | 'dataset'): void {
    this.job = job
    this.sheet = 'begin'
  }

  openHelp(page: HelpPage): void {
    this.help = page
    this.sheet = 'help'
  }

  /** Follows the address, so that the browser's back button works. */
  followAddress(): void {
    this.page = location.hash === '#training' ? 'training' : 'desk'
    if (this.page === 'training') this.sheet = undefined
    else this.comparing = false
  }
}
