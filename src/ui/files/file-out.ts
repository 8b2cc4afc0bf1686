import { figure } from '../../language/figures.ts'
import type { App } from '../../state/app.svelte.ts'
import { linkLimit, linkTo } from '../../state/import/document-link.ts'
import { copyText } from '../copy-text.ts'
import { offerDownload } from '../offer-download.ts'

/** Hands a file out as it is now. */
export function saveFile({ project }: App, path: string): void {
  const blob = new Blob([project.text(path)], { type: 'text/markdown' })
  offerDownload({ name: path.split('/').at(-1) ?? path, blob })
}

/** Copies a link that carries the whole text of a file, or says why none can. */
export async function copyLink(app: App, path: string): Promise<void> {
  const { project, notices } = app
  const link = await linkTo(location.href, { path, text: project.text(path) })
  if (link.length > linkLimit) {
    notices.warn(
      `${path} is too long for a link: it would take ${figure(link.length)} characters, and mail and chat keep ${figure(linkLimit)}. Send the file instead.`,
      [],
      [{ label: 'Save the file', run: () => saveFile(app, path) }]
    )
  } else if (await copyText(link)) {
    notices.tell(
      `The link is copied. It holds all of ${path}, so whoever gets it can read it; no server does.`
    )
  } else {
    notices.warn('The browser did not let the link be copied.', [link])
  }
}
