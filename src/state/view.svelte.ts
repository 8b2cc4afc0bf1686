import * as v from 'valibot'
import type { Fix } from '../document/model.ts'
import { keep, kept } from '../storage/small-store.ts'

/** Lists beside the document. */
export const lists = ['cards', 'blocks', 'chapters', 'problems'] as const
export type ListName = (typeof lists)[number]

export type Theme = 'system' | 'light' | 'dark'

/** What a narrow screen shows, one at a time. */
export type Pane = 'write' | 'read' | 'lists'

/** What lies over the desk, if anything. */
export type Sheet = 'export' | 'settings' | 'projects' | 'help'

/** A pane that can show a place of a file. */
type PlacePane = 'editor' | 'preview'

/** A place in a file to go to. */
export interface Place {
  path: string
  /** Lines count from 1. */
  line: number
  endLine: number
  /** A mend to make there first. */
  fix: Fix | undefined
  /** Panes that have not gone there yet. */
  awaited: Set<PlacePane>
}

const themeKey = 'laegna.theme'
const listKey = 'laegna.list'

/** What the page shows and how; remembered in this browser where it is a choice. */
export class View {
  theme = $state<Theme>(kept(themeKey, v.picklist(['light', 'dark'])) ?? 'system')
  list = $state<ListName>(kept(listKey, v.picklist(lists)) ?? 'cards')
  pane = $state<Pane>('write')
  sheet = $state<Sheet>()
  /** On screens without room for it, the column of files slides in. */
  drawer = $state(false)
  page = $state<'desk' | 'training'>('desk')
  place = $state.raw<Place>()

  /** Light, dark, as the system says, and round again. */
  nextTheme(): void {
    this.theme = this.theme === 'system' ? 'light' : this.theme === 'light' ? 'dark' : 'system'
    keep(themeKey, this.theme)
    const root = document.documentElement
    if (this.theme === 'system') delete root.dataset['theme']
    else root.dataset['theme'] = this.theme
  }

  /** Brings a pane forward on a narrow screen. */
  show(pane: Pane): void {
    this.pane = pane
    this.drawer = false
  }

  showList(list: ListName): void {
    this.list = list
    this.show('lists')
    keep(listKey, list)
  }

  /** Asks editor and preview to show a place; on a narrow screen the editor comes forward. */
  goTo(path: string, line: number, endLine = line, fix?: Fix): void {
    this.place = { path, line, endLine, fix, awaited: new Set(['editor', 'preview']) }
    this.show(this.pane === 'lists' ? 'write' : this.pane)
  }

  /** The place that a pane is to go to in this file: once, so that a later visit does not jump. */
  takePlace(pane: PlacePane, path: string | undefined): Place | undefined {
    const { place } = this
    return place && place.path === path && place.awaited.delete(pane) ? place : undefined
  }

  /** Follows the address, so that the browser's back button works. */
  followAddress(): void {
    this.page = location.hash === '#training' ? 'training' : 'desk'
    if (this.page === 'training') this.sheet = undefined
  }
}
