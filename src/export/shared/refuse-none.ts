import { say } from '../../say/say.ts'
import { ExportError } from '../contract.ts'

/** Refuses to write a file of no cards. Throws `ExportError`. */
export function refuseNone(cards: number): void {
  if (cards > 0) return
  throw new ExportError(
    say(
      'There is no card to export. Put [/Q]…[Q/] around a question and [/A]…[A/] around its answer.'
    )
  )
}
