import { mount, unmount } from 'svelte'
import { pagePreviewCss } from '../../laegna.ts'
import { drawDiagrams, fillMedia, setStyles, type MediaUrl } from '../preview/finish-piece.ts'
import SafeHtml from '../preview/SafeHtml.svelte'
import { scrollableWithin } from '../scrollable.ts'

const sheet = new CSSStyleSheet()
sheet.replaceSync(pagePreviewCss)

/** Shows the beginning of an exported page in a shadow root, where its style meets nothing of this page. */
export function showPage(html: string, url: MediaUrl): (host: HTMLElement) => () => void {
  return (host) => {
    const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
    root.adoptedStyleSheets = [sheet]
    const page = document.createElement('div')
    page.className = 'page'
    root.append(page)
    const body = mount(SafeHtml, { target: page, props: { html } })
    setStyles(page)
    fillMedia(page, url)
    drawDiagrams(html, page)
    scrollableWithin(page)
    page.addEventListener('click', (event) => goWithin(event, root))
    return () => {
      page.remove()
      void unmount(body)
    }
  }
}

/** A link to a place of that page is none of this one. */
function goWithin(event: MouseEvent, root: ShadowRoot): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null
  const href = link?.getAttribute('href')
  if (href?.startsWith('#') !== true) return
  event.preventDefault()
  root.getElementById(href.slice(1))?.scrollIntoView({ block: 'nearest' })
}
