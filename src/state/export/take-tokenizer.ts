import type { Notices } from '../page/notices.svelte.ts'
import type { Exporting } from './exporting.svelte.ts'

/** Bytes: no tokenizer is larger. */
const sizeLimit = 60_000_000

/** Counts tokens with the `tokenizer.json` of a model from now on; says why not where it cannot be read. */
export async function takeTokenizer(
  name: string,
  file: Blob,
  { exporting, notices }: { exporting: Exporting; notices: Notices }
): Promise<boolean> {
  if (file.size > sizeLimit) {
    notices.warn(`${name} is larger than any tokenizer. Choose the model’s tokenizer.json.`)
    return false
  }
  const json = await file.text().catch(() => undefined)
  if (json === undefined) {
    notices.warn(
      `${name} could not be read from the disk. Check that it is still there and add it again.`
    )
    return false
  }
  if (!/"vocab"\s*:/.test(json)) {
    notices.warn(`${name} is no tokenizer: no words are in it. Choose the model’s tokenizer.json.`)
    return false
  }
  exporting.tokenizer = { name, json }
  return true
}
