import { worded } from '../page/worded.ts'
import type { Settings } from '../../document/model.ts'
import type { FolderTools } from './folder-tools.ts'
import { FolderReader } from './folder-reader.ts'
import { mediaTypeOf } from '../../import/offered/accept-media.ts'
import { readOffered } from '../import/read-offered.ts'
import { readVault, vaultSentence } from '../../import/offered/vault.ts'

/**
 * Makes a project of a folder: its texts, and the pictures and sounds beside them. Gives the texts,
 * or `undefined` where there is nothing to open or the project could not be made.
 */
export async function openFolder(
  handle: FileSystemDirectoryHandle,
  { create, media, notices }: Pick<FolderTools, 'create' | 'media' | 'notices'>
): Promise<Map<string, string> | undefined> {
  const { texts, files, unreadable } = await new FolderReader(handle).read()
  if (texts.size === 0) {
    notices.warn(`There is no Markdown or text file in ${handle.name} to open.`, unreadable)
    return undefined
  }
  const beside = files.filter(({ path }) => mediaTypeOf(path) !== undefined)
  const offered = beside.map(async ({ path, handle }) => {
    return { path, file: await handle.getFile(), inFolder: true }
  })
  const read = await readOffered(await Promise.all(offered), notices)
  const sources = [...texts].map(([path, text]) => ({ path, text }))
  const vault = await vaultIn(handle)
  if (!(await create(handle.name, sources, vault))) return undefined
  if (vault.lineBreaks) notices.tell(`${handle.name} is open. ${worded(vaultSentence)}`)
  if (read.media.length > 0) media.put(read.media)
  const refused = [
    ...unreadable.map((path) => `${path} cannot be read as text, and stays as it is.`),
    ...read.refused
  ]
  if (refused.length > 0) notices.warn('Some files of the folder were not opened.', refused)
  return texts
}

/** What Obsidian's settings in the folder say to its project. */
async function vaultIn(folder: FileSystemDirectoryHandle): Promise<Partial<Settings>> {
  try {
    const settings = await folder.getDirectoryHandle('.obsidian')
    const app = await settings.getFileHandle('app.json').catch(() => undefined)
    return await readVault('.obsidian/app.json', (await app?.getFile()) ?? new Blob())
  } catch (error) {
    // There are none, or nobody may read them.
    if (error instanceof DOMException) return {}
    throw error
  }
}
