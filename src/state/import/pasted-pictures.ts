import type { App } from '../app.svelte.ts'
import { readOffered } from './read-offered.ts'

/**
 * Keeps pictures that were pasted into a file in a folder beside it, and gives the Markdown that
 * shows them there. What cannot be taken is named to the user.
 */
export async function keepPictures(
  { project, media, notices }: App,
  file: string,
  pictures: File[]
): Promise<string> {
  const folder = file.slice(0, file.lastIndexOf('/') + 1)
  const taken = new Set(project.mediaPaths)
  const offered = pictures.map((picture) => {
    const path = numbered(`${folder}pictures/${plainName(picture.name)}`, taken)
    taken.add(path)
    return { path, file: picture, inFolder: false }
  })
  const { media: read, refused } = await readOffered(offered, notices)
  if (refused.length > 0) notices.warn(refused[0] ?? '', refused.slice(1))
  if (read.length > 0) media.put(read)
  return read.map(({ path }) => `![](${path.slice(folder.length)})`).join('\n')
}

/** A name that stands in an address as it is. */
function plainName(name: string): string {
  return name.replace(/[^\p{L}\p{N}.-]+/gu, '-')
}

/** A name that is not taken: `image.png`, `image-2.png`, … */
function numbered(wish: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const path = number === 1 ? wish : wish.replace(/(\.[^.]*)?$/, `-${number}$1`)
    if (!taken.has(path)) return path
  }
}
