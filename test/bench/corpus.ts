import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { SourceFile } from '../../src/document/model.ts'
import { passage } from './passages.ts'
import { phrase } from './prose.ts'
import { Random } from './random.ts'

/** Markdown as books and manuals have it: about `bytes` in `count` files, the same for the same seed. */
export function generateCorpus(count: number, bytes: number, seed: number): SourceFile[] {
  return Array.from({ length: count }, (_, index) => ({
    path: `part-${Math.floor(index / 20) + 1}/chapter-${(index % 20) + 1}.md`,
    text: generateDocument(bytes / count, seed * 100_003 + index)
  }))
}

function generateDocument(bytes: number, seed: number): string {
  const random = new Random(seed)
  const passages = [`# ${phrase(random, 4)}`]
  for (let size = 0, left = 0; size < bytes; left -= 1) {
    if (left <= 0) {
      left = random.between(3, 7)
      passages.push(`${'#'.repeat(random.between(2, 4))} ${phrase(random, random.between(2, 6))}`)
    }
    const next = passage(random)
    // Three bytes a Chinese character, one for most others.
    size += Buffer.byteLength(next)
    passages.push(next)
  }
  return [...passages, '[more]: https://example.org/more "More"\n'].join('\n\n')
}

/** Every Markdown file below a folder, by path. */
export function readCorpus(folder: string): SourceFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(md|markdown)$/i.test(name))
    .sort()
    .map((name) => ({
      path: name.replaceAll('\\', '/'),
      text: readFileSync(join(folder, name), 'utf8')
    }))
}

/** Bytes of all texts as UTF-8. */
export function sizeOf(files: readonly { text: string }[]): number {
  return files.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0)
}
