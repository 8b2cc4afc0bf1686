import type { Database } from '../../storage/database.ts'
import { readSharedCards } from '../../storage/ledgers.ts'
import type { Notices } from '../page/notices.svelte.ts'
import { figure } from '../../language/figures.ts'

/** Says where a project that came back writes notes of another one: only one can go on with them. */
export async function warnOfShared(
  database: Database,
  notices: Notices,
  id: string
): Promise<void> {
  const { cards, projects } = await readSharedCards(database, id)
  const [first] = projects
  if (first === undefined) return
  const some = cards === 1 ? '1 card of it belongs' : `${figure(cards)} of its cards belong`
  const others = projects.length === 1 ? first : 'other projects'
  notices.warn(
    `This project is back, and ${some} to ${others} as well. Both would write the same notes in Anki, each over the other: go on with one of the two, and delete the other.`,
    projects.length === 1 ? [] : projects
  )
}
