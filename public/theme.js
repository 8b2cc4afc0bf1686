// Runs before the first paint, so that a dark page never flashes white.
{
  let theme = null
  try {
    theme = localStorage.getItem('laegna.theme')
  } catch {
    // Storage is switched off: follow the system.
  }
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
}
