import type { App } from '../../state/app.svelte.ts'
import { offerDownload } from '../offer-download.ts'

/** Writes a backup of projects and offers it; what went wrong is said by `Backups`. */
export async function backUp({ backups }: App, ids: string[], history = false): Promise<void> {
  const written = await backups.write(ids, history)
  if (written) offerDownload({ name: written.name, blob: written.zip })
}

/** Hands out all files of the open project as they are on the screen, stored or not. */
export async function saveFiles({ media, project }: App): Promise<void> {
  const { writeFiles } = await import('../../storage/backup/write-files.ts')
  const texts = project.files.map(({ path, text }) => ({ path, blob: new Blob([text]) }))
  const others = [...(await media.bytes())].map(([path, bytes]) => {
    return { path, blob: new Blob([new Uint8Array(bytes)]) }
  })
  const blob = await writeFiles([...texts, ...others])
  offerDownload({ name: `${project.name}.zip`, blob })
}

/** Lets a person choose a backup, and shows what is in it. */
export function openBackup(app: App): void {
  choose('.zip,application/zip', (file) => app.openBackup(file.name, file))
}

/** Lets a person choose a package or `anki_cards.json`, and shows what its cards would be here. */
export function openEarlierExport(app: App): void {
  choose('.apkg,.json,application/json', (file) => app.openEarlier(file.name, file))
}

function choose(kinds: string, take: (file: File) => Promise<void>): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = kinds
  input.onchange = () => {
    const file = input.files?.[0]
    if (file) void take(file)
  }
  input.click()
}
