import { extract, joined, pageTexts, read } from './extract.ts'
import { sayings } from './sayings.ts'
import type { Text } from './text.ts'

/** What the HTML says before the page is there. */
const inHtml = 'vite/not-come/words.ts'

/** All that the catalogues hold: the texts of the page and its HTML, and the sentences that the rest of the program makes. */
export async function allTexts(): Promise<Text[]> {
  const { texts } = await extract(inHtml, read(inHtml), () => 0)
  return joined([...(await pageTexts()), ...texts, ...sayings()])
}
