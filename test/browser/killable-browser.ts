import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { chromium, type BrowserContext } from 'playwright/test'
import { browserArguments } from './browser-arguments.ts'
import { findBrowser } from './find-browser.ts'

/** A Chromium of its own process group and profile, which can be ended as by a loss of power. */
export class KillableBrowser {
  readonly context: BrowserContext
  readonly #process: ChildProcess

  private constructor(context: BrowserContext, process: ChildProcess) {
    this.context = context
    this.#process = process
  }

  /** Starts one on a profile folder, which is made if need be. */
  static async start(profile: string): Promise<KillableBrowser> {
    const own = ['--headless', '--remote-debugging-port=0', `--user-data-dir=${profile}`]
    const child = spawn(findBrowser(), [...browserArguments, ...own, 'about:blank'], {
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe']
    })
    const browser = await chromium.connectOverCDP(await addressOf(child))
    const [context] = browser.contexts()
    if (!context) throw new Error('Chromium came without its profile.')
    return new KillableBrowser(context, child)
  }

  /** Ends all its processes at once: no page hears of it, no file is closed. */
  async kill(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return
    const gone = once(this.#process, 'exit')
    // The whole group, which is its own: its parts must not outlive it.
    if (this.#process.pid !== undefined) process.kill(-this.#process.pid, 'SIGKILL')
    await gone
  }
}

/** Chromium tells on its error output where it listens. */
async function addressOf({ stderr }: ChildProcess): Promise<string> {
  if (!stderr) throw new Error('Chromium has no error output.')
  for await (const line of createInterface({ input: stderr })) {
    const address = /^DevTools listening on (ws:\S+)/.exec(line)?.[1]
    if (address !== undefined) {
      stderr.resume()
      return address
    }
  }
  throw new Error('Chromium ended before it listened.')
}
