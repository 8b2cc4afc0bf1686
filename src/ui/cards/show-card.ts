import { mount, unmount } from 'svelte'
import { cardCss } from '../../laegna.ts'
import {
  drawDiagrams,
  fillMedia,
  sayInLanguage,
  setStyles,
  type MediaUrl
} from '../preview/finish-piece.ts'
import SafeHtml from '../preview/SafeHtml.svelte'
import { scrollableWithin } from '../scrollable.ts'
import { cardStyle } from './card-style.ts'

const sheet = new CSSStyleSheet()
sheet.replaceSync(cardCss + cardStyle)

/**
 * Shows a side of a card in a shadow root, where its css meets nothing of the page and the page's
 * nothing of it. The HTML is that of a `DrawnCard`.
 */
export function showCard(
  html: string,
  isNight: boolean,
  url: MediaUrl
): (host: HTMLElement) => () => void {
  return (host) => {
    const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
    root.adoptedStyleSheets = [sheet]
    const card = document.createElement('div')
    card.className = isNight ? 'card nightMode' : 'card'
    root.append(card)
    const side = mount(SafeHtml, { target: card, props: { html } })
    setStyles(card)
    fillMedia(card, url)
    drawDiagrams(html, card)
    sayInLanguage(card)
    scrollableWithin(card)
    return () => {
      card.remove()
      void unmount(side)
    }
  }
}
