/** The parts of an answer: all that stands between its letter and that of the next one. */
function partsOf(button: Element, root: Element): Element[] {
  const all = [...root.querySelectorAll('.tag-answer, .part-answer')]
  const from = all.indexOf(button) + 1
  const next = all.findIndex((element, at) => at >= from && element.matches('.tag-answer'))
  return all.slice(from, next < 0 ? all.length : next)
}

/** Hides an answer that is shown, and the other way round. `root` holds the whole document. */
export function toggleAnswer(button: Element, root: Element): void {
  const flipped = button.toggleAttribute('data-flipped')
  for (const part of partsOf(button, root)) part.toggleAttribute('data-flipped', flipped)
  const isShown = button.getAttribute('aria-expanded') === 'true'
  button.setAttribute('aria-expanded', String(!isShown))
}

/** Shows or hides all answers within an element alike. */
export function setAnswers(within: Element, areShown: boolean): void {
  for (const element of within.querySelectorAll('[data-flipped]')) {
    element.removeAttribute('data-flipped')
  }
  for (const button of within.querySelectorAll('.tag-answer')) {
    button.setAttribute('aria-expanded', String(areShown))
  }
}
