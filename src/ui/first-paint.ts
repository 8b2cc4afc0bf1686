import './first-paint.css'

/** Takes away what stood for the page until it was there. */
export function endFirstPaint(): void {
  document.querySelector('#first')?.remove()
}
