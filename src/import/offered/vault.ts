import { say } from '../../say/say.ts'
import type { Settings } from '../../document/model.ts'

/** Settings that Obsidian keeps in a vault: in the folder that came, or at the top of a zip. */
const settingsFile = /^(?:[^/]+\/)?\.obsidian\/([^/]+)\.json$/

/** What is said where the notes of a vault begin a project, and what it means. */
export const vaultSentence = say(
  'They are of a vault of Obsidian, which shows line breaks as they are written, so they are kept here, too: Keep line breaks in the settings.'
)

/** Whether a path is that of settings of a vault of Obsidian. */
export function isVaultFile(path: string): boolean {
  return settingsFile.test(path)
}

/** What the settings of a vault say to a project of its notes, beyond what `known` ones have said. */
export async function readVault(
  path: string,
  file: Blob,
  known: Partial<Settings> = {}
): Promise<Partial<Settings>> {
  if (settingsFile.exec(path)?.[1] !== 'app') return { lineBreaks: true, ...known }
  return { lineBreaks: !isStrict(await file.text().catch(() => '')) }
}

/** Whether a line end is to be a blank, as in CommonMark. */
function isStrict(app: string): boolean {
  try {
    const settings: unknown = JSON.parse(app)
    return (
      settings instanceof Object &&
      new Map(Object.entries(settings)).get('strictLineBreaks') === true
    )
  } catch {
    return false
  }
}
