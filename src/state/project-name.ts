/** A name for a project of these files: after the first folder that came, or the first file. */
export function projectName(files: { path: string }[]): string {
  const [first] = files
  const path = first?.path ?? 'Untitled project'
  const folder = path.split('/')[0] ?? ''
  const name = path.includes('/') ? folder : path.replace(/\.[^.]+$/, '')
  const words = name.replace(/[-_]+/g, ' ').trim() || 'Untitled project'
  return words.charAt(0).toUpperCase() + words.slice(1)
}
