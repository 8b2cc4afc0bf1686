import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path/posix'
import { join as onDisk } from 'node:path'
import { read, root } from './extract.ts'

const imported =
  /^\s*(?:import|export)\s+(?!type\b)(?:[^'"`;]*?\bfrom\s+)?'(?<path>\.{1,2}\/[^']+\.(?:ts|svelte))'/gm

/** Where the page begins, and what it is once it has its texts. */
export const entry = 'src/main.ts'
export const page = 'src/page.ts'

/** What the page asks for as soon as it stands, each visit: its texts come with those of the page. */
const atOnce = [
  'page.ts',
  'ui/editor/soon.ts',
  'ui/Foot.svelte',
  'ui/Hints.svelte',
  'ui/files/SidePane.svelte',
  'ui/lists/ListsPane.svelte',
  'ui/notices/NoticeStack.svelte',
  'ui/preview/PreviewPane.svelte',
  'ui/storage/storage-commands.ts',
  'ui/install.svelte.ts',
  'ui/keep-focus.ts',
  'ui/top/MoreMenu.svelte',
  'ui/touch-keyboard.ts',
  'ui/back-closes.svelte.ts'
].map((file) => `src/${file}`)

/** The files that every visit loads: those that the page begins with, and what they import. */
export function firstFiles(from = atOnce): Set<string> {
  const files = new Set<string>()
  const add = (file: string): void => {
    if (files.has(file) || !existsSync(onDisk(root, file))) return
    files.add(file)
    for (const { groups } of read(file).matchAll(imported)) {
      if (groups?.['path']) add(join(dirname(file), groups['path']))
    }
  }
  for (const file of from) {
    if (!existsSync(onDisk(root, file))) throw new Error(`${file} is named here and gone.`)
    add(file)
  }
  return files
}
