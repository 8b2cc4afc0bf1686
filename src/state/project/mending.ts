import { plural } from '../../language/plural.ts'
import type { App } from '../app.svelte.ts'
import { rewrite } from './rewrite.ts'

/** Makes all fixes of the project that take a problem away and add none; one step to undo a file. */
export async function mendAll(app: App): Promise<void> {
  const { project, reading, notices } = app
  const before = new Map(project.files.map(({ path, text }) => [path, text]))
  try {
    const { files, fixes } = await reading.mend()
    // What somebody has typed in the meantime is not lost.
    const sound = files.filter(({ path }) => project.text(path) === before.get(path))
    if (sound.length === 0) {
      notices.tell('No fix can be made without making another problem. Mend the rest by hand.')
      return
    }
    const where = plural(sound.length, ['{count} file', '{count} files'])
    rewrite(
      app,
      sound,
      plural(fixes, ['{count} fix was made in {where}.', '{count} fixes were made in {where}.'], {
        where
      })
    )
  } catch {
    notices.warn('The problems could not be fixed: it took too long. Fix them one by one.')
  }
}
