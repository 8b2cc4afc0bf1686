import * as v from 'valibot'
import { keep, kept } from '../../storage/small-store.ts'
import type { Notices } from './notices.svelte.ts'

const saidKey = 'laegna.offline'
const hour = 3_600_000

/**
 * Keeps the page on this computer for use without a network, and tells when a newer build lies
 * ready. Nothing is loaded anew unless somebody asks for it.
 */
export class Updates {
  readonly #notices: Notices
  readonly #save: () => Promise<void>
  #registration: ServiceWorkerRegistration | undefined
  #looked = Date.now()
  #reloading = false

  /** `save` stores what was typed, before the page is loaded anew. */
  constructor(notices: Notices, save: () => Promise<void>) {
    this.#notices = notices
    this.#save = save
  }

  /**
   * Registers the service worker, where the page came from a server and the browser has such.
   * `script` is the address of the page's first script, whose name is another in every build.
   */
  async start(script: string): Promise<void> {
    if (!import.meta.env.PROD || !location.protocol.startsWith('http')) return
    if (!('serviceWorker' in navigator)) return
    holdBuild(script)
    const first = navigator.serviceWorker.controller === null
    const registration = await register()
    if (!registration) return
    this.#registration = registration
    navigator.serviceWorker.addEventListener('controllerchange', () => {
      if (this.#reloading) location.reload()
    })
    registration.addEventListener('updatefound', () => this.#follow(registration.installing))
    this.#follow(registration.installing)
    if (registration.waiting && !first) this.#offer()
    document.addEventListener('visibilitychange', () => this.#look())
    const { active } = await navigator.serviceWorker.ready
    if (active) await activated(active)
    active?.postMessage('tidy')
    this.#sayReady()
  }

  /** Asks the server for a newer build, at most once an hour. */
  #look(): void {
    if (document.visibilityState !== 'visible' || Date.now() - this.#looked < hour) return
    this.#looked = Date.now()
    // Without a network there is nothing newer to be had.
    void this.#registration?.update().catch(() => undefined)
  }

  #follow(worker: ServiceWorker | null): void {
    // The first build of all has nobody to take over from.
    if (!worker || !this.#registration?.active) return
    worker.addEventListener('statechange', () => {
      if (worker.state === 'installed') this.#offer()
    })
  }

  #offer(): void {
    this.#notices.offer('A new version is ready. This page stays as it is until you reload it.', [
      { label: 'Reload', run: () => this.#reload() }
    ])
  }

  async #reload(): Promise<void> {
    await this.#save()
    const waiting = this.#registration?.waiting
    // Another tab may have let the new version in already.
    if (waiting) {
      this.#reloading = true
      waiting.postMessage('take over')
    } else location.reload()
  }

  #sayReady(): void {
    if (kept(saidKey, v.literal('said'))) return
    keep(saidKey, 'said')
    this.#notices.mention(
      'Ready offline',
      'Ready offline: from now on this page opens without a network too.'
    )
  }
}

/** From then on it answers for this page too. */
async function activated(worker: ServiceWorker): Promise<void> {
  while (worker.state === 'activating') {
    await new Promise((resolve) => worker.addEventListener('statechange', resolve, { once: true }))
  }
}

/** As long as this page is open, the files of its build are kept: see `tidy` in the service worker. */
function holdBuild(script: string): void {
  const forever = new Promise(() => undefined)
  void navigator.locks.request(script, { mode: 'shared' }, () => forever)
}

/** Nothing, where the browser forbids it, as in some private windows: the page works all the same. */
async function register(): Promise<ServiceWorkerRegistration | undefined> {
  try {
    return await navigator.serviceWorker.register('./sw.js', { updateViaCache: 'none' })
  } catch {
    return undefined
  }
}
