import type { App } from '../../state/app.svelte.ts'
import { downloadsOf } from '../../state/export/downloads.svelte.ts'
import { packageId } from '../../state/export/export-questions.svelte.ts'
import { isOpen, markOf } from '../../state/project/project-mark.ts'
import { worded } from '../../state/page/worded.ts'
import { offerDownload } from '../offer-download.ts'
import { sharing } from './share-files.ts'

/**
 * Downloads the deck as the panel would, with the options chosen there, and says what to do with it. Where there is more
 * to say or to decide, the panel says it.
 */
export async function downloadDeck(app: App): Promise<void> {
  const { exporting, notices, view } = app
  await exporting.load()
  const exporter = exporting.exporters.find(({ id }) => id === packageId)
  if (!exporter) return
  const openPanel = (): void => {
    exporting.place.select(exporter)
    view.sheet = 'export'
  }
  await exporting.checkLedger()
  if (exporting.run || (exporting.ledgerTrouble !== undefined && !exporting.goesOnWithout)) {
    openPanel()
    return
  }
  const asked = markOf(app.project)
  const downloads = downloadsOf(app)
  const watch = notices.watch(worded(exporter.writing))
  watch.signal.addEventListener('abort', () => exporting.cancel())
  await downloads.download(packageId, offerDownload)
  watch.end()
  if (!view.sheet) exporting.rest()
  if (watch.signal.aborted || !isOpen(app.project, asked)) return
  const { outcome } = downloads
  if (!outcome || outcome.notes.length > 0 || downloads.gone) {
    openPanel()
    return
  }
  const files = outcome.files.map(({ name }) => name).join(', ')
  const sentence = `${files} was given to your downloads.`
  const next = outcome.next && worded(outcome.next.said)
  const actions = [{ label: 'Options', run: openPanel }]
  const share = sharing(outcome.files)
  if (share) {
    const run = async (): Promise<void> => {
      const trouble = await share()
      if (trouble !== '') notices.warn(trouble)
    }
    actions.unshift({ label: 'Share', run: () => void run() })
  }
  notices.tell([sentence, next].filter(Boolean).join(' '), actions)
}
