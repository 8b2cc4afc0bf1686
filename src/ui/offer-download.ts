import type { ExportFile } from '../laegna.ts'

/** Hands a file to the browser's downloads. */
export function offerDownload({ name, mime, bytes }: ExportFile): void {
  const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: mime }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser reads the address after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
