import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright'
import { browserArguments } from '../browser/browser-arguments.ts'
import { findBrowser } from '../browser/find-browser.ts'
import { pythonWith, run } from './python.ts'

/** What a card did while MathJax drew it and a reader clicked on all of it. */
export interface Deeds {
  /** Addresses that were asked for, beside MathJax and its fonts. */
  requests: string[]
  /** How often a script of the card ran. */
  ran: number
  /** Attributes of drawn formulas that could run or fetch. */
  suspicious: string[]
  formulas: number
  /** Formulas that MathJax could not draw: how it shows them. */
  faulty: string[]
}

/** The page of Anki's reviewer, as far as formulas go: the real MathJax, set up as Anki does. */
export class CardPage {
  readonly #browser: Browser
  readonly #page: Page
  readonly #requests: string[]

  private constructor(browser: Browser, page: Page, requests: string[]) {
    this.#browser = browser
    this.#page = page
    this.#requests = requests
  }

  static async open(): Promise<CardPage> {
    const web = await webFolder()
    const browser = await chromium.launch({
      executablePath: findBrowser(),
      args: browserArguments
    })
    const page = await browser.newPage()
    const requests: string[] = []
    await page.route('**/*', (route) => {
      const address = new URL(route.request().url())
      if (address.href === 'http://anki.test/card') {
        return route.fulfill({ contentType: 'text/html', body: reviewer })
      }
      const path = join(web, address.pathname.replace('/_anki/', '/'))
      if (address.host === 'anki.test' && existsSync(path)) return route.fulfill({ path })
      requests.push(address.href)
      // An answer without content leaves the card where it is.
      return route.fulfill({ status: 204 })
    })
    await page.goto('http://anki.test/card')
    await page.evaluate('MathJax.startup.promise')
    return new CardPage(browser, page, requests)
  }

  close(): Promise<void> {
    return this.#browser.close()
  }

  /** Shows HTML as Anki's reviewer does, and clicks on every element. */
  async show(html: string): Promise<Deeds> {
    this.#requests.length = 0
    await this.#page.evaluate((text) => {
      document.querySelector('#qa')!.innerHTML = text
    }, html)
    await this.#page.evaluate(
      'ran = 0; MathJax.typesetClear(); MathJax.typesetPromise([document.querySelector("#qa")])'
    )
    const seen = await this.#page.evaluate(() => {
      const drawn = [...document.querySelectorAll('#qa mjx-container, #qa mjx-container *')]
      const suspicious = drawn.flatMap((element) =>
        [...element.attributes]
          .filter(({ name, value }) => {
            if (/^on|^src$|^id$/i.test(name) && !value.startsWith('mjx-eqn')) return true
            if (/href$/i.test(name)) return !value.startsWith('#')
            return (
              /url\(|javascript:/i.test(value) &&
              !/^(?:data-latex|alt|title|aria-label)$/.test(name)
            )
          })
          .map(({ name, value }) => `${element.tagName} ${name}=${value}`)
      )
      for (const element of document.querySelectorAll('#qa *')) {
        element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))
      }
      const faulty = [...document.querySelectorAll('#qa mjx-merror')].map((e) => e.textContent)
      return { suspicious, faulty, formulas: document.querySelectorAll('#qa mjx-container').length }
    })
    // What a click or a style asked for has been asked for when the page has painted twice.
    await this.#page.evaluate(
      'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))'
    )
    const ran = Number(await this.#page.evaluate('ran'))
    return { ...seen, ran, requests: [...this.#requests] }
  }

  /** The names of the commands of this MathJax: those that are one sign, or those that do more. */
  async commands(kind: 'signs' | 'active'): Promise<string[]> {
    const names: unknown = await this.#page.evaluate(
      `[...MathJax.startup.document.inputJax[0].parseOptions.handlers.get('macro')._configuration]
        .flatMap(({ item }) => item.map ? [...item.map] : [])
        .filter(([, value]) => Boolean(value._func) === ${String(kind === 'active')})
        .map(([name]) => name)`
    )
    return [...new Set(Array.isArray(names) ? names.map(String) : [])]
  }
}

const reviewer = `<!doctype html><meta charset="utf-8"><body class="card"><div id="qa"></div>
<script>var ran = 0; function hurt() { ran++ }</script>
<script src="/_anki/js/mathjax.js"></script>
<script src="/_anki/js/vendor/mathjax/tex-chtml-full.js"></script>`

async function webFolder(): Promise<string> {
  const python = await pythonWith('requirements-mathjax.txt')
  const { output } = await run(python, [
    '-c',
    'import sysconfig; print(sysconfig.get_path("purelib"))'
  ])
  return join(output.trim(), '_aqt', 'data', 'web')
}
