import { backup } from './backup.ts'
import { collection, decks } from './decks.ts'
import { documents } from './documents.ts'
import { cards, ledgers } from './earlier.ts'
import type { Entrance } from './entrance.ts'
import { link } from './link.ts'
import { report } from './report.ts'
import { tokenizers } from './tokenizers.ts'

/** All ways by which a file or link of a stranger comes in. */
export const entrances: Entrance[] = [
  link,
  cards,
  ledgers,
  report,
  ...tokenizers,
  backup,
  ...decks,
  collection,
  ...documents
]
