import type { OfferedFile } from './offered-file.ts'

/** How the `tokenizer.json` of a model on the Hugging Face hub begins. */
const tokenizerBegins = /^\ufeff?\s*\{\s*"version"\s*:\s*"[^"]*",\s*"truncation"/

/** Whether a file is a language model to ask, by what is in it; one that is named like one counts, too. */
export async function isModel({ path, file }: OfferedFile): Promise<boolean> {
  return /\.gguf$/i.test(path) || (await beginOf(file)).startsWith('GGUF')
}

/** Whether a file says how a model counts tokens, by its name or by what is in it. */
export async function isTokenizer({ path, file }: OfferedFile): Promise<boolean> {
  if (!/\.json$/i.test(path)) return false
  return /(?:^|\/)tokenizer[^/]*\.json$/i.test(path) || tokenizerBegins.test(await beginOf(file))
}

async function beginOf(file: Blob): Promise<string> {
  try {
    return await file.slice(0, 200).text()
  } catch {
    return ''
  }
}
