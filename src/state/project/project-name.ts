import { givenNames } from '../library/given-names.ts'

/**
 * A name for a project of these files: after the first folder that came, or the first file; where they
 * lie in several places, after what all are `from`.
 */
export function projectName(files: { path: string }[], from?: string): string {
  const [first] = files
  const places = new Set(files.map(({ path }) => path.split('/')[0]))
  const path = (places.size > 1 ? from : undefined) ?? first?.path ?? givenNames.untitled
  const folder = path.split('/')[0] ?? ''
  const name = path.includes('/') ? folder : path.replace(/\.[^.]+$/, '')
  const words = name.replace(/[-_]+/g, ' ').trim() || givenNames.untitled
  return words.charAt(0).toUpperCase() + words.slice(1)
}
