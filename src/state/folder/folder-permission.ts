/** What browsers with folders have beside the standard: leave that is asked for. */
interface Guarded {
  queryPermission: (wish: { mode: 'readwrite' }) => Promise<PermissionState>
  requestPermission: (wish: { mode: 'readwrite' }) => Promise<PermissionState>
}

/** Whether a folder may be read and written without asking. */
export async function allowed(folder: FileSystemDirectoryHandle & Partial<Guarded>) {
  return (await folder.queryPermission?.({ mode: 'readwrite' })) === 'granted'
}

/** Asks the person for leave to read and write a folder; only possible in answer to a click. */
export async function ask(folder: FileSystemDirectoryHandle & Partial<Guarded>): Promise<boolean> {
  try {
    return (await folder.requestPermission?.({ mode: 'readwrite' })) === 'granted'
  } catch {
    return false
  }
}

/** Lets the person pick a folder; `undefined` where they pick none. */
export async function pickFolder(): Promise<FileSystemDirectoryHandle | undefined> {
  const page: Window & {
    showDirectoryPicker?: (wish: { mode: 'readwrite' }) => Promise<FileSystemDirectoryHandle>
  } = window
  try {
    return await page.showDirectoryPicker?.({ mode: 'readwrite' })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return undefined
    throw error
  }
}
