import { wordedError } from '../page/worded.ts'
import type { Ledger } from '../../laegna.ts'
import type { EarlierTools } from './earlier-cards.svelte.ts'

/**
 * Takes the notes that Anki has of a project's cards into what the project knows, so that the next
 * export updates them; gives how to take that back. What goes wrong is said.
 */
export async function learnNotes(
  { project, exporting, notices }: EarlierTools,
  ledger: Ledger
): Promise<() => void> {
  const { id } = project
  try {
    const learned = await exporting.about(undefined, (_, client) => client.learn(id, ledger))
    exporting.learn()
    return () => {
      exporting
        .about(undefined, (_, client) => client.putBack(id, learned))
        .then(() => exporting.learn())
        .catch((error: unknown) => notices.warn(reasonOf(error)))
    }
  } catch (error) {
    notices.warn(
      `The cards came in, but not which notes they are in Anki: ${reasonOf(error)} Undo, and add the deck again.`
    )
    return () => undefined
  }
}

/** Here, as what is loaded first holds no more than it needs. */
function reasonOf(error: unknown): string {
  return wordedError(error)
}
