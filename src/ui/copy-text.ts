/** Puts text on the clipboard; says whether the browser let it. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    // Not there on a page that came over plain http from another computer.
    return false
  }
}
