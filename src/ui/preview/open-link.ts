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
  if (target.kind === 'file') void openFile(target.path, target.part, app)
}

/** Opens a file at once, and goes to its part as soon as what stands in the file has been read. */
async function openFile(path: string, part: string, app: App): Promise<void> {
  const { project, reading } = app
  app.openFile(path)
  if (part === '') return
  await reading.settled()
  const tree = reading.compilation.files.find((file) => file.path === path)?.tree ?? []
  const line = lineOfPart(tree, project.text(path), part)
  if (line !== undefined && project.openPath === path) app.goTo(path, line)
}
