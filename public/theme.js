// Runs before the first paint, so that a dark page never flashes white, and so that only who comes for the first time
// sees the example before it is open.
{
  const root = document.documentElement
  let theme = null
  let isFirst = false
  try {
    theme = localStorage.getItem('laegna.theme')
    const language = localStorage.getItem('laegna.language') ?? navigator.language
    const isHere = location.hash === '' && location.search === ''
    isFirst = localStorage.getItem('laegna.projects') === null && /^en\b/.test(language) && isHere
  } catch {
    // Storage is switched off: follow the system.
  }
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme
  root.dataset.first = isFirst ? 'example' : 'frame'
}
