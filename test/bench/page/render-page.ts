import { createRequire } from 'node:module'
import type { Page } from 'playwright'

interface RenderWindow {
  markdownit: () => { render: (text: string) => string }
  text: string
}

const require = createRequire(import.meta.url)
const script = require.resolve('markdown-it/browser')
/** Renders after which the browser has compiled what it is going to compile. */
const warmUp = 3

/** The peer of what is seen in the page: markdown-it, which makes HTML of a whole text. */
export class RenderPage {
  readonly #page: Page

  private constructor(page: Page) {
    this.#page = page
  }

  static async open(page: Page, text: string): Promise<RenderPage> {
    await page.addScriptTag({ path: script })
    await page.evaluate((given) => ((window as unknown as RenderWindow).text = given), text)
    const opened = new RenderPage(page)
    for (let round = 0; round < warmUp; round++) await opened.render()
    return opened
  }

  /** Seconds of one render. */
  render(): Promise<number> {
    return this.#page.evaluate(() => {
      const { markdownit, text } = window as unknown as RenderWindow
      const start = performance.now()
      markdownit().render(text)
      return (performance.now() - start) / 1000
    })
  }
}
