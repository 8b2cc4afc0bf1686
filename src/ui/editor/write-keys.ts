import type { Extension } from '@codemirror/state'
import { keymap } from '@codemirror/view'
import { isMac } from '../../state/commands/keys.ts'

/** Commands that the editor hears by itself, with their keys as `Command.keys` has them. */
export const writeKeys = {
  'write.question': writeKey('Q'),
  'write.answer': writeKey('A'),
  'write.topic': writeKey('T'),
  'write.card': writeKey('C'),
  'write.block-reader': writeKey('B'),
  'write.chapter-reader': writeKey('W'),
  'write.mend': 'Mod+.'
} as const
type WriteCommand = keyof typeof writeKeys

/** On a Mac, Option with a letter types a sign. */
function writeKey(letter: string): string {
  return isMac ? `Ctrl+Alt+${letter}` : `Alt+${letter}`
}

/** Tells which of the commands was asked for by its key. */
export function writeKeymap(pressed: (id: WriteCommand) => void): Extension {
  const ids = Object.keys(writeKeys) as WriteCommand[]
  return keymap.of(
    ids.map((id) => ({
      // CodeMirror writes the last letter small where Shift is not pressed.
      key: writeKeys[id].replaceAll('+', '-').replace(/.$/, (letter) => letter.toLowerCase()),
      run() {
        pressed(id)
        return true
      }
    }))
  )
}
