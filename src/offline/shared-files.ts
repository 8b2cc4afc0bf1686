/** What another program shared with the app, waiting for a page that takes it in. */
export interface Shared {
  files: File[]
  text: string
}

const cacheOf = (scope: string) => `laegna-shared ${scope}`
const nameHeader = 'x-name'

/** Keeps what came by a share: its files, and its text under the name ``. */
export async function keepShared(scope: string, form: FormData): Promise<void> {
  const cache = await caches.open(cacheOf(scope))
  const words = ['title', 'text', 'url'].map((field) => form.get(field))
  const text = words
    .filter((word) => typeof word === 'string')
    .join('\n\n')
    .trim()
  const files = form.getAll('files').filter((file) => file instanceof File)
  const entries = [...files, ...(text ? [new File([text], '')] : [])]
  await Promise.all(
    entries.map(async (file, at) => {
      const headers = { [nameHeader]: encodeURIComponent(file.name) }
      // Read now: the file itself is lent only as long as the request lasts.
      const copy = new Response(await file.arrayBuffer(), { headers })
      await cache.put(`${scope}shared/${at}`, copy)
    })
  )
}

/** Takes out what waits, so that it comes in once. */
export async function takeShared(scope: string): Promise<Shared> {
  const cache = await caches.open(cacheOf(scope))
  const shared: Shared = { files: [], text: '' }
  for (const key of await cache.keys()) {
    const response = await cache.match(key)
    const name = decodeURIComponent(response?.headers.get(nameHeader) ?? '')
    const body = await response?.blob()
    if (body && name) shared.files.push(new File([body], name))
    else if (body) shared.text = await body.text()
  }
  await caches.delete(cacheOf(scope))
  return shared
}
