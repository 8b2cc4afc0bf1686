/*
 * Keeps the page whole without a network. Each build has a cache of its own, filled before the build
 * is used. A page begins with the newest build that was let in, and every file it asks for later
 * has the build in its name: so a page that is still open from an older build goes on with its own
 * files, from the older cache, until it is loaded again. Nothing is taken from two builds.
 *
 * A precaching library would drop the files of the old build as soon as the new one takes over, and
 * with them whatever an open page has not yet loaded.
 */
import { keepShared } from './shared-files.ts'

declare const self: ServiceWorkerGlobalScope
/** Written in by the build: all its files by path, with a digest of what is in them. */
declare const FILES: Record<string, string>
/** Those of them that are kept only once they were asked for: few people need them, and they are large. */
declare const RARE: readonly string[]
declare const BUILD: string

const scope = self.registration.scope
// Copies of the app in other folders of the same server share the browser's caches.
const family = `laegna ${scope} `
const ownName = family + BUILD

self.addEventListener('install', (event) => event.waitUntil(fill()))

self.addEventListener('activate', (event) => {
  // A first visit is kept offline from now on, not from the next visit on.
  event.waitUntil(self.clients.claim())
})

self.addEventListener('message', (event) => {
  if (event.data === 'take over') event.waitUntil(self.skipWaiting())
  if (event.data === 'tidy') event.waitUntil(tidy())
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  const address = origin + pathname
  if (!address.startsWith(scope)) return
  if (request.method === 'POST' && address === `${scope}share`) {
    event.respondWith(takeShared(request))
  } else if (request.method === 'GET') {
    event.respondWith(answer(request, address))
  }
})

/** Stores the files of this build, checked; if one cannot be had, the build is not installed. */
async function fill(): Promise<void> {
  const cache = await caches.open(ownName)
  const files = Object.entries(FILES).map(async ([path, integrity]) => {
    const address = scope + path
    const known = path.startsWith('assets/') ? await caches.match(address) : undefined
    if (!known && RARE.includes(path)) return
    const response = known ?? (await fetch(address, { cache: 'no-cache', integrity }))
    if (!response.ok) throw new Error(`${address}: ${response.status}`)
    await cache.put(address, response)
  })
  await Promise.all(files)
}

async function answer(request: Request, address: string): Promise<Response> {
  const own = await caches.open(ownName)
  if (request.mode === 'navigate') {
    const isPage = address === scope || address === `${scope}index.html`
    return (await own.match(isPage ? scope : address)) ?? fetch(request)
  }
  const kept = (await own.match(address)) ?? (await caches.match(address))
  return kept ?? (isRare(address) ? keep(own, address) : fetch(request))
}

function isRare(address: string): boolean {
  return RARE.includes(address.slice(scope.length))
}

/** Fetches a file for the first time, checked, and keeps it from now on. */
async function keep(own: Cache, address: string): Promise<Response> {
  const integrity = FILES[address.slice(scope.length)]
  const response = await fetch(address, integrity === undefined ? {} : { integrity })
  if (response.ok) await own.put(address, response.clone())
  return response
}

/** What another program shares waits in a cache for the page, which is shown in place of an answer. */
async function takeShared(request: Request): Promise<Response> {
  try {
    await keepShared(scope, await request.formData())
  } catch {
    // The page finds nothing, and says so.
  }
  return Response.redirect(`${scope}?shared`, 303)
}

/** Drops builds that no open page came from. Every page holds a lock that names its own script. */
async function tidy(): Promise<void> {
  // A build that waits has no page yet.
  if (self.registration.installing ?? self.registration.waiting) return
  const { held = [] } = await self.navigator.locks.query()
  for (const name of await caches.keys()) {
    if (name === ownName || !name.startsWith(family)) continue
    const cache = await caches.open(name)
    const matches = await Promise.all(held.map(async ({ name = '' }) => cache.match(name)))
    if (!matches.some(Boolean)) await caches.delete(name)
  }
}
