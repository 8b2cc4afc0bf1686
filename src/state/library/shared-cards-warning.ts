import { plural } from '../../language/plural.ts'
import type { Database } from '../../storage/database.ts'
import { readSharedCards } from '../../storage/ledgers.ts'
import type { Notices } from '../page/notices.svelte.ts'

/** Says where a project that came back writes notes of another one: only one can go on with them. */
export async function warnOfShared(
  database: Database,
  notices: Notices,
  id: string
): Promise<void> {
  const { cards, projects } = await readSharedCards(database, id)
  const [first] = projects
  if (first === undefined) return
  const remedy =
    'Both would write the same notes in Anki, each over the other: go on with one of the two, and delete the other.'
  const shared =
    projects.length === 1
      ? plural(
          cards,
          [
            'This project is back, and {count} card of it belongs to {first} as well.',
            'This project is back, and {count} of its cards belong to {first} as well.'
          ],
          { first }
        )
      : plural(cards, [
          'This project is back, and {count} card of it belongs to other projects as well.',
          'This project is back, and {count} of its cards belong to other projects as well.'
        ])
  notices.warn(`${shared} ${remedy}`, projects.length === 1 ? [] : projects)
}
