/** What one tab can hold: all addresses of the engine are 4 GB, and the model is in them with its work. */
const sizeLimit = 2_000_000_000

/** Judges a file before the engine is loaded: why it is no model to ask, or `undefined` where it may be one. */
export async function judgeGguf(file: File): Promise<string | undefined> {
  const { name, size } = file
  if (size === 0) return `${name} is empty. Copy or convert it again, and choose it once more.`
  if (size > sizeLimit) {
    return `${name} is larger than 2 GB, which is more than a page can hold. Choose a smaller model, or one pressed to 4 bits (Q4_K_M).`
  }
  const begin = await file
    .slice(0, 4)
    .text()
    .catch(() => undefined)
  if (begin === undefined) {
    return `${name} could not be read from the disk. Check that it is still there, and choose it once more.`
  }
  if (begin !== 'GGUF') {
    return `${name} is no GGUF file. LLAMA_CPP=pip sh train.sh makes one of the trained model: out/lora/model.gguf.`
  }
  return undefined
}
