import address from 'mermaid/dist/mermaid.min.js?url'

/** The text of the library that draws diagrams. Rejects where it cannot be had. */
export async function fetchLibrary(): Promise<string> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address}: ${response.status}`)
  return response.text()
}
