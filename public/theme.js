// Runs before the first paint, so that a dark page never flashes white, and so that only who comes for the first time
// sees the example before it is open.
{
  const root = document.documentElement
  // Those that are finished, as the build names them.
  const languages = root.dataset.languages?.split(' ') ?? []
  const known = (locale) => languages.find((code) => code === locale?.toLowerCase().split('-')[0])
  let theme = null
  let chosen = null
  let isFirst = false
  let isBack = false
  try {
    theme = localStorage.getItem('laegna.theme')
    chosen = localStorage.getItem('laegna.language')
    const isHere = location.hash === '' && location.search === ''
    isBack = localStorage.getItem('laegna.projects') !== null
    isFirst = !isBack && isHere
  } catch {
    // Storage is switched off: follow the system.
  }
  const language = known(chosen) ?? navigator.languages.map(known).find(Boolean) ?? 'en'
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme
  root.dataset.first = isFirst && language === 'en' ? 'example' : 'frame'
  // The page in one file holds this script, and has no picture.
  const hasPicture = document.currentScript.src !== ''
  if (isFirst && language !== 'en' && hasPicture) void translate().catch(() => undefined)

  // Who comes back has a project: what stands around its text is on its way with the page. See vite/texts/preload.ts.
  const { dataset } = document.currentScript
  if (isBack) [dataset.around, dataset[language]].join(' ').split(' ').forEach(askFor)

  // What goes wrong while the page comes, see vite/not-come; of what does later nothing is left to be shown.
  root.lang = language
  const fail = () => void (root.dataset.failed = '')
  addEventListener('error', fail, true)
  addEventListener('unhandledrejection', fail)
  addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('#late button')) location.reload()
  })

  function askFor(href) {
    if (href === '') return
    const link = document.createElement('link')
    const isScript = href.endsWith('.js')
    Object.assign(link, { href, rel: isScript ? 'modulepreload' : 'preload', crossOrigin: '' })
    if (!isScript) link.as = 'style'
    link.fetchPriority = 'low'
    document.head.append(link)
  }

  /** Puts the words of another language into the picture, which is English in the HTML; without them the bar stays alone. */
  async function translate() {
    const { words, lines } = await (await fetch(`./first/${language}.json`)).json()
    if (document.readyState === 'loading') {
      await new Promise((go) => document.addEventListener('readystatechange', go, { once: true }))
    }
    const text = document.querySelector('#first .first-text')
    // The page itself was faster.
    if (!text) return
    const row = text.firstElementChild
    text.replaceChildren(
      ...lines.map((line, at) => {
        const own = row.cloneNode(true)
        own.firstElementChild.textContent = at + 1
        if (line !== '') own.lastElementChild.textContent = line
        else own.lastElementChild.replaceChildren(document.createElement('br'))
        return own
      })
    )
    const nodes = document.createTreeWalker(document.querySelector('#first'), NodeFilter.SHOW_TEXT)
    while (nodes.nextNode()) {
      const own = nodes.currentNode
      const word = own.data.trim()
      if (Object.hasOwn(words, word)) own.data = own.data.replace(word, () => words[word])
    }
    root.dataset.first = 'example'
  }
}
