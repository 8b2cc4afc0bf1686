import { say, type Said } from '../../say/say.ts'
import type { CountingSink } from './counting-sink.ts'
import { ZipRefused, type ZipLimits } from './zip-limits.ts'

/** Text grows to the fivefold, seldom to the twentyfold; a zip that grows more is built to harm. */
const mostGrowth = 100
const leastOfBomb = 50_000_000

/** How much may still come out of a zip, or of files in it that are pressed once more. */
export class Room {
  readonly #limits: ZipLimits
  readonly #all: number
  #left: number

  /** `size`: bytes of the zip. */
  constructor(limits: ZipLimits, size: number) {
    this.#limits = limits
    this.#all = Math.min(limits.all, Math.max(leastOfBomb, mostGrowth * size))
    this.#left = this.#all
  }

  /** Judges what the zip says that its files unpack to. Throws `ZipRefused` where that is too much. */
  expect(sizes: readonly number[]): void {
    if (sizes.reduce((sum, size) => sum + size, 0) > this.#all) throw this.#tooLarge()
  }

  /** How many bytes may come of the file at this path. */
  of(path: string): number {
    return Math.min(this.#limits.each(path), this.#left)
  }

  /** Takes note of so many bytes that came. */
  fill(size: number): void {
    this.#left -= size
  }

  /** What is said of a file that did not come out whole. Throws `ZipRefused` where all came to too much. */
  judge(path: string, { isFull }: Pick<CountingSink, 'isFull'>): Said {
    if (!isFull) return say('{path} is damaged in the zip and was left out.', { path })
    if (this.#left < this.#limits.each(path)) throw this.#tooLarge()
    return fileTooLarge(path, this.#limits)
  }

  #tooLarge(): ZipRefused {
    const { all } = this.#limits
    const how =
      this.#all < all
        ? say(
            'it unpacks to more than {times} times its size, as only a zip does that was built to harm.',
            { times: mostGrowth }
          )
        : say('what it holds is larger than {size} MB unpacked. Make several zips of it.', {
            size: megabytes(all)
          })
    return new ZipRefused(how)
  }
}

/** Said of a file in a zip that unpacks to more than one may. */
export function fileTooLarge(path: string, { each }: ZipLimits): Said {
  return say('{path} is larger than {size} MB unpacked, which is too much.', {
    path,
    size: megabytes(each(path))
  })
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1e6)
}
