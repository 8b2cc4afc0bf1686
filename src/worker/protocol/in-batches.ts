import type { SourceFile } from '../../laegna.ts'

/** Cuts files into runs of at most `size` characters in all; one that is longer stands alone. */
export function inBatches(files: readonly SourceFile[], size: number): SourceFile[][] {
  const all: SourceFile[][] = []
  let taken = Infinity
  for (const file of files) {
    if (taken + file.text.length > size) {
      all.push([])
      taken = 0
    }
    all.at(-1)?.push(file)
    taken += file.text.length
  }
  return all
}
