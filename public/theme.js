// Runs before the first paint, so that a dark page never flashes white, and so that only who comes for the first time
// sees the example before it is open.
{
  const root = document.documentElement
  let theme = null
  let language = navigator.language
  let isFirst = false
  try {
    theme = localStorage.getItem('laegna.theme')
    language = localStorage.getItem('laegna.language') ?? language
    const isHere = location.hash === '' && location.search === ''
    isFirst = localStorage.getItem('laegna.projects') === null && /^en\b/.test(language) && isHere
  } catch {
    // Storage is switched off: follow the system.
  }
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme
  root.dataset.first = isFirst ? 'example' : 'frame'

  // What goes wrong while the page comes, see vite/not-come; of what does later nothing is left to be shown.
  root.lang = language
  const fail = () => void (root.dataset.failed = '')
  addEventListener('error', fail, true)
  addEventListener('unhandledrejection', fail)
  addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('#late button')) location.reload()
  })
}
