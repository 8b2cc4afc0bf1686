import { diagrams } from '../../diagrams/diagrams.ts'
import type { Outcome } from '../../diagrams/outcome.ts'
import { diagramWords } from '../../laegna.ts'
import { worded } from '../../state/page/worded.ts'

const waiting = new WeakMap<Element, () => void>()
const sight = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) continue
      sight.unobserve(target)
      waiting.get(target)?.()
      waiting.delete(target)
    }
  },
  { rootMargin: '400px' }
)

/** Draws the diagrams within an element in place of their code, each when it comes into sight. */
export function showDiagrams(within: ParentNode): void {
  for (const figure of within.querySelectorAll('figure.diagram')) {
    const code = figure.querySelector('pre')
    const source = code?.textContent.replace(/\n$/, '')
    if (!code || source === undefined) continue
    const known = diagrams.known(source)
    const show = (outcome: Outcome): void => put(outcome, source, code, figure)
    if (known) show(known)
    else {
      waiting.set(figure, () => {
        figure.ariaBusy = 'true'
        void diagrams.draw(source).then(show)
      })
      sight.observe(figure)
    }
  }
}

function put(outcome: Outcome, source: string, code: HTMLElement, figure: Element): void {
  figure.ariaBusy = null
  for (const earlier of figure.querySelectorAll('img, .diagram-trouble')) earlier.remove()
  code.hidden = outcome.kind === 'picture'
  if (outcome.kind === 'picture') {
    const image = document.createElement('img')
    image.alt = diagramWords(source, 'Diagram')
    image.width = outcome.width
    image.height = outcome.height
    // Only as a picture: there nothing in it can act.
    image.src = `data:image/svg+xml,${encodeURIComponent(outcome.svg)}`
    figure.append(image)
  } else {
    const sentence = document.createElement('p')
    sentence.className = `diagram-trouble ${outcome.kind}`
    const what =
      outcome.kind === 'broken' ? 'This diagram cannot be drawn' : 'Diagrams cannot be drawn now'
    sentence.textContent = `${what}: ${worded(outcome.why)}`
    figure.append(sentence)
  }
}
