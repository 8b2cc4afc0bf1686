import type { WrittenFile } from '../../worker/protocol/messages.ts'

/**
 * Hands files to the share sheet of the device, and gives what is to be said of it: nothing where it opened. Undefined where
 * the browser shares no such files.
 */
export function sharing(written: WrittenFile[]): (() => Promise<string>) | undefined {
  const files = written.map(({ name, blob }) => new File([blob], name, { type: blob.type }))
  if (!('canShare' in navigator && navigator.canShare({ files }))) return undefined
  return async () => {
    try {
      await navigator.share({ files })
    } catch (error) {
      // Nobody needs to be told that they changed their mind.
      const isChoice = error instanceof DOMException && error.name === 'AbortError'
      if (!isChoice) return 'This browser shares no such files. Open it from your downloads.'
    }
    return ''
  }
}
