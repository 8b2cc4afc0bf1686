/* global mermaid */
// Runs in the sandboxed frame: takes the library once, then a diagram after another.

/** What no diagram may change for itself: what keeps it harmless, and what a picture needs to stand alone. */
const ours = ['htmlLabels', 'useMaxWidth', 'fontFamily', 'themeCSS', 'dompurifyConfig', 'layout']

/** Attributes by which an element loads something or acts; only what leads within the picture stays. */
const acting = /^on|(?:^|:)(?:href|src|srcset|data|poster|action|srcdoc)$/i
const elsewhere = /url\(\s*["']?\s*(?!["'#\s])/i

addEventListener('message', ({ data: { library, most }, ports: [port] }) => {
  const script = document.createElement('script')
  script.nonce = 'diagrams'
  script.textContent = library
  document.head.append(script)
  port.onmessage = async ({ data: { source } }) => port.postMessage(await draw(source))
  port.postMessage({ isReady: start(most) })
})

/** Nothing that a diagram names is fetched and no handler of it is set, whatever the policy of the frame is. */
function disarm() {
  for (const method of ['setAttribute', 'setAttributeNS']) {
    const set = Element.prototype[method]
    Element.prototype[method] = function (...words) {
      const [name, value] = words.slice(-2).map(String)
      const isWithin = value.startsWith('#')
      if ((acting.test(name) && !isWithin) || elsewhere.test(value)) return
      set.apply(this, words)
    }
  }
  Object.defineProperty(HTMLImageElement.prototype, 'src', { get: () => '', set() {} })
}

function start(most) {
  disarm()
  const kinds =
    'flowchart sequence gantt journey timeline class state er pie quadrantChart xyChart requirement mindmap kanban gitGraph c4 sankey packet block radar architecture treemap'
  const plain = { useMaxWidth: false, htmlLabels: false }
  mermaid.initialize({
    startOnLoad: false,
    securityLevel: 'strict',
    secure: [
      'secure',
      'securityLevel',
      'startOnLoad',
      'maxTextSize',
      'maxEdges',
      'suppressErrorRendering',
      ...ours
    ],
    suppressErrorRendering: true,
    maxTextSize: most,
    deterministicIds: true,
    deterministicIDSeed: 'laegna',
    htmlLabels: false,
    // Letters of the same widths on every system.
    fontFamily: 'Arial, Helvetica, sans-serif',
    ...Object.fromEntries(kinds.split(' ').map((kind) => [kind, plain]))
  })
  return true
}

async function draw(source) {
  seedChance()
  try {
    const { svg } = await mermaid.render('diagram', source)
    return { markup: svg }
  } catch (error) {
    const line = error?.hash?.line ?? error?.hash?.loc?.first_line
    return { error: String(error?.message ?? error), line: Number.isInteger(line) ? line : null }
  } finally {
    document.body.replaceChildren()
  }
}

/** The same diagram gives the same picture, with the same marks for what has no name. */
function seedChance() {
  let seed = 1
  Math.random = () => {
    seed = (seed * 48271) % 2147483647
    return seed / 2147483647
  }
}
