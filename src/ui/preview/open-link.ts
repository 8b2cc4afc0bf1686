import { lineOfPart } from '../../laegna.ts'
import type { App } from '../../state/app.svelte.ts'
import { bringIntoView } from './bring-into-view.ts'
import { findHeading, resolveLink } from './links.ts'

/**
 * Follows a link of the preview that stays inside the page: a file of the project opens, at the heading or
 * block that is named where it is there; a place of the document is scrolled to.
 */
export function openLink(href: string, from: string, pane: Element, app: App): void {
  const target = resolveLink(href, from, app.project.paths)
  if (target.kind === 'here') {
    const place = pane.querySelector(`#${CSS.escape(target.id)}`) ?? findHeading(target.id, pane)
    if (place) bringIntoView(place)
  }
  if (target.kind !== 'file') return
  const { path, part } = target
  const tree = app.reading.compilation.files.find((file) => file.path === path)?.tree ?? []
  const line = part === '' ? undefined : lineOfPart(tree, app.project.text(path), part)
  if (line === undefined) app.openFile(path)
  else app.goTo(path, line)
}
