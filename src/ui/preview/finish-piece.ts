import type { Said } from '../../say/say.ts'
import { worded } from '../../state/page/worded.ts'
import { scrollableWithin } from '../scrollable.ts'
import { setAnswers } from './answers.ts'

/** Where to find a picture, sound or film of the project; undefined until it was read. */
export type MediaUrl = (path: string) => string | undefined

/**
 * Does to a piece what its HTML cannot do by itself: the page's policy lets no text set a style,
 * pictures are where the project keeps them, and whether answers are hidden is not the text's to say.
 */
export function finishPiece(
  html: string,
  quiz: boolean,
  url: MediaUrl
): (piece: HTMLElement) => void {
  return (piece) => {
    if (html.includes(' data-style=')) setStyles(piece)
    if (html.includes(' data-media=')) fillMedia(piece, url)
    if (/<(?:pre|table)|math-display/.test(html)) scrollableWithin(piece)
    drawDiagrams(html, piece)
    if (/class="(?:tag |image")|data-(?:said|footnotes)/.test(html)) sayInLanguage(piece)
    if (/(?:tag|part)-answer/.test(html)) setAnswers(piece, !quiz)
  }
}

/**
 * Says the words of the core's own in the language of the page: those of tags, of pictures that are not there, of formulas
 * that cannot be drawn and of footnotes.
 */
export function sayInLanguage(within: ParentNode): void {
  for (const element of within.querySelectorAll<HTMLElement>('.tag[title], .image[title]')) {
    element.title = worded({ template: element.title })
    const isWord = element.matches('.tag-block-reader, .tag-chapter-reader')
    if (isWord) element.textContent = worded({ template: element.textContent })
  }
  for (const element of within.querySelectorAll<HTMLElement>('.math-error[data-said]')) {
    const said = JSON.parse(element.dataset['said'] ?? '[]') as Said[]
    element.title = said.map(worded).join(' ')
  }
  for (const heading of within.querySelectorAll('[data-footnotes] > [id$="footnote-label"]'))
    heading.textContent = 'Footnotes'
  for (const link of within.querySelectorAll('[data-footnote-backref]')) {
    const number = /[\d-]+$/.exec(link.ariaLabel ?? '')?.[0] ?? ''
    link.ariaLabel = `Back to reference ${number}`
  }
}

/** Only what `drawMath` has judged harmless stands in `data-style`. */
export function setStyles(within: ParentNode): void {
  for (const element of within.querySelectorAll('[data-style]')) {
    if (element instanceof MathMLElement) element.style.cssText = element.dataset['style'] ?? ''
  }
}

/** Gives pictures, sounds and films the addresses that they can be shown by. */
export function fillMedia(within: ParentNode, url: MediaUrl): void {
  for (const element of within.querySelectorAll<HTMLElement>('[data-media]')) {
    const address = url(element.dataset['media'] ?? '')
    const isShown = element instanceof HTMLImageElement || element instanceof HTMLMediaElement
    // To set it again would begin a sound anew.
    if (isShown && address !== undefined && element.src !== address) element.src = address
  }
}

/** Draws the diagrams in some HTML; what draws them comes with the first. */
export function drawDiagrams(html: string, within: ParentNode): void {
  if (!html.includes('class="diagram')) return
  void import('../diagrams/show-diagrams.ts').then(({ showDiagrams }) => showDiagrams(within))
}
