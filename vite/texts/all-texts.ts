import { joined, pageTexts } from './extract.ts'
import { sayings } from './sayings.ts'
import type { Text } from './text.ts'

/** All that the catalogues hold: the texts of the page, and the sentences that the rest of the program makes. */
export async function allTexts(): Promise<Text[]> {
  return joined([...(await pageTexts()), ...sayings()])
}
