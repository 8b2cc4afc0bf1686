import type { WrittenFile } from '../worker/protocol/messages.ts'

/** Hands a file to the browser's downloads. */
export function offerDownload({ name, blob }: WrittenFile): void {
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser reads the address after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
