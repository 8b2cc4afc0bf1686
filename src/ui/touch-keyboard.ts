/** A keyboard takes at least this part of the screen; the bars of a browser take less. */
const PART = 0.25

/**
 * Gives the page the height that a touch keyboard leaves, and says so as `data-keys` of the root: what
 * stands at its foot stands right above the keys then. For the life of the page.
 */
export function makeRoomForKeys(): void {
  const seen = window.visualViewport
  if (!seen || !matchMedia('(pointer: coarse)').matches) return
  const root = document.documentElement
  const fit = () => {
    // Who has zoomed in sees a part of the page, which stays as it is.
    const isUp = seen.scale === 1 && seen.height < innerHeight * (1 - PART)
    root.toggleAttribute('data-keys', isUp)
    if (isUp) {
      root.style.setProperty('--seen', `${seen.height}px`)
      scrollTo(0, 0)
    } else root.style.removeProperty('--seen')
  }
  seen.addEventListener('resize', fit)
  fit()
}
