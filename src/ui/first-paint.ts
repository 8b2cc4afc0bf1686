import './first-paint.css'

/** Takes away what stood for the page until it was there, and what would have said that it does not come. */
export function endFirstPaint(): void {
  document.querySelectorAll('#first, #late').forEach((element) => element.remove())
}
