import type { Page } from 'playwright'

/** What is to be seen on the page: an element, by CSS, that holds a text. */
export interface Sight {
  selector: string
  text: string
}

interface BenchWindow {
  /** Milliseconds of the page's clock at which the last key or choice came. */
  began: number
  /** The moment at which each sight that is looked for came. */
  moments: Promise<number[]>
  shows: (sight: Sight) => boolean
  lookFor: (sights: Sight[]) => void
}

/** In the page, before all else: tells when what is looked for is in the document. */
export function watchMoments(first: Sight[]): void {
  const page = window as unknown as BenchWindow
  page.began = 0
  for (const type of ['keydown', 'change']) {
    addEventListener(type, ({ timeStamp }) => (page.began = timeStamp), true)
  }
  // To look through a page of 10 MB for an element takes longer than many keys: one that is still there is known.
  const found = new Map<string, Element>()
  page.shows = ({ selector, text }) => {
    const known = found.get(selector)
    const isStill = known?.isConnected && known.matches(selector)
    const element = isStill ? known : document.querySelector(selector)
    if (element) found.set(selector, element)
    return element?.textContent.includes(text) ?? false
  }
  page.lookFor = (sights) => {
    page.moments = Promise.all(
      sights.map(async (sight) => {
        if (!page.shows(sight)) {
          await new Promise<void>((resolve) => {
            const everywhere = { subtree: true, childList: true, characterData: true }
            new MutationObserver((_, observer) => {
              if (!page.shows(sight)) return
              observer.disconnect()
              resolve()
            }).observe(document, everywhere)
          })
        }
        return performance.now()
      })
    )
  }
  page.lookFor(first)
}

/** Looks for other sights from now on. */
export async function lookFor(page: Page, sights: Sight[]): Promise<void> {
  await page.evaluate((all) => (window as unknown as BenchWindow).lookFor(all), sights)
}

/** Seconds from the last key or choice, else from the begin of the page, until each sight. */
export async function secondsUntilSeen(page: Page): Promise<number[]> {
  return page.evaluate(async () => {
    const { moments } = window as unknown as BenchWindow
    const seen = await moments
    return seen.map((moment) => (moment - (window as unknown as BenchWindow).began) / 1000)
  })
}
